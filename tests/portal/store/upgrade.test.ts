import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { briefWaitingRoles } from '../../../portal/commands/brief-waiting-roles.ts';
import { findOutcomes, fingerprint } from '../../../portal/commands/outcomes.ts';
import { migrationsFor } from '../../../portal/store/migrations.ts';
import { openStore, type Store } from '../../../portal/store/open-store.ts';
import { folderTransport } from '../../../portal/mail/transports.ts';
import { openPortal } from '../../../portal/run/open-portal.ts';
import type { Progress } from '../../../portal/store/progress.ts';
import { protocolVersion } from '../../../shared/contract/protocol-version.ts';
import type { SyncLine } from '../../../shared/contract/sync.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import type { CaseRow } from '../../../shared/domain/case/list-row.ts';
import { unpackRow } from '../../../shared/domain/case/row-line.ts';
import { fixtures, firstRelease, type Expected, type Fixture } from '../../support/first-release-fixture.ts';
import {
  aPortalServer,
  contentsOf,
  lineOf,
  linesOf,
  type TestPerson,
  type TestServer,
} from '../../support/portal-server.ts';
import { aQuickFolder } from '../../support/quick-folder.ts';
import { recoveryKey } from '../../support/recovery-key.ts';
import { smallNetwork } from '../../support/small-network.ts';
import { storedContent } from '../../support/stored-case.ts';

interface Upgraded {
  readonly server: TestServer;
  readonly expected: Expected;
  readonly folder: string;
}

/** A portal server on a database that 0.1.0 made, a moment after that was stopped. */
async function upgraded(fixture: Fixture): Promise<Upgraded> {
  const folder = aQuickFolder('upgrade');
  const { address, expected } = await firstRelease(fixture, folder);
  const store = await openStore(address);
  const server = await aPortalServer(store.engine, { store, network: { ...smallNetwork, portals: [] } });
  server.clock.now = expected.at;
  await briefWaitingRoles(store);
  await server.jobs.runDue();
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  return { server, expected, folder };
}

/** The first pages of somebody who signed in at 0.1.0 and has not since. */
async function pagesOf({ app }: TestServer, authorization: string, portal: string) {
  return linesOf(
    await app.request(`/sync/${portal}/pages?protocol=${protocolVersion}`, { headers: { authorization } }),
  );
}

/**
 * A content without what 0.1.0 did not keep, or told by the log alone. Who has to pick a role's user is told since what
 * to choose by, which changed the case for that reader at the start.
 */
function asThen({ case: whole, ...rest }: CaseContent, then: CaseContent | undefined): CaseContent {
  const { roleEnded: _, brief, ...kept } = whole;
  const tasks = kept.tasks.map(({ completedBy: __, ...task }) => task);
  const changedAt = (brief && then?.case.changedAt) ?? kept.changedAt;
  return { ...rest, case: { ...kept, tasks, changedAt } };
}

test.each(fixtures)(
  '%s of 0.1.0, upgraded: who was signed in still is, and sees what 0.1.0 showed',
  async (fixture) => {
    const { server, expected } = await upgraded(fixture);
    expect(server.store.storeId).toBe(expected.storeId);
    const briefed: string[] = [];
    for (const [member, person] of Object.entries(expected.people))
      for (const [portal, shown] of Object.entries(person.portals)) {
        const lines = await pagesOf(server, person.authorization, portal);
        const contents = [...contentsOf(lines)];
        const own = contents.filter(([, content]) => content.case.brief).map(([id]) => id);
        briefed.push(...own.map((id) => `${member} ${id}`));
        const asBefore = contents.map(([id, content]) => [id, asThen(content, shown.contents[id])] as const);
        expect(Object.fromEntries(asBefore), `${member} in ${portal}`).toEqual(shown.contents);
        expect(lineOf(lines, 'reading')?.reading).toEqual(shown.reading);
        const rows = shown.rows.map(({ changedAt, ...row }) => (own.includes(row.id) ? row : { ...row, changedAt }));
        expect(rowsOf(lines, portal), `${member}'s list of ${portal}`).toMatchObject(rows);
      }
    // Those of the one in which a role waits, as far as they are among the people.
    const choosing = ['carla case-3', 'cora case-3'].filter((each) => (each.split(' ')[0] ?? '') in expected.people);
    expect(briefed).toEqual(choosing);
  },
);

function rowsOf(lines: readonly SyncLine[], portal: string): readonly CaseRow[] {
  return lines.flatMap((line) => (line.kind === 'rows' ? line.rows.map(([row]) => unpackRow(row, portal)) : []));
}

test.each(fixtures)('%s of 0.1.0, upgraded: what became of a command is kept as it was answered', async (fixture) => {
  const { server, expected } = await upgraded(fixture);
  const { commands, outcomes } = expected.asked;
  for (const [index, { id, kind, change, refusal = null }] of outcomes.entries()) {
    const command = commands[index];
    if (!command) throw new Error('an outcome of no command');
    const [kept] = await findOutcomes(server.store.db, command.portal, id);
    expect(kept).toMatchObject({ account: command.account, kind, change });
    expect(kept?.refusal && JSON.parse(kept.refusal)).toEqual(refusal);
    expect(kept?.fingerprint).toBe(kind === 'cancelled' ? '' : fingerprint(command));
  }
});

test.each(fixtures)(
  '%s of 0.1.0, upgraded: nothing of the old tables is left, and all of the others',
  async (fixture) => {
    const { server, expected } = await upgraded(fixture);
    const { db } = server.store;
    const tables = new Map((await db.introspection.getTables()).map(({ name, columns }) => [name, columns]));
    for (const gone of ['entry', 'case_view', 'case_person']) expect([...tables.keys()]).not.toContain(gone);
    const columns = tables.get('case_file')?.map(({ name }) => name);
    expect(columns).toContain('row_text');
    expect(columns).not.toContain('aggregate');
    for (const table of ['mail', 'notice', 'stored_file', 'outcome'] as const)
      expect([table, await db.selectFrom(table).selectAll().execute()]).toEqual([
        table,
        expect.objectContaining({ length: expected.counts[table] }),
      ]);
  },
);

test.each(fixtures)('%s of 0.1.0, upgraded: opened again, nothing is done', async (fixture) => {
  const folder = aQuickFolder('upgrade');
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { address } = await firstRelease(fixture, folder);
  const [told, toldAgain]: [Step[], Step[]] = [[], []];
  const store = await openStore(address, (at) => told.push(at));
  const before = await everything(store);
  await store.close();
  const cases = fixture === 'sealed' ? 1 : 8;
  expect(told).toEqual(
    expect.arrayContaining([
      { done: 0, total: cases },
      { done: cases, total: cases },
    ]),
  );
  const again = await openStore(address, (at) => toldAgain.push(at));
  onTestFinished(() => again.close());
  expect(await everything(again)).toEqual(before);
  expect(toldAgain).toEqual([]);
});

type Step = Parameters<Progress>[0];

async function everything({ db }: Store): Promise<unknown> {
  const tables = await db.introspection.getTables();
  const rows = async (name: string) => (await sql`select * from ${sql.table(name)}`.execute(db)).rows;
  const all = await Promise.all(tables.map(async ({ name }) => [name, await rows(name)] as const));
  return new Map(all.filter(([, own]) => own.length > 0));
}

test.each(['plain', 'postgres'] as const)(
  'who completed a task before it was kept is told by the log, and does not approve it (%s)',
  async (fixture) => {
    const { server } = await upgraded(fixture);
    const [carla, bertil] = [await server.as('carla'), await server.as('bertil')];
    const task = contentsOf(await bertil.pages())
      .get('case-1')
      ?.case.tasks.find(({ id }) => id === 'first-aid-3');
    expect(task?.completedBy).toMatchObject({ member: 'carla' });
    const approve = async (person: TestPerson) =>
      person.issue('approve-task', 'case-1', { task: 'first-aid-3' }, { basedOn: task?.revision ?? null });
    expect(await approve(carla)).toMatchObject({ kind: 'refused', refusal: { code: 'self-authored' } });
    expect(await approve(bertil)).toMatchObject({ kind: 'carried-out' });
  },
);

test('after an upgrade of a file its copy lies beside it until the portal server has started', async () => {
  const folder = aQuickFolder('upgrade');
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { address, expected } = await firstRelease('sealed', folder);
  if (!('file' in address)) throw new Error('a sealed database is a file');
  const last = Object.keys(migrationsFor('sqlite')).at(-1) ?? '';
  const copy = `${address.file}.before-${last}`;
  writeFileSync(`${copy}.unfinished`, 'half of one');
  writeFileSync(copy, 'of an upgrade that was not finished');
  await (await openStore(address)).close();
  expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([`portal.db.before-${last}`]);
  // It is whole, and sealed with the same key.
  const [old, text] = [join(folder, 'old.db'), readFileSync(copy).toString('latin1')];
  expect(text).not.toContain('CREATE TABLE');
  copyFileSync(copy, old);
  const again = await openStore({ ...address, file: old });
  expect([again.storeId, await storedContent(again, 'nordic-portal', 'case-1')]).toMatchObject([
    expected.storeId,
    { chat: [{ text: 'Once' }] },
  ]);
  await again.close();

  const faults: unknown[] = [];
  const portal = await openPortal({
    address,
    recoveryKey,
    demoDay: null,
    transport: () => folderTransport(join(folder, 'mail')),
    publicUrl: () => 'https://portal.example',
    onFault: (fault) => faults.push(fault),
  });
  await portal.close();
  expect(faults).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.startsWith('portal.db.before'))).toEqual([]);
});
