import { aContent, aTask } from '../support/builders.ts';
import { aPortalServer } from '../support/portal-server.ts';
import { smallNetwork } from '../support/small-network.ts';
import { storedContent } from '../support/stored-case.ts';
import { aPut, editing } from '../support/work-plan.ts';
import { readOptions } from './support/options.ts';
import { runPairs } from './support/pairs.ts';
import { report, tellMachine } from './support/report.ts';

const items = 400;
const few = 40;
const largestBatch = 100;

// A plan of 400 items on the portal server: one command for all of them against a command for each; and planning and
// sending so many at once against a tenth of them, where more than ten times as long would be growth that gets worse.
const options = readOptions();
await tellMachine();
const portals = smallNetwork.portals.map((each) => ({ ...each, settings: { ...each.settings, workPlans: true } }));
const server = await aPortalServer('sqlite', { network: { ...smallNetwork, portals } });
const anna = await server.as('anna');
let cases = 0;

async function aPlannedCase(): Promise<string> {
  cases += 1;
  const id = `case-${cases}`;
  await server.addCases('nordic-portal', [aContent({ id, number: id, tasks: [aTask({ status: '2' })] })]);
  return id;
}

async function timeOf(commands: readonly unknown[]): Promise<number> {
  const began = performance.now();
  for (let from = 0; from < commands.length; from += largestBatch) {
    const outcomes = await anna.post(...commands.slice(from, from + largestBatch));
    if (outcomes.some(({ kind }) => kind !== 'carried-out')) throw new Error(JSON.stringify(outcomes[0]));
  }
  return performance.now() - began;
}

const put = Array.from({ length: items }, (_, order) => aPut({ id: `item-${order}`, order }));

interface PlannedAndSent {
  readonly planned: number;
  readonly sent: number;
}

async function planAndSend(count: number): Promise<PlannedAndSent> {
  const id = await aPlannedCase();
  const edit = anna.command('edit-work-plan', id, editing({ items: put.slice(0, count) }));
  const planned = await timeOf([edit]);
  const seen = put.slice(0, count).map((item) => ({ id: item.id, revision: edit.id }));
  return { planned, sent: await timeOf([anna.command('submit-work-items', id, { items: seen, comment: '' })]) };
}

async function growth(part: keyof PlannedAndSent) {
  return runPairs({
    pairs: options.pairs,
    ours: async () => (await planAndSend(items))[part],
    peer: async () => (await planAndSend(few))[part],
    // A command counts only once its outcome says that it was carried out.
    check: async () => undefined,
  });
}

try {
  let last = '';
  const pairs = await runPairs({
    pairs: options.pairs,
    ours: async () => {
      last = await aPlannedCase();
      return timeOf([anna.command('edit-work-plan', last, editing({ items: put }))]);
    },
    peer: async () => {
      const id = await aPlannedCase();
      return timeOf(put.map((each) => anna.command('edit-work-plan', id, editing({ items: [each] }))));
    },
    check: async () => {
      const stored = await storedContent(server.store, 'nordic-portal', last);
      if (stored?.case.workItems?.length !== items) throw new Error('not every item is planned');
    },
  });
  const tenfold = { kind: 'at-most', times: items / few } as const;
  report([
    { figure: `One command of ${items} work items`, pairs, goal: { kind: 'at-least', times: 20 } },
    { figure: `Planning ${items} items against ${few}`, pairs: await growth('planned'), goal: tenfold },
    { figure: `Sending ${items} items against ${few}`, pairs: await growth('sent'), goal: tenfold },
  ]);
} finally {
  await server.close();
}
