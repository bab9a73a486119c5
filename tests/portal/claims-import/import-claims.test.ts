import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnMappingSchema } from '../../../portal/claims-import/column-mapping.ts';
import { importClaims, type ImportCounts } from '../../../portal/claims-import/import-claims.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, contentsOf, cursorOf, lineOf, type TestServer } from '../../support/portal-server.ts';

const mapping = columnMappingSchema.parse({
  name: 'test',
  columns: { claimNumber: 'claim', lossDate: 'loss', cause: 'cause' },
  tasks: [{ type: 'type', office: 'office', status: 'status' }],
});

const headings = 'claim,loss,cause,type,office,status\n';
const row = (claim: string): string => `${claim},2026-11-01,Rain,drying,kuopio,0\n`;

describe.each(engines)('importing claims on $engine', ({ engine }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await aPortalServer(engine);
  });
  afterAll(() => server.close());

  async function importAs(who: string, text: string, dryRun = false, portal = 'nordic-portal') {
    const { account } = await server.as(who);
    return importClaims(server.deps, { portal, person: account.split('.')[1] ?? '', text, mapping, dryRun });
  }

  async function counts(text: string, dryRun = false): Promise<ImportCounts> {
    const answer = await importAs('bertil', text, dryRun);
    if (answer?.kind !== 'imported') throw new Error('not imported');
    return answer.counts;
  }

  const cases = async (): Promise<number> =>
    (await server.store.db.selectFrom('case_file').select('id').execute()).length;

  test('a dry run counts and writes nothing', async () => {
    const change = await server.store.db.selectFrom('portal_counter').selectAll().execute();
    const text = `${headings}${row('DRY-1')}DRY-2,never,Rain,,,\n`;
    expect(await counts(text, true)).toMatchObject({ dryRun: true, rows: 2, added: 1, known: 0, bad: 1 });
    expect(await cases()).toBe(0);
    expect(await server.store.db.selectFrom('portal_counter').selectAll().execute()).toEqual(change);
  });

  test('good rows become cases, bad ones a message each, and the same file again adds nothing', async () => {
    const text = `${headings}${row('A-1')}A-2,never,Rain,,,\n${row('A-3')}${row('A-1')}`;
    const first = await counts(text);
    expect(first).toMatchObject({ rows: 4, added: 2, known: 1, bad: 1 });
    expect(first.messages.map((each) => each.row)).toEqual([3]);
    const before = await cases();
    expect(await counts(text)).toMatchObject({ rows: 4, added: 0, known: 3, bad: 1 });
    expect(await cases()).toBe(before);
  });

  test('another file adds only the claims that the portal does not know', async () => {
    expect(await counts(`${headings}${row('A-1')}${row('B-1')}`)).toMatchObject({ added: 1, known: 1 });
  });

  test('a claim that the portal has with other values is told to the insurer, and to nobody who may not see the case', async () => {
    await counts(`${headings}${row('K-1')}`);
    const other = `${headings}${row('K-1').replace('2026-11-01', '2025-11-01').replace('Rain', 'Fire')}`;
    const { notes, known } = await counts(other);
    expect(known).toBe(1);
    expect(notes.map(({ text }) => text.replaceAll(/NO-\d+/g, 'NO-1'))).toEqual([
      'Row 2, column “loss”: loss date 2025-11-01 not taken; expected: a new claim: case NO-1 has this one, and says 2026-11-01. And column “cause”: cause Fire not taken; expected: a new claim: case NO-1 has this one, and says Rain.',
    ]);
    const operator = await importAs('oona', other);
    expect(operator).toMatchObject({ kind: 'imported', counts: { known: 1, notes: [] } });
    expect(await counts(`${headings}${row('K-1')}`)).toMatchObject({ known: 1, notes: [] });
  });

  test('others get a turn between two slices', async () => {
    const many = Array.from({ length: 450 }, (_, index) => row(`T-${index}`)).join('');
    let turns = 0;
    let turning = setImmediate(function turn() {
      turns += 1;
      turning = setImmediate(turn);
    });
    await counts(`${headings}${many}`, true);
    clearImmediate(turning);
    expect(turns).toBeGreaterThan(1);
  });

  test('more cases than a slice get numbers of their own', async () => {
    const many = Array.from({ length: 450 }, (_, index) => row(`M-${index}`)).join('');
    expect(await counts(headings + many)).toMatchObject({ rows: 450, added: 450 });
    const rows = await server.store.db.selectFrom('case_file').select('number').execute();
    expect(new Set(rows.map((each) => each.number)).size).toBe(rows.length);
    expect(rows.every((each) => /^NO-1\d{5}$/.test(each.number))).toBe(true);
  });

  test('an imported case has its main inspection and its log line, and reaches those who work in it', async () => {
    const anna = await server.as('anna');
    const lines = await anna.pages('&limit=1000');
    const found = [...contentsOf(lines).values()].find((each) => each.case.claimNumber === 'A-1');
    expect(found?.case.tasks.map(({ type, main, status, office }) => ({ type, main, status, office }))).toEqual([
      { type: 'inspection', main: true, status: 'C', office: null },
      { type: 'drying', main: false, status: '0', office: 'kuopio' },
    ]);
    expect(found?.case.tasks[1]?.target).not.toBeNull();
    expect(found?.log.map((each) => [each.what, each.by?.name])).toEqual([['case-imported', 'Bertil Person']]);
    const id = found?.case.tasks[1]?.id ?? '';
    const outcome = await anna.issue('confirm-received', found?.case.id ?? '', { task: id });
    expect(outcome.kind).toBe('carried-out');
    await counts(`${headings}${row('LATE-1')}`);
    const told = lineOf(await anna.delta(cursorOf(lines)), 'rows')?.rows.map(([{ claimNumber }]) => claimNumber);
    expect(told).toContain('LATE-1');
  });

  test('the operator may import, a partner is refused, and who is not in the portal finds none', async () => {
    expect(await importAs('oona', `${headings}${row('O-1')}`)).toMatchObject({
      kind: 'imported',
      counts: { added: 1 },
    });
    expect(await importAs('anna', `${headings}${row('P-1')}`)).toEqual({
      kind: 'refused',
      refusal: { code: 'insurer-only', grantor: 'insurer' },
    });
    expect(await importAs('sven', headings)).toBeNull();
    expect(await importAs('bertil', headings, false, 'no-portal')).toBeNull();
  });
});
