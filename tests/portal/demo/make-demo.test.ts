import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { fitsPassword } from '../../../portal/accounts/password-hash.ts';
import { demoAccounts, demoPassword, demoPasswordHash, demoPeople } from '../../../portal/demo/demo-accounts.ts';
import { makeDemo } from '../../../portal/demo/make-demo.ts';
import { readNetwork, standingOf } from '../../../portal/reads/network.ts';
import type { Store } from '../../../portal/store/open-store.ts';
import type { Case, CaseContent } from '../../../shared/domain/case/case.ts';
import { toListRow } from '../../../shared/domain/case/list-row.ts';
import { actionsFor, type ActionKind } from '../../../shared/domain/dashboard/actions.ts';
import { aboveBudget, invoiceSums } from '../../../shared/domain/invoice/invoice-sums.ts';
import { lacksInvoice } from '../../../shared/domain/invoice/lacks-invoice.ts';
import { invoicesOf } from '../../../shared/domain/invoice/invoice.ts';
import { firstPicture } from '../../../shared/domain/task/first-picture.ts';
import { headroom, may } from '../../../shared/domain/rights/may.ts';
import { targetState } from '../../../shared/domain/task/target.ts';
import { emptyStore } from '../../support/engines.ts';
import { storedContents } from '../../support/stored-case.ts';

const day = '2026-11-23';

/** What the demo promises to whoever tries the insurer's handler and the External case handler. */
const rowsToTry: Readonly<Record<string, readonly ActionKind[]>> = {
  [demoPeople.handler.id]: [
    'role-declined',
    'forwarded-budgets',
    'decide-budgets',
    'check-approvals',
    'approve-invoices',
    'allocate-tasks',
    'approve-tasks',
    'decide-compensation',
    'give-information',
  ],
  [demoPeople.marked.id]: [
    'decide-budgets',
    'allocate-tasks',
    'approve-tasks',
    'decide-compensation',
    'give-information',
    'set-time',
    'start',
    'ongoing',
  ],
};

async function demoOn(store: Store, on = day) {
  const deps = { store, now: () => `${on}T12:00:00.000Z`, newId: uuidv7, mark: uuidv7, publicUrl: () => '' };
  return makeDemo(deps, on);
}

async function fingerprint(store: Store): Promise<string> {
  const tables = ['case_file', 'case_part', 'case_entry', 'case_tie'] as const;
  const rows = await Promise.all(tables.map((table) => store.db.selectFrom(table).selectAll().execute()));
  const texts = rows
    .flat()
    .map((row) => JSON.stringify(Object.entries(row).sort()))
    .sort();
  return createHash('sha256').update(texts.join()).digest('hex');
}

describe('the demo', () => {
  let store: Store;
  let made: Awaited<ReturnType<typeof makeDemo>>;
  let contents: readonly CaseContent[];
  let cases: readonly Case[];

  beforeAll(async () => {
    store = await emptyStore('sqlite');
    made = await demoOn(store);
    contents = await storedContents(store);
    cases = contents.map((content) => content.case);
  });
  afterAll(() => store.close());

  const standing = async (member: string, portal = 'atlantic') => {
    const network = await readNetwork({ store, db: store.db }, portal);
    const found = network && standingOf(network, network.members.get(member));
    if (!found) throw new Error(`${member} is not in ${portal}`);
    return found;
  };

  test('is all the claims, in two portals', () => {
    expect(made.cases).toBe(600);
    expect(cases.filter((each) => each.portal === 'atlantic')).toHaveLength(375);
    expect(cases.filter((each) => each.portal === 'nordic')).toHaveLength(225);
    expect(new Set(cases.map((each) => each.claimNumber)).size).toBe(600);
  });

  test('has one operator, two insurers, six partner companies, twenty offices and people of every level', async () => {
    const { db } = store;
    const sides = (await db.selectFrom('company').select('side').execute()).map((each) => each.side);
    expect(sides.sort().join()).toBe(`insurer,insurer,operator,${Array(6).fill('partner').join()}`);
    expect(await db.selectFrom('office').select('id').execute()).toHaveLength(20);
    const members = await db.selectFrom('membership').selectAll().where('portal', '=', 'atlantic').execute();
    expect(members.length).toBeGreaterThanOrEqual(55);
    expect([...new Set(members.map((each) => each.level))].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(new Set(members.filter((each) => each.marked === 1).map((each) => each.limit_kind)).size).toBe(2);
    expect(members.some((each) => each.active === 0)).toBe(true);
    const terms = await db.selectFrom('office_terms').selectAll().execute();
    expect(terms.some((each) => each.available === 0)).toBe(true);
    expect(terms.some((each) => each.in_network === 0)).toBe(true);
  });

  test('reaches every status that there is so far, for tasks and for inspections', () => {
    const tasks = cases.flatMap((each) => each.tasks);
    const statuses = (main: boolean): readonly string[] =>
      [...new Set(tasks.filter((task) => task.main === main).map((task) => task.status))].sort();
    expect(statuses(false)).toEqual(['0', '0+', '1', '2', '3', '3-', '4', 'A', 'B', 'B+', 'B++', 'C', 'I']);
    expect(statuses(true)).toEqual(['0', '0+', '1', '3', '4', 'A', 'B++', 'C', 'I']);
    const decided = cases.filter((each) => each.decision !== null).length;
    expect(decided / cases.length).toBeGreaterThan(0.75);
    expect(decided).toBeLessThan(cases.length);
    expect(cases.every((each) => each.tasks.filter((task) => task.main).length === 1)).toBe(true);
  });

  test.each(['06:00', '14:30', '20:30'])('has targets that are near, met and missed at %s', async (time) => {
    const now = `${day}T${time}:00.000Z`;
    const states = cases.flatMap((each) => each.tasks.map((task) => task.target && targetState(task.target, now)));
    for (const state of ['on-time', 'near', 'overdue']) {
      expect(states.filter((each) => each === state).length).toBeGreaterThan(20);
    }
  });

  test('shows the role waiting, active, declined and not at all, and offers each to try', async () => {
    const atlantic = cases.filter((each) => each.portal === 'atlantic');
    const mine = (who: keyof typeof demoPeople): number =>
      atlantic.filter((each) => each.role?.user?.member === demoPeople[who].id).length;
    expect(mine('marked')).toBeGreaterThan(10);
    expect(mine('secondMarked')).toBeGreaterThan(5);
    expect(atlantic.some((each) => each.roleDeclined !== null)).toBe(true);
    expect(atlantic.some((each) => each.role === null && each.roleDeclined === null)).toBe(true);
    const maria = await standing(demoPeople.manager.id);
    const waiting = atlantic.filter((each) => each.role?.office === maria.office && each.role.user === null);
    expect(waiting.length).toBeGreaterThan(2);
    const luis = demoPeople.craftsman.id;
    const responsible = atlantic.filter((each) =>
      each.tasks.some((task) => task.responsibles.some(({ member }) => member === luis)),
    );
    expect(responsible.length).toBeGreaterThan(5);
  });

  test('gives the External case handler budgets within the limit, above it, and forwarded ones', async () => {
    const james = await standing(demoPeople.marked.id);
    const mine = cases.filter((each) => each.portal === 'atlantic' && each.role?.user?.member === james.member);
    const waiting = mine.flatMap((subject) =>
      subject.budgets
        .filter((budget) => budget.state === 'submitted')
        .filter((budget) => may(james, 'budget.approve', { case: subject, budget }).allowed)
        .map((budget) => ({ over: headroom(james, subject, budget).over, forwarded: budget.forwarded !== null })),
    );
    expect(waiting.filter((each) => each.over === 0).length).toBeGreaterThan(1);
    expect(waiting.filter((each) => each.over > 0 && !each.forwarded).length).toBeGreaterThan(0);
    const budgets = cases.flatMap((each) => each.budgets);
    expect(budgets.some((budget) => budget.forwarded !== null)).toBe(true);
    expect(budgets.some((budget) => budget.state === 'rejected')).toBe(true);
    expect(budgets.some((budget) => budget.version > 1)).toBe(true);
    expect(budgets.some((budget) => budget.approvals.some((each) => each.as === 'external-case-handler'))).toBe(true);
    expect(new Set(budgets.map((budget) => budget.money.currency))).toEqual(new Set(['USD', 'EUR']));
  });

  test('has invoices that wait, were approved and were rejected, some above the budget, and tasks without one', () => {
    const invoices = cases.flatMap((each) => invoicesOf(each));
    for (const state of ['entered', 'approved', 'rejected'] as const)
      expect(invoices.filter((each) => each.state === state).length).toBeGreaterThan(1);
    expect(invoices.some(({ kind }) => kind === 'partial')).toBe(true);
    const above = cases.filter((each) =>
      invoicesOf(each).some(({ company, money }) => aboveBudget(invoiceSums(each, company, money.currency)) > 0),
    );
    expect(above.length).toBeGreaterThan(0);
    const waiting = cases.filter((each) =>
      each.tasks.some((task) => task.status === '4' && lacksInvoice(each, task, '')),
    );
    expect(waiting.length).toBeGreaterThan(0);
  });

  test('gives everybody it offers something to do, and something unread', async () => {
    const now = `${day}T14:00:00.000Z`;
    for (const who of ['handler', 'manager', 'marked', 'secondMarked', 'admin', 'craftsman'] as const) {
      const me = await standing(demoPeople[who].id);
      const actions = cases
        .filter((each) => each.portal === 'atlantic')
        .flatMap((each) => actionsFor(toListRow({ case: each, chat: [], log: [] }), me, now));
      expect([who, actions.length > 0]).toEqual([who, true]);
    }
    const reading = await store.db.selectFrom('reading').selectAll().where('member', '=', 'james-cole').execute();
    const chats = await store.db.selectFrom('case_entry').select('case_id').where('tail', '=', 'chat').execute();
    const written = (id: string): number => chats.filter((each) => each.case_id === id).length;
    expect(reading.some((each) => each.messages < written(each.case_id))).toBe(true);
    expect(reading.some((each) => each.messages === written(each.case_id))).toBe(true);
  });

  test.each(['2026-02-28', '2026-07-05', day])(
    'has something behind every row of the insurer and of the External case handler, and never hundreds, on %s',
    async (on) => {
      const other = on === day ? store : await emptyStore('sqlite');
      if (on !== day) await demoOn(other, on);
      const network = await readNetwork({ store: other, db: other.db }, 'atlantic');
      const rows = (await storedContents(other)).filter((each) => each.case.portal === 'atlantic').map(toListRow);
      for (const [who, kinds] of Object.entries(rowsToTry)) {
        const me = network && standingOf(network, network.members.get(who));
        if (!me) throw new Error(`${who} is not there`);
        const actions = rows.flatMap((row) => actionsFor(row, me, `${on}T14:00:00.000Z`));
        for (const kind of kinds) {
          const found = actions.filter((each) => each.kind === kind).length;
          expect([who, kind, found > 0 && found < 100]).toEqual([who, kind, true]);
        }
      }
      if (on !== day) await other.close();
    },
  );

  test('decides on compensation part by part, mostly by the insurer, and by the External case handler where that is given', () => {
    const decided = cases.flatMap((each) => (each.decision ? [{ ...each, decision: each.decision }] : []));
    const by = (portal: string): ReadonlySet<string | undefined> =>
      new Set(decided.filter((each) => each.portal === portal).map(({ decision }) => decision.as));
    expect(by('atlantic')).toEqual(new Set(['insurer', 'external-case-handler']));
    expect(by('nordic')).toEqual(new Set(['insurer']));
    expect(new Set(decided.map(({ decision }) => decision.result))).toEqual(
      new Set(['approved', 'partly', 'rejected']),
    );
    const early = decided.filter(({ decisionParts }) => decisionParts?.early);
    expect(early.length).toBeGreaterThan(5);
    expect(early.length).toBeLessThan(decided.length / 5);
    const parts = decided.flatMap((each) => each.decisionParts?.parts.length ?? 0);
    expect(Math.min(...parts)).toBeGreaterThan(0);
    expect(Math.max(...parts)).toBeGreaterThan(2);
    expect(decided.some(({ decisionAmounts }) => decisionAmounts?.parts.some((amount) => (amount ?? 0) > 0))).toBe(
      true,
    );
    expect(decided.some(({ decisionGrounds }) => decisionGrounds?.parts.some(({ deduction }) => deduction > 0))).toBe(
      true,
    );
  });

  test.each([
    'task-added',
    'task-removed',
    'task-allocated',
    'task-moved',
    'task-handed-back',
    'task-sent-back',
    'information-asked',
    'information-given',
    'inspection-taken-over',
    'management-moved-on',
    'case-closed',
    'case-reopened',
    'handler-changed',
    'customer-corrected',
  ])('tells of %s in more than one case', (what) => {
    expect(contents.filter(({ log }) => log.some((entry) => entry.what === what)).length).toBeGreaterThan(1);
  });

  test('leaves to be seen what waits: information each side owes, tasks given back, an inspection begun at the desk', () => {
    const open = cases.filter(({ state }) => state === 'open');
    const tasks = open.flatMap((each) => each.tasks);
    const owed = tasks.flatMap(({ status, inquiry }) => (status === 'I' && inquiry ? [inquiry.owedBy] : []));
    expect(new Set(owed)).toEqual(new Set(['partner', 'insurer', 'customer']));
    expect(tasks.some(({ status, handedBack }) => status === 'C' && handedBack)).toBe(true);
    expect(tasks.some(({ status, sentBack }) => status === '3' && sentBack)).toBe(true);
    const desk = open.filter((each) =>
      each.tasks.some((task) => task.main && task.started?.from === 'desk' && firstPicture(each, task) === null),
    );
    expect(desk.length).toBeGreaterThan(1);
    const extra = open.filter(({ tasks: own }) => new Set(own.map(({ type }) => type)).size < own.length);
    expect(extra.length).toBeGreaterThan(1);
    expect(cases.filter(({ state }) => state === 'closed').length).toBeGreaterThan(10);
  });

  test('has two offices that select their people by themselves, told by the log of settings', async () => {
    for (const portal of ['atlantic', 'nordic']) {
      const network = await readNetwork({ store, db: store.db }, portal);
      const selecting = network?.offices.values().filter(({ selection }) => selection) ?? [];
      expect([...selecting].map(({ id }) => id).sort()).toEqual(['coastal-norfolk', 'dryworks-houston']);
    }
    const lines = await store.db.selectFrom('settings_log').select('name').execute();
    expect(lines.filter(({ name }) => name === 'change-selection')).toHaveLength(4);
    expect(lines).toHaveLength(5);
    const own = contents.flatMap(({ log }) =>
      log.filter(({ what, as }) => what === 'members-assigned' && as === 'system'),
    );
    expect(own.length).toBeGreaterThan(1);
  });

  test('keeps real files: bytes, size and hash agree with what the documents say', async () => {
    const files = await store.db.selectFrom('stored_file').selectAll().execute();
    const documents = cases.flatMap((each) => each.documents);
    expect(files.length).toBe(documents.length);
    const byId = new Map(files.map((file) => [file.id, file]));
    for (const document of documents) {
      const file = byId.get(document.file);
      const content = Buffer.from(file?.content ?? []);
      expect(createHash('sha256').update(content).digest('hex')).toBe(document.sha256);
      expect(content.length).toBe(document.size);
      const start = document.mediaType === 'application/pdf' ? '%PDF-1.4' : 'Item,"Amount (';
      expect(content.subarray(0, start.length).toString()).toBe(start);
    }
    expect(new Set(documents.map((each) => each.mediaType))).toEqual(new Set(['application/pdf', 'text/csv']));
  });

  test('has calculations that add up to their budgets', async () => {
    const budget = cases.flatMap((each) => each.budgets).find((each) => each.file?.mediaType === 'text/csv');
    const file = await store.db
      .selectFrom('stored_file')
      .select('content')
      .where('id', '=', budget?.file?.file ?? '')
      .executeTakeFirstOrThrow();
    const amounts = Buffer.from(file.content)
      .toString()
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => Math.round(Number(line.split(',').at(-1)) * 100));
    const total = amounts.pop();
    expect(total).toBe(budget?.money.amount);
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(total);
  });

  test('lies in the past, in the order in which it happened', async () => {
    for (const { case: whole, chat, log } of contents) {
      const moments = [whole.createdAt, ...[...log, ...chat].map((entry) => entry.at)];
      expect(moments.every((at) => at < `${day}T00:00:00.000Z`)).toBe(true);
      expect(log.map((entry) => entry.at)).toEqual(log.map((entry) => entry.at).sort());
      expect(whole.damage.lossDate <= whole.createdAt.slice(0, 10)).toBe(true);
    }
    expect(await store.db.selectFrom('mail').selectAll().execute()).toEqual([]);
    expect(await store.db.selectFrom('notice').selectAll().execute()).toEqual([]);
  });

  test('is the same on the same day, on PostgreSQL as well', async () => {
    const other = await emptyStore('postgres');
    await demoOn(other);
    expect(await fingerprint(other)).toBe(await fingerprint(store));
    await other.close();
  });

  test('lets its people in by the one password', async () => {
    expect(await fitsPassword(demoPassword, demoPasswordHash)).toBe(true);
    const people = await store.db.selectFrom('person').select('email').execute();
    const known = people.map((each) => each.email);
    expect(demoAccounts.every((account) => known.includes(account.email) && account.password === demoPassword)).toBe(
      true,
    );
  });
});
