import { expect, onTestFinished, test } from 'vitest';
import { createJobs } from '../../../portal/jobs/create-jobs.ts';
import { everyWork } from '../../../portal/jobs/every-work.ts';
import type { Store } from '../../../portal/store/open-store.ts';
import { aBudget, aContent, aRole } from '../../support/builders.ts';
import { jobsOf } from '../../support/jobs.ts';
import { aPortalServer } from '../../support/portal-server.ts';
import { twoStores } from '../../support/two-stores.ts';
import { jsonRequest } from '../../support/whole-app.ts';

const portal = 'nordic-portal';
const many = 130;

test('two portal servers on one PostgreSQL: each row of a report, each brief and each mail is made once', async () => {
  const [first, second] = await twoStores('postgres');
  const server = await aPortalServer('postgres', { store: first });
  onTestFinished(async () => {
    await second.close();
    await server.close();
  });
  const budgets = [aBudget({ money: { amount: 431_000, currency: 'EUR' } })];
  const cases = Array.from({ length: many }, (_, index) => `case-${100 + index}`);
  await server.addCases(
    portal,
    cases.map((id) => aContent({ id, number: id, role: aRole(), budgets })),
  );
  const [bertil, oona, anna] = [await server.as('bertil'), await server.as('oona'), await server.as('anna')];
  await bertil.issue('remove-role', 'case-100', { reason: 'Moved.' }, { basedOn: 'revision-of-role' });
  for (const id of cases.slice(1, 5)) await anna.issue('write-chat', id, { text: 'News.' });
  const mails = (await server.store.db.selectFrom('mail').select('id').execute()).map(({ id }) => id);
  expect(mails.length).toBeGreaterThan(0);
  const asked = { from: '2026-01-01', to: '2026-12-31', state: 'all' };
  expect((await bertil.request(`/reports/${portal}`, jsonRequest(asked))).status).toBe(200);
  await oona.issue('change-rights', portal, { defaultLimit: 100_000 });

  const sent: string[] = [];
  const transport = { send: async ({ id }: { readonly id: string }) => void sent.push(id), close: () => undefined };
  const jobsOn = (store: Store) => {
    const deps = { ...server.deps, store };
    return createJobs(deps, everyWork({ ...deps, transport }));
  };
  const pieces = await Promise.all([jobsOn(first).runDue(), jobsOn(second).runDue()]);
  // Three slices of the report, six of the briefs: none was begun by both.
  expect(pieces.reduce((sum, each) => sum + each)).toBe(mails.length + 9);

  const rows = await first.db.selectFrom('report_row').select('case_id').orderBy('case_id').execute();
  expect(rows.map(({ case_id }) => case_id)).toEqual(cases);
  const briefs = await first.db
    .selectFrom('case_part')
    .select(['text', 'changed'])
    .where('part', '=', 'brief')
    .where('gone', '=', 0)
    .execute();
  expect(briefs).toHaveLength(many - 1);
  for (const { text } of briefs) expect(JSON.parse(text)).toMatchObject({ above: { carla: 1, cecil: 1 } });
  expect(new Set(briefs.map(({ changed }) => changed)).size).toBe(6);
  expect(sent.toSorted()).toEqual(mails.toSorted());
  expect(await jobsOf({ store: first })).toEqual([]);
});
