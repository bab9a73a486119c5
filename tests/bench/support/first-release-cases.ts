import type { Budget } from '../../../shared/domain/budget/budget.ts';
import type { Case, CaseContent } from '../../../shared/domain/case/case.ts';
import type { Task } from '../../../shared/domain/task/task.ts';

// Cases as release 0.1.0 kept them: written out here, since what wrote them then is not in the code any more.

/** Rows of the tables of 0.1.0, by table. */
export type Rows = Readonly<Record<string, readonly Record<string, unknown>[]>>;

const allParts = [
  'tasks',
  'customer',
  'cover',
  'budgets',
  'other-budgets',
  'chat',
  'documents',
  'log',
  'other-log',
] as const;
type Part = (typeof allParts)[number];
const ofCompany: readonly Part[] = ['tasks', 'customer', 'chat', 'documents', 'log'];
const withBudgets: readonly Part[] = [...ofCompany, 'budgets'];

/** What the tables have for some cases, all of them written by one change. */
export function rowsOfCases(given: readonly CaseContent[], portal: string, change: number): Rows {
  const contents = given.map(asThen);
  return {
    case_file: contents.map(({ case: whole }) => ({
      portal,
      id: whole.id,
      number: whole.number,
      claim_number: whole.claimNumber,
      state: whole.state,
      version: 1,
      role_office: whole.role?.office ?? null,
      role_user: whole.role?.user?.member ?? null,
      aggregate: JSON.stringify(whole),
    })),
    case_person: contents.flatMap(({ case: whole }) =>
      namedIn(whole).map((member) => ({ portal, case_id: whole.id, member })),
    ),
    entry: contents.flatMap(({ case: whole, chat }) =>
      chat.map((message, seq) => {
        return { portal, case_id: whole.id, seq, kind: 'chat', body: JSON.stringify(message), change };
      }),
    ),
    case_view: contents.flatMap((content) => viewsOf(content, portal, change)),
  };
}

/** Who completed a task was not kept with it. */
function asThen({ case: whole, ...content }: CaseContent): CaseContent {
  const tasks = whole.tasks.map(({ completedBy: _completedBy, ...task }): Task => task);
  return { ...content, case: { ...whole, tasks } };
}

function namedIn({ tasks, role }: Case): readonly string[] {
  const responsibles = tasks.flatMap((task) => task.responsibles.map(({ member }) => member));
  return [...new Set(role?.user ? [role.user.member, ...responsibles] : responsibles)];
}

function viewsOf(content: CaseContent, portal: string, change: number): readonly Record<string, unknown>[] {
  const { case: whole } = content;
  const companies = new Set(whole.tasks.flatMap(({ company }) => company ?? []));
  const views: readonly (readonly [string, readonly Part[], string | null])[] = [
    ['insurer', allParts, null],
    ...[...companies].flatMap((company) => [
      [`company:${company}`, ofCompany, company] as const,
      [`company-budgets:${company}`, withBudgets, company] as const,
    ]),
    ...whole.tasks
      .flatMap(({ responsibles }) => responsibles)
      .filter(({ member }, index, all) => all.findIndex((each) => each.member === member) === index)
      .map(({ member, company }) => [`member:${member}`, withBudgets, company] as const),
    ...(whole.role?.user ? [[`member:${whole.role.user.member}`, allParts, whole.role.company] as const] : []),
    ...(whole.role ? [[`company-header:${whole.role.company}`, [], whole.role.company] as const] : []),
  ];
  return views.map(([audience, parts, company]) => {
    const view = viewOf(content, parts, company);
    return {
      portal,
      audience,
      case_id: whole.id,
      gained: change,
      lost: null,
      lost_reason: null,
      changed: change,
      changed_at: whole.createdAt,
      number: whole.number,
      row: JSON.stringify(rowOf(view)),
      body: JSON.stringify(view),
    };
  });
}

function viewOf({ case: whole, chat }: CaseContent, parts: readonly Part[], company: string | null): CaseContent {
  const sees = (part: Part): boolean => parts.includes(part);
  const budgets = whole.budgets.filter(
    (budget) => sees('other-budgets') || (sees('budgets') && budget.company === company),
  );
  const view = {
    ...whole,
    tasks: sees('tasks') ? whole.tasks : [],
    customer: sees('customer') ? whole.customer : null,
    cover: sees('cover') ? whole.cover : null,
    budgets,
    documents: sees('documents') ? whole.documents.filter(({ budget }) => budget === null || sees('other-log')) : [],
    hidden: allParts.filter((part) => !sees(part)),
  };
  return { case: view, chat: sees('chat') ? chat : [], log: [] };
}

function rowOf({ case: view, chat }: CaseContent) {
  const { role } = view;
  return {
    id: view.id,
    portal: view.portal,
    number: view.number,
    claimNumber: view.claimNumber,
    state: view.state,
    street: view.site.street,
    postalCode: view.site.postalCode,
    city: view.site.city,
    region: view.site.region,
    cause: view.damage.cause,
    lossDate: view.damage.lossDate,
    handler: view.handler?.member ?? null,
    role: role && {
      office: role.office,
      officeName: role.officeName,
      company: role.company,
      user: role.user,
      since: role.userAssignedAt ?? role.officeAssignedAt,
      target: role.target,
    },
    roleDeclined: false,
    tasks: view.tasks.map(rowTask),
    budgets: view.budgets.filter((budget) => budget.state === 'submitted').map(rowBudget),
    decision: view.decision?.result ?? null,
    messages: chat.length,
    changedAt: view.changedAt,
    content: !view.hidden.includes('chat'),
  };
}

function rowTask({ id, type, kind, main, status, office, company, responsibles, target }: Task) {
  const members = responsibles.map(({ member }) => member);
  return { id, type, kind, main, status, office, company, target, responsibles: members };
}

function rowBudget({ id, company, money, forwarded, target }: Budget) {
  return { id, company, amount: money.amount, forwarded: forwarded !== null, target };
}
