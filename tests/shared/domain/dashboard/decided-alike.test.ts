import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Budget } from '../../../../shared/domain/budget/budget.ts';
import { audiencesFor, audiencesOf } from '../../../support/brute-force/audiences.ts';
import { viewOf } from '../../../support/brute-force/view-of.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { toListRow } from '../../../../shared/domain/case/list-row.ts';
import { commandBook, decideCase, type CaseCommand, type CommandName } from '../../../../shared/domain/command-book.ts';
import { actionKinds, actionsFor, type ActionKind } from '../../../../shared/domain/dashboard/actions.ts';
import { invoicesOf, type Invoice } from '../../../../shared/domain/invoice/invoice.ts';
import { settlementsOf, type Settlement } from '../../../../shared/domain/settlement/settlement.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { rights } from '../../../../shared/domain/rights/rights.ts';
import { taskStatuses, type TaskStatus } from '../../../../shared/domain/task/task-status.ts';
import { owingSides, type Task } from '../../../../shared/domain/task/task.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aDirectory,
  aFile,
  aMember,
  anInquiry,
  anInsurer,
  anna,
  anOffice,
  aQuestion,
  aRole,
  aStanding,
  aTask,
  bertil,
  carla,
  monday,
  someSettings,
} from '../../../support/builders.ts';
import { deciding } from '../../../support/compensation.ts';
import { anInvoice } from '../../../support/invoices.ts';
import { anApproval, eur } from '../../../support/budget-commands.ts';
import { aSettledItem, aSettlement } from '../../../support/settlements.ts';
import { aPut, editing } from '../../../support/work-plan.ts';

/** The command behind each row of the dashboard; work that goes on is listed and calls for nothing. */
const commandOf: Readonly<Record<Exclude<ActionKind, 'ongoing'>, CommandName>> = {
  'assign-role-user': 'assign-role-user',
  'role-declined': 'give-role-to-office',
  'forwarded-budgets': 'reject-budget',
  'decide-budgets': 'reject-budget',
  'check-approvals': 'check-approval',
  'bind-settlements': 'bind-settlement',
  'approve-invoices': 'reject-invoice',
  'allocate-tasks': 'allocate-task',
  'approve-tasks': 'approve-task',
  'give-information': 'give-information',
  'decide-compensation': 'decide-compensation',
  'confirm-received': 'confirm-received',
  'assign-members': 'assign-members',
  'set-time': 'set-time',
  'enter-budget': 'submit-budget',
  start: 'start-task',
};

const certified = ['drying', 'inspection', 'first-aid', 'management'];
const directory = aDirectory({
  offices: [...aDirectory().offices, anOffice({ id: 'open-to-all', company: 'other', services: certified })],
  companies: [...aDirectory().companies, { id: 'other', name: 'Other Oy', side: 'partner' }],
  members: [
    aMember({ certified }),
    aMember({ id: 'dan', name: 'Dan', certified }),
    aMember({ id: anna.member, name: anna.name, company: anna.company, office: 'kuopio', marked: false, certified }),
  ],
});
const workerOf = (company: string | null) => (company === carla.company ? carla.member : anna.member);

/** What would be issued for a task in each status. */
const taskCommands: Readonly<
  Partial<Record<TaskStatus, (task: Task, workPlans: boolean) => readonly [ActionKind, CaseCommand]>>
> = {
  C: ({ id }) => ['allocate-tasks', { name: 'allocate-task', input: { task: id, office: 'open-to-all' } }],
  '0': ({ id }) => ['confirm-received', { name: 'confirm-received', input: { task: id } }],
  '0+': ({ id, company }) => [
    'assign-members',
    { name: 'assign-members', input: { task: id, members: [workerOf(company)] } },
  ],
  '1': ({ id }) => [
    'set-time',
    { name: 'set-time', input: { task: id, start: monday, end: '2026-11-24T08:00:00.000Z' } },
  ],
  '2': ({ id }, workPlans) => [
    'enter-budget',
    workPlans
      ? { name: 'edit-work-plan', input: editing({ items: [aPut({ id: 'new', task: id })] }) }
      : {
          name: 'submit-budget',
          input: { tasks: [id], description: 'x', money: eur(1), file: aFile(), comment: '', revises: null },
        },
  ],
  'B+': ({ id }) => ['enter-budget', { name: 'accept-partial-approval', input: { task: id } }],
  'B++': ({ id }) => ['start', { name: 'start-task', input: { task: id } }],
  I: ({ id }) => ['give-information', { name: 'give-information', input: { task: id, answer: 'x' } }],
  '4': ({ id, main }) =>
    main
      ? ['decide-compensation', { name: 'decide-compensation', input: deciding(id) }]
      : ['approve-tasks', { name: 'approve-task', input: { task: id } }],
};

/** The same question put to the commands: what of the case would be carried out for this person. */
function carriedOut(whole: Case, view: Case, standing: Standing): readonly string[] {
  const can = (command: CaseCommand, basedOn: string | null = null) =>
    decideCase(aQuestion({ case: whole, standing, directory, stamp: { basedOn } }), command).kind === 'decided';
  const tasks = view.tasks.flatMap((task) => {
    const [kind, command] = taskCommands[task.status]?.(task, standing.settings.workPlans) ?? [];
    const asked =
      kind === 'allocate-tasks' ||
      kind === 'approve-tasks' ||
      kind === 'decide-compensation' ||
      kind === 'give-information' ||
      task.company === standing.company;
    const seen = (task.status === 'I' && task.inquiry?.asked.command) || task.revision;
    return kind && command && asked && can(command, seen) ? [`${kind} ${task.id}`] : [];
  });
  const budgets = view.budgets.flatMap((budget) => {
    const { id, version, forwarded, revision } = budget;
    const kind = forwarded ? 'forwarded-budgets' : 'decide-budgets';
    if (forwarded && standing.side !== 'insurer') return [];
    return can({ name: 'reject-budget', input: { budget: id, version, reason: 'x' } }, revision) ? [kind] : [];
  });
  const checks = view.budgets.flatMap(({ id, version, revision }) =>
    can({ name: 'check-approval', input: { budget: id, version } }, revision) ? ['check-approvals'] : [],
  );
  const invoices = invoicesOf(view).flatMap(({ id, revision }) =>
    can({ name: 'reject-invoice', input: { invoice: id, reason: 'x' } }, revision) ? ['approve-invoices'] : [],
  );
  const settlements = settlementsOf(view).flatMap(({ id: settlement, revision, adds: amount }) => {
    const input = { settlement, revision, money: eur(amount) };
    return can({ name: 'bind-settlement', input }, revision) ? ['bind-settlements'] : [];
  });
  const seen = whole.role?.revision ?? null;
  const user = can({ name: 'assign-role-user', input: { member: 'dan' } }, seen) && whole.role?.user === null;
  const office = whole.roleDeclined !== null && can({ name: 'give-role-to-office', input: { office: 'arvio-kuopio' } });
  return [
    ...tasks,
    ...budgets,
    ...checks,
    ...invoices,
    ...settlements,
    ...(user ? ['assign-role-user'] : []),
    ...(office ? ['role-declined'] : []),
  ];
}

const person = fc.constantFrom(anna, carla, bertil);
const company = fc.constantFrom(anna.company, carla.company);
const kind = fc.constantFrom(
  'inspection' as const,
  'first-aid' as const,
  'project-management' as const,
  'repair' as const,
);

const task = (id: string) =>
  fc
    .record({
      kind,
      status: fc.constantFrom(...taskStatuses),
      company,
      responsibles: fc.subarray([anna, carla]),
      completedBy: fc.option(person, { nil: null }),
      owedBy: fc.constantFrom(...owingSides),
      from: fc.constantFrom('3' as const, '4' as const),
    })
    .map(({ owedBy, from, ...change }) => {
      const main = id === 'a' && change.kind === 'inspection';
      const inquiry = change.status === 'I' ? anInquiry({ owedBy, from }) : null;
      return aTask({ id, revision: `revision-of-${id}`, ...change, main, inquiry });
    });

function budgetOf(waiting: Task, change: Partial<Budget>): Budget {
  const { id, company: of } = waiting;
  return aBudget({
    id: `budget-${id}`,
    tasks: [id],
    company: of ?? '',
    revision: `revision-of-budget-${id}`,
    ...change,
  });
}

function invoiceOf(of: string, state: Invoice['state']): Invoice {
  const decided = { by: bertil, at: monday, reason: '' };
  return anInvoice({
    id: `invoice-${of}`,
    number: of,
    tasks: [of],
    state,
    ...(state === 'entered' ? {} : { decided }),
  });
}

/** One minor unit, within every limit that is above nothing. */
function settlementOf({ id, company: of }: Task): Settlement {
  const items = [aSettledItem({ item: `item-${id}`, task: id, company: of ?? '', amount: 1 })];
  return aSettlement({ id: `settlement-${id}`, revision: `revision-of-settlement-${id}`, items });
}

const forwarded = { by: carla, at: monday, note: '', over: 1 };
const drawn = { state: 'approved', approvals: [anApproval({ sampled: true })] } as const;
const cases = fc
  .record({
    tasks: fc.tuple(task('a'), task('b'), task('c')),
    submittedBy: person,
    invoiced: fc.constantFrom('entered' as const, 'approved' as const, 'rejected' as const),
    forwarded: fc.constantFrom(null, null, forwarded),
    role: fc.constantFrom(null, aRole(), aRole({ user: carla }), aRole({ user: carla })),
    declined: fc.boolean(),
    decision: fc.constantFrom(null, 'approved' as const, 'rejected' as const),
    state: fc.constantFrom('open' as const, 'open' as const, 'closed' as const),
  })
  .map(({ tasks, submittedBy, invoiced, forwarded: sent, role, declined, decision, state }) =>
    aCase({
      tasks,
      budgets: [
        ...tasks
          .filter(({ status }) => status === 'B' || status === '3-')
          .map((each) => budgetOf(each, { submittedBy, forwarded: sent })),
        ...tasks
          .filter(({ status }) => status === 'B++')
          .map((each) => ({ ...budgetOf(each, { submittedBy, forwarded: null }), ...drawn })),
      ],
      settlements: tasks.filter(({ status }) => status === '3').map(settlementOf),
      invoices: tasks.filter(({ status }) => status === '4').map(({ id }) => invoiceOf(id, invoiced)),
      role,
      roleDeclined:
        role === null && declined ? { office: 'o', officeName: 'O', by: carla, reason: 'r', at: monday } : null,
      decision: decision && { result: decision, at: monday, by: bertil },
      state,
    }),
  );

const standings = fc
  .record({
    who: fc.constantFrom(aStanding, aCaseHandler, aCaseHandler, anInsurer),
    level: fc.constantFrom(0 as const, 1 as const, 2 as const, 4 as const),
    marked: fc.boolean(),
    active: fc.constantFrom(true, true, true, false),
    budgetPermission: fc.boolean(),
    enabled: fc.constantFrom(true, true, true, false),
    ownCompany: fc.boolean(),
    handlerRights: fc.subarray([...rights]),
    managerRights: fc.subarray([...rights]),
    inspectorRights: fc.option(fc.subarray([...rights]), { nil: undefined }),
    workPlans: fc.constantFrom(false, false, true),
    decisionGate: fc.constantFrom('repairs-wait' as const, 'none' as const),
  })
  .map(({ who, level, marked, active, budgetPermission, ...portal }) => {
    const base = someSettings();
    const { enabled, ownCompany, handlerRights, managerRights, ...others } = portal;
    const externalCaseHandler = { ...base.externalCaseHandler, enabled, ownCompany, rights: handlerRights };
    const settings = { ...base, ...others, externalCaseHandler, projectManagerRights: managerRights };
    return who({ level, marked, active, budgetPermission, settings });
  });

describe('the dashboard', () => {
  test('counts exactly what would be carried out, over random cases as each person sees them', () => {
    const counted = new Set<string>();
    fc.assert(
      fc.property(cases, standings, (whole, standing) => {
        const content = { case: whole, chat: [], log: [] };
        const mine = audiencesFor(standing);
        const seen = audiencesOf(whole, [standing]);
        const audience = mine.find((each) => seen.some((sight) => sight.audience === each));
        const sight = seen.find((each) => each.audience === audience)?.sight;
        fc.pre(sight !== undefined);
        const view = viewOf(content, sight);
        const actions = actionsFor(toListRow(view), standing, monday).filter((action) => action.kind !== 'ongoing');
        const found = actions.map((action) => (action.task ? `${action.kind} ${action.task}` : action.kind));
        expect(found.toSorted()).toEqual(carriedOut(whole, view.case, standing).toSorted());
        for (const action of actions) counted.add(action.kind);
      }),
      { numRuns: 3000 },
    );
    // A property about a kind that never came up would say nothing.
    expect([...counted].toSorted()).toEqual(Object.keys(commandOf).toSorted());
  });

  test('has no row without a command', () => {
    const rows: Readonly<Partial<Record<ActionKind, CommandName>>> = commandOf;
    const without = actionKinds.filter((kind) => !(rows[kind] && rows[kind] in commandBook));
    expect(without).toEqual(['ongoing']);
  });

  test('takes a row of before it was kept whose work it is, which then counts as another’s', () => {
    const row = toListRow({
      case: aCase({ role: aRole({ user: carla }), tasks: [aTask({ status: '4' })], budgets: [aBudget()] }),
      chat: [],
      log: [],
    });
    const old = {
      ...row,
      tasks: row.tasks.map(({ completedBy: _, ...each }) => each),
      budgets: row.budgets.map(({ tasks: _, submittedBy: __, ...each }) => each),
    };
    expect(actionsFor(old, aCaseHandler(), monday)).toEqual(actionsFor(row, aCaseHandler(), monday));
  });
});
