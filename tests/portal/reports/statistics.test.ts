import fc from 'fast-check';
import { sql } from 'kysely';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../portal/store/engine.ts';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import type { Invoice } from '../../../shared/domain/invoice/invoice.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { fromMilliseconds, toMilliseconds } from '../../../shared/domain/moment.ts';
import { aBudget, aContent, anna, aRole, aTask, bertil, carla } from '../../support/builders.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';
import { anInvoice } from '../../support/invoices.ts';
import { smallNetwork } from '../../support/small-network.ts';

const portal = 'nordic-portal';
const period = { from: '2026-03-01', to: '2026-10-31', state: 'open' } as const;

/** The small network, in which the adjusters' admin may see budgets of the own company. */
const network = {
  ...smallNetwork,
  portals: smallNetwork.portals.map((each) => ({
    ...each,
    members: each.members.map((of) => (of.member === 'cora' ? { ...of, budgetPermission: true } : of)),
  })),
};

const words = fc.constantFrom(
  'Kuopio',
  '=1+1',
  '-2',
  '@SUM(A1)',
  'a;b',
  '"q", said',
  'two\nlines',
  'Åbo 🏠',
  '\tx',
  '',
);
/** Whole seconds, as a spreadsheet's reader rounds to; around midnight in Helsinki at both ends of the period, too. */
const moment = fc
  .oneof(
    fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 11, 31) }),
    fc.constantFrom(
      ...['02-28T21:59', '02-28T22:00', '10-31T21:59', '10-31T22:00'].map((at) => Date.parse(`2026-${at}Z`)),
    ),
  )
  .map((at) => fromMilliseconds(at - (at % 1000)));
const offices = { kuopio: 'kuivaus', 'arvio-kuopio': 'arvio', 'rival-kuopio': 'rival' } as const;
const office = fc.constantFrom(...(Object.keys(offices) as (keyof typeof offices)[]));
const amount = fc.integer({ min: 1, max: 90_000_000 });

const task = fc
  .record({
    office: fc.option(office),
    status: fc.constantFrom('0' as const, '3' as const, '4' as const, 'A' as const),
    by: fc.boolean(),
  })
  .map(({ office: at, status, by }) =>
    aTask({ office: at, company: at && offices[at], status, responsibles: by && at === 'kuopio' ? [anna] : [] }),
  );

const budget = fc
  .record({
    office,
    amount,
    state: fc.constantFrom('submitted' as const, 'approved' as const, 'rejected' as const),
    approved: fc.array(fc.tuple(amount, fc.boolean()), { maxLength: 2 }),
  })
  .map(({ office: at, amount: asked, state, approved }): Budget =>
    aBudget({
      office: at,
      company: offices[at],
      state,
      money: { amount: asked, currency: 'EUR' },
      approvals: approved.map(([each, asRole], index) => ({
        version: index + 1,
        by: carla,
        as: asRole ? 'external-case-handler' : 'insurer',
        amount: each,
        previous: 0,
        at: '2026-11-01T08:00:00.000Z',
      })),
    }),
  );

const invoice = fc
  .record({
    office,
    amount,
    state: fc.constantFrom('entered' as const, 'approved' as const, 'rejected' as const),
  })
  .map(({ office: at, amount: asked, state }): Invoice =>
    anInvoice({ office: at, company: offices[at], state, money: { amount: asked, currency: 'EUR' } }),
  );

const cases = fc.array(
  fc.record({
    city: words,
    claimNumber: words,
    created: moment,
    state: fc.constantFrom('open' as const, 'closed' as const),
    tasks: fc.array(task, { maxLength: 3 }),
    budgets: fc.array(budget, { maxLength: 2 }),
    invoices: fc.array(invoice, { maxLength: 2 }),
    role: fc.constantFrom('none', 'office', 'user', 'other'),
    decided: fc.option(moment),
    handled: fc.boolean(),
  }),
  { minLength: 20, maxLength: 40 },
);

type Drawn = (typeof cases extends fc.Arbitrary<infer Value> ? Value : never)[number];

function content(drawn: Drawn, id: string): CaseContent {
  const users = {
    none: {},
    office: {},
    user: { user: carla, userAssignedAt: drawn.created },
    other: { office: 'kuopio', officeName: 'Kuivaus Kuopio', company: 'kuivaus', user: anna },
  };
  return aContent({
    id,
    number: `NM-${id}`,
    claimNumber: drawn.claimNumber,
    state: drawn.state,
    createdAt: drawn.created,
    site: { ...aContent().case.site, city: drawn.city },
    tasks: drawn.tasks.map((each, index) => ({ ...each, id: `${id}-${index}`, main: index === 0 })),
    budgets: drawn.budgets.map((each, index) => ({ ...each, id: `${id}-budget-${index}` })),
    invoices: drawn.invoices.map((each, index) => ({
      ...each,
      id: `${id}-invoice-${index}`,
      number: `${id}-${index}`,
    })),
    role: drawn.role === 'none' ? null : aRole({ officeAssignedAt: drawn.created, ...users[drawn.role] }),
    decision: drawn.decided === null ? null : { result: 'approved', at: drawn.decided, by: bertil },
    handler: drawn.handled ? bertil : null,
  });
}

interface Expected {
  readonly number: string;
  readonly claim_number: string;
  readonly state: string;
  readonly created: string;
  readonly loss_date: string;
  readonly cause: string;
  readonly postal_code: string;
  readonly city: string;
  readonly handler: string | null;
  readonly company: string | null;
  readonly office: string | null;
  readonly email: string | null;
  readonly office_at: string | null;
  readonly user_at: string | null;
  readonly inspection: string | null;
  readonly decision: string | null;
  readonly decided: string | null;
  readonly tasks: number | null;
  readonly approved: number | null;
  readonly submitted_amount: number | null;
  readonly approved_amount: number | null;
  readonly role_amount: number | null;
  readonly invoices: number | null;
  readonly invoiced_amount: number | null;
  readonly invoices_approved: number | null;
}

/**
 * The report by SQL over the cases themselves, which knows nothing of views. The insurer sees all; the adjusters' admin
 * what the company works in, its own budgets, and the header alone where only the role is with it.
 */
async function bySql(server: TestServer, engine: Engine, reader: 'bertil' | 'cora'): Promise<readonly Expected[]> {
  const lite = engine === 'sqlite';
  const lies = (part: string) =>
    `from case_part p where p.portal = f.portal and p.case_id = f.id and p.gone = 0 and p.part = '${part}'`;
  const inText = (path: string, of: string) =>
    lite ? `json_extract(${of}, '$.${path}')` : `(${of}::json #>> '{${path.replaceAll('.', ',')}}')`;
  const at = (path: string, of?: string) => {
    if (of !== undefined) return sql.raw(inText(path, of));
    const [first = '', ...rest] = path.split('.');
    const apart = ['damage', 'role', 'decision'].includes(first);
    return sql.raw(`(select ${inText(apart ? rest.join('.') : path, 'p.text')} ${lies(apart ? first : 'head')})`);
  };
  const each = (part: string) =>
    sql.raw(`(select p.text${lite ? '' : '::json'} as value ${lies(part)} order by p.place) e`);
  const last = sql.raw(lite ? `json_extract(e.value, '$.approvals[#-1]')` : `(e.value -> 'approvals' -> -1)::text`);
  const lastAt = (path: string) =>
    sql`${sql.raw(lite ? `json_extract(e.value, '$.approvals[#-1].${path}')` : `(e.value -> 'approvals' -> -1 ->> '${path}')`)}`;
  const own = reader === 'cora' ? sql`${at('company', 'e.value')} = 'arvio'` : sql`1 = 1`;
  const works = sql`exists (select 1 from ${each('tasks')} where ${own})`;
  const sees = reader === 'bertil' ? sql`1 = 1` : sql`(${works} or ${at('role.company')} = 'arvio')`;
  const content = reader === 'bertil' ? sql`1 = 1` : works;
  const sum = (value: ReturnType<typeof sql>, where: ReturnType<typeof sql>, of = 'budgets') =>
    sql`(select coalesce(sum(cast(${value} as bigint)), 0) from ${each(of)} where ${own} and ${where})`;
  const stands = sql`${at('state', 'e.value')} <> 'rejected'`;
  const invoiced = at('money.amount', 'e.value');
  const ofContent = (value: ReturnType<typeof sql>) => sql`case when ${content} then ${value} end`;
  const main = sql.raw(lite ? `json_extract(e.value, '$.main') = 1` : `(e.value ->> 'main') = 'true'`);
  const { rows } = await sql<Expected>`
    select ${at('number')} as number, ${at('claimNumber')} as claim_number, ${at('state')} as state,
      ${at('createdAt')} as created, ${at('damage.lossDate')} as loss_date, ${at('damage.cause')} as cause,
      ${at('site.postalCode')} as postal_code, ${at('site.city')} as city, ${at('handler.name')} as handler,
      (select name from company where id = ${at('role.company')}) as company, ${at('role.officeName')} as office,
      (select person.email from member join person on person.id = member.person
        where member.id = ${at('role.user.member')}) as email,
      ${at('role.officeAssignedAt')} as office_at, ${at('role.userAssignedAt')} as user_at,
      ${ofContent(sql`(select office.name from ${each('tasks')} join office on office.id = ${at('office', 'e.value')} where ${main})`)} as inspection,
      ${at('decision.result')} as decision, ${at('decision.at')} as decided,
      ${ofContent(sql`(select count(*) from ${each('tasks')})`)} as tasks,
      ${ofContent(sql`(select count(*) from ${each('tasks')} where ${at('status', 'e.value')} = 'A')`)} as approved,
      ${ofContent(sum(sql`${at('money.amount', 'e.value')}`, sql`1 = 1`))} as submitted_amount,
      ${ofContent(sum(lastAt('amount'), sql`${last} is not null`))} as approved_amount,
      ${ofContent(sum(lastAt('amount'), sql`${lastAt('as')} = 'external-case-handler'`))} as role_amount,
      ${ofContent(sum(sql`1`, stands, 'invoices'))} as invoices,
      ${ofContent(sum(sql`${invoiced}`, stands, 'invoices'))} as invoiced_amount,
      ${ofContent(sum(sql`${invoiced}`, sql`${at('state', 'e.value')} = 'approved'`, 'invoices'))} as invoices_approved
    from case_file f where f.portal = ${portal} and ${sees} order by f.number`.execute(server.store.db);
  return rows.filter(({ created, state }) => {
    const day = helsinki(created).slice(0, 10);
    return state === period.state && day >= period.from && day <= period.to;
  });
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short', timeStyle: 'short' });
const helsinki = (at: string): string => clock.format(toMilliseconds(at));

function asCsv(row: Expected): readonly string[] {
  const text = (value: string | null): string => (/^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? ''));
  const money = (value: number | null): string =>
    value === null ? '' : (Number(value) / 100).toFixed(2).replace('.', ',');
  const when = (value: string | null): string => (value === null ? '' : helsinki(value));
  const count = (value: number | null): string => (value === null ? '' : String(value));
  return [
    ...[row.number, row.claim_number, row.state].map(text),
    when(row.created),
    ...[row.loss_date, row.cause, row.postal_code, row.city, row.handler, row.company, row.office, row.email].map(text),
    when(row.office_at),
    when(row.user_at),
    text(row.inspection),
    text(row.decision),
    when(row.decided),
    count(row.tasks),
    count(row.approved),
    ...[row.submitted_amount, row.approved_amount, row.role_amount].map(money),
    // Only open cases are asked for.
    '',
    count(row.invoices),
    ...[row.invoiced_amount, row.invoices_approved].map(money),
  ];
}

/** The same, as a spreadsheet program has it: numbers are numbers, days are days. */
function asXlsx(row: Expected): readonly unknown[] {
  const money = (value: number | null) => (value === null ? null : Number(value) / 100);
  const count = (value: number | null) => (value === null ? null : Number(value));
  const csv: readonly unknown[] = asCsv(row).map((each) => (each === '' ? null : each.replace(/^'/, '')));
  const numbers = [
    count(row.tasks),
    count(row.approved),
    money(row.submitted_amount),
    money(row.approved_amount),
    money(row.role_amount),
  ];
  const ofInvoices = [count(row.invoices), money(row.invoiced_amount), money(row.invoices_approved)];
  return [...csv.slice(0, 17), ...numbers, null, ...ofInvoices];
}

function plain(cell: unknown, column: number): unknown {
  if (!(cell instanceof Date)) return cell;
  // A time is a fraction of a day, of which a reader makes milliseconds with a hair too few.
  const text = new Date(cell.getTime() + 500).toISOString().replace('T', ' ');
  return text.slice(0, column === 4 ? 10 : 16);
}

async function make(server: TestServer, reader: string): Promise<string> {
  const person = await server.as(reader);
  const asked = await person.request(`/reports/${portal}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(period),
  });
  expect(asked.status).toBe(200);
  const { id } = (await asked.json()) as { id: string };
  await server.jobs.runDue();
  return `/reports/${portal}/${id}/file`;
}

describe.each(engines)('the Case statistics report on $engine', ({ engine }) => {
  test('says in each cell, in CSV and in XLSX, what SQL says of the cases, to the insurer and to a partner', async () => {
    const server = await aPortalServer(engine, { network });
    let run = 0;
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(cases, async (drawn) => {
        run += 1;
        const name = (index: number): string => `${String(run).padStart(2, '0')}-${String(index).padStart(3, '0')}`;
        await server.addCases(
          portal,
          drawn.map((each, index) => content(each, name(index))),
        );
        for (const reader of ['bertil', 'cora'] as const) {
          const expected = (await bySql(server, engine, reader)).map((row) =>
            // The adjusters' directory has their own people.
            reader === 'bertil' || row.company === 'Arvio Oy' ? row : { ...row, email: null },
          );
          const path = await make(server, reader);
          const person = await server.as(reader);
          const csv = await (await person.request(`${path}?format=csv&separator=semicolon&decimals=comma`)).text();
          const [head, ...lines] = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), {
            delimiter: ';',
            skipEmptyLines: true,
          }).data;
          expect(head?.[11]).toBe('External case handler (e-mail)');
          expect(lines).toEqual(expected.map(asCsv));
          const xlsx = await (await person.request(`${path}?format=xlsx`)).arrayBuffer();
          const [sheet] = await readXlsxFile(Buffer.from(xlsx), { trim: false });
          expect(sheet?.data.slice(1).map((row) => row.map(plain))).toEqual(expected.map(asXlsx));
          rows += lines.length;
        }
      }),
      { numRuns: 4 },
    );
    expect(rows).toBeGreaterThan(50);
    await server.close();
  });
});
