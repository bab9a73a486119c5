import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openStore, type StoreAddress } from '../../portal/store/open-store.ts';
import type { Command } from '../../shared/contract/commands.ts';
import { commandAnswerSchema, itemOutcomesSchema } from '../../shared/contract/outcomes.ts';
import { inVersionOne, type OutcomeOne } from '../../shared/contract/protocol-one.ts';
import { protocolVersion } from '../../shared/contract/protocol-version.ts';
import { aContent, aTask } from '../support/builders.ts';
import { engines } from '../support/engines.ts';
import { aPortalServer, contentsOf, type TestPerson, type TestServer } from '../support/portal-server.ts';
import { createDatabase } from '../support/postgres.ts';
import { smallNetwork } from '../support/small-network.ts';

/** Every third command approves two tasks, and one that is not there: several items are one change, or none. */
const isApproval = (index: number): boolean => index % 3 === 0;
const tasksOf = (index: number): readonly string[] => [`t${index}-a`, `t${index}-b`];
const caseOf = (index: number): number => index % 4;
const revisionOf = (task: string): string => `revision-of-${task}`;
const indices = Array.from({ length: 120 }, (_, index) => index);

const cases = [0, 1, 2, 3].map((number) => {
  const ids = indices.filter((index) => isApproval(index) && caseOf(index) === number).flatMap(tasksOf);
  const tasks = ids.map((id) => aTask({ id, status: '4', revision: revisionOf(id) }));
  return aContent({ id: `case-${number}`, number: `NM-${number}`, tasks });
});
const script = new URL('../support/commands-process.ts', import.meta.url).pathname;

describe.each(engines)('a portal server killed on $engine', ({ engine }) => {
  test('loses no acknowledged command, applies none by half, and carries out the rest when they come again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'partner-desk-killed-'));
    const address: StoreAddress =
      engine === 'postgres' ? { url: await createDatabase() } : { file: join(folder, 'portal.db') };
    const server = await aPortalServer(engine, { store: await openStore(address) });
    await server.addCases('nordic-portal', cases);
    const bertil = await server.as('bertil');
    const commands = indices.map((index) => commandOf(bertil, index));
    const authorization = bertil.authorization();
    await server.close();

    const acknowledged = new Map<string, OutcomeOne>();
    // Each round another process is killed while the batch after the last acknowledged one is under way.
    for (let round = 0; round < 4; round += 1) {
      const child = spawn(process.execPath, [script, JSON.stringify(address), server.clock.now], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [port] = await once(child.stdout, 'data');
      const posting = postAll(`http://127.0.0.1:${String(port).trim()}`, { commands, authorization, acknowledged });
      const enough = acknowledged.size + 10 + round * 3;
      while (acknowledged.size < enough) await wait(1);
      child.kill('SIGKILL');
      await Promise.all([once(child, 'exit'), posting]);
    }

    const again = await aPortalServer(engine, {
      store: await openStore(address),
      network: { ...smallNetwork, portals: [] },
    });
    await expectWhole(again, acknowledged);
    const outcomes = (
      await Promise.all(
        [0, 60].map(async (from) => (await again.as('bertil')).post(...commands.slice(from, from + 60))),
      )
    ).flat();
    expect(outcomes.map(({ kind }) => kind)).toEqual(commands.map(() => 'carried-out'));
    for (const outcome of outcomes) expect(acknowledged.get(outcome.id) ?? outcome).toEqual(outcome);
    const texts = [...contentsOf(await (await again.as('bertil')).pages()).values()].flatMap(({ chat }) =>
      chat.map(({ text }) => text),
    );
    expect(texts.sort()).toEqual(commands.flatMap(({ input }) => ('text' in input ? [input.text] : [])).sort());
    const statuses = [...contentsOf(await (await again.as('bertil')).pages()).values()].flatMap(({ case: { tasks } }) =>
      tasks.map(({ status }) => status),
    );
    expect(new Set(statuses)).toEqual(new Set(['A']));
    await again.close();
    rmSync(folder, { recursive: true });
  });
});

function commandOf(person: TestPerson, index: number): Command {
  const subject = `case-${caseOf(index)}`;
  if (!isApproval(index)) return person.command('write-chat', subject, { text: `message ${index}` });
  const tasks = tasksOf(index);
  const basedOn = tasks.map((task) => ({ thing: `task:${task}`, revision: revisionOf(task) }));
  return { ...person.command('approve-tasks', subject, { tasks: [...tasks, 'not-there'] }), basedOn } as Command;
}

interface Posting {
  readonly commands: readonly Command[];
  readonly authorization: string;
  readonly acknowledged: Map<string, OutcomeOne>;
}

async function postAll(origin: string, { commands: all, authorization, acknowledged }: Posting): Promise<void> {
  const waiting = all.filter(({ id }) => !acknowledged.has(id));
  for (let from = 0; from < waiting.length; from += 5) {
    const commands = waiting.slice(from, from + 5);
    const body = JSON.stringify({ protocol: protocolVersion, account: commands[0]?.account, commands });
    const headers = { authorization, 'content-type': 'application/json' };
    try {
      const response = await fetch(`${origin}/commands`, { method: 'POST', headers, body });
      for (const outcome of commandAnswerSchema.parse(await response.json()).outcomes) {
        acknowledged.set(outcome.id, inVersionOne(outcome));
      }
    } catch (cut) {
      // The process is gone: what it had not answered is unknown to us, as it would be to an app.
      if (cut instanceof TypeError || cut instanceof SyntaxError) return;
      throw cut;
    }
  }
}

/** Every number has its mark and one effect; what was acknowledged is there, and what is there was done whole. */
async function expectWhole({ store }: TestServer, acknowledged: ReadonlyMap<string, OutcomeOne>): Promise<void> {
  const { db } = store;
  const counter = await db
    .selectFrom('portal_counter')
    .select('number')
    .where('portal', '=', 'nordic-portal')
    .executeTakeFirstOrThrow();
  const marks = await db
    .selectFrom('change_mark')
    .select('number')
    .where('portal', '=', 'nordic-portal')
    .orderBy('number')
    .execute();
  expect(marks.map(({ number }) => number)).toEqual(Array.from({ length: counter.number }, (_, index) => index + 1));
  const outcomes = await db.selectFrom('outcome').select(['command', 'change', 'items']).execute();
  const entries = await db.selectFrom('case_entry').select(['change', 'case_id', 'tail', 'text']).execute();
  expect(entries.map(({ change }) => change).sort()).toEqual(outcomes.flatMap(changeOfEach).sort());
  const kept = new Map(outcomes.map(({ command, change }) => [command, change]));
  for (const [id, outcome] of acknowledged) expect(outcome).toEqual({ id, kind: 'carried-out', change: kept.get(id) });
  expect(acknowledged.size).toBeGreaterThan(0);
  for (const { id, messages, changed } of await db
    .selectFrom('case_file')
    .select(['id', 'messages', 'changed'])
    .execute()) {
    const own = entries.filter((entry) => entry.case_id === id);
    const chat = own.filter(({ tail }) => tail === 'chat');
    expect([id, messages, changed]).toEqual([id, chat.length, Math.max(...own.map(({ change }) => change), changed)]);
  }
}

/** The change of each entry that a command must have made: a message, or a line of the log an item that was carried out. */
function changeOfEach({
  change,
  items,
}: {
  readonly change: number;
  readonly items: string | null;
}): readonly number[] {
  if (items === null) return [change];
  const kinds = itemOutcomesSchema.parse(JSON.parse(items)).map(({ kind }) => kind);
  expect(kinds).toEqual(['carried-out', 'carried-out', 'refused']);
  return [change, change];
}
