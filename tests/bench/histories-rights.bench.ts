import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { rights as allRights } from '../../shared/domain/rights/rights.ts';
import { benchPortal } from './support/bench-network.ts';
import { fillPlace, onEngines } from './support/both-engines.ts';
import { tell } from './support/figures.ts';
import { textOf } from './support/grown-case.ts';
import { deskMember } from './support/grown-network.ts';
import { growthOptions } from './support/growth-options.ts';
import { handledCase, plainCase } from './support/handled-case.ts';
import { startHelper } from './support/in-process.ts';
import { tellMachine } from './support/report.ts';
import { signIn } from './support/signed-in.ts';
import { p99, steadyLoad } from './support/steady-load.ts';

const plainCases = 200;
const commandsASecond = 10;
const atLeast = 20_000;
const lost = ['budget.approve', 'budget.onBehalf'];
const holdingSchema = z.object({ holding: z.number().min(1) });
const goneSchema = z.object({ gone: z.number() });
const rightSchema = z.object({ right: z.number(), holding: z.number() });

// G3: one right is taken from all who have the role. What others' commands wait for meanwhile; when a connected handler
// of nine cases in ten has been told everything; when what was lost is gone from the disk of the handler of the others,
// whose app's own sync loop and store run here. Each of them is a process of its own.
const options = growthOptions();
await tellMachine();
await onEngines(options, async (place) => {
  const today = new Date().toISOString();
  const handled = Array.from({ length: options.cases }, (_, n) =>
    handledCase(n, n % 10 === 0 ? deskMember : 'carla', today),
  );
  const plain = Array.from({ length: plainCases }, (_, n) => plainCase(options.cases + n, today));
  await fillPlace(place, { cases: { [benchPortal]: [...handled, ...plain] } });
  const served = await place.start();
  const [desk, connected] = [
    startHelper('lost-part-process', { address: served.address, member: deskMember }),
    startHelper('all-right-process', { address: served.address, member: 'carla' }),
  ];
  try {
    const [bertil, oona] = [await signIn(served.address, 'bertil'), await signIn(served.address, 'oona')];
    // The part is there before it is lost.
    for (const helper of [desk, connected]) holdingSchema.parse(await helper.next());
    const write = async (nth: number): Promise<void> => {
      const id = plain[nth % plain.length]?.case.id ?? '';
      await bertil.send({ name: 'write-chat', input: { text: textOf(83, nth) }, subject: { kind: 'case', id } });
    };
    const before = steadyLoad(commandsASecond, write);
    await pause(atLeast);
    const without = await before.stop();
    const rights = allRights.filter((right) => !lost.includes(right));
    const during = steadyLoad(commandsASecond, write);
    for (const helper of [desk, connected]) helper.tell(rights);
    const [began, longEnough] = [Date.now(), pause(atLeast)];
    const subject = { kind: 'portal', id: benchPortal };
    await oona.send({ name: 'change-rights', input: { rights }, subject, basedOn: benchPortal });
    console.log(`${place.engine}: the command itself was answered after ${Date.now() - began} ms`);
    const told = rightSchema.parse(await connected.next());
    const { gone } = goneSchema.parse(await desk.next());
    await longEnough;
    const meanwhile = await during.stop();
    const shown = ({ waits, failed }: typeof without): string =>
      `p99 ${p99(waits).toFixed(0)} ms, longest ${Math.max(...waits).toFixed(0)} ms of ${waits.length}, ${failed} failed`;
    console.log(`${place.engine}, others' commands without: ${shown(without)}; meanwhile: ${shown(meanwhile)}`);
    if (told.holding > 0) throw new Error(`${told.holding} pages still hold what was lost`);
    const of = `G3 ${place.engine}, a right changed in ${options.cases} cases`;
    tell([
      {
        figure: `${of}: p99 of others' commands above theirs without it`,
        values: [p99(meanwhile.waits) - p99(without.waits)],
        unit: 'ms',
        goal: 50,
      },
      { figure: `${of}: all cases right`, values: [told.right - began], unit: 'ms', goal: 60_000 },
      { figure: `${of}: gone from a desk's disk`, values: [gone - began], unit: 'ms', goal: 5000 },
    ]);
    for (const helper of [desk, connected]) await helper.end();
  } finally {
    await served.stop();
  }
});
