import type { Ask } from '../../../shared/domain/asking/ask.ts';
import { versionOf, type BudgetVersion } from '../../../shared/domain/budget/budget-version.ts';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import type { Case, CaseContent } from '../../../shared/domain/case/case.ts';
import type { LogEntry } from '../../../shared/domain/case/log-entry.ts';
import type { CaseDocument } from '../../../shared/domain/document/document.ts';
import type { PersonRef } from '../../../shared/domain/member/person-ref.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import type { Invoice } from '../../../shared/domain/invoice/invoice.ts';
import type { Settlement } from '../../../shared/domain/settlement/settlement.ts';
import type { SentItem } from '../../../shared/domain/work-plan/work-plan.ts';
import { aBudget, aCase, aFile, anAsk, aRole, aTask, monday } from '../builders.ts';
import { decidedBy } from '../compensation.ts';
import { anInvoice } from '../invoices.ts';
import { aSettledItem, aSettlement } from '../settlements.ts';
import { aRoom, aWorkItem, aWorkValue } from '../work-plan.ts';
import { amountOf, at, by, handler, insurer, refOf, rival, wordOf, worker, type Edition } from './words.ts';

interface Place {
  readonly edition: Edition;
  readonly company: 'kuivaus' | 'rival';
}

function task({ edition, company }: Place, change: Partial<Task>): Task {
  const [person, other] =
    company === 'rival' ? [rival, 'rival-kuopio'] : [refOf('works-responsible', 'kuivaus'), 'kuopio'];
  return aTask({
    office: other,
    company,
    responsibles: [person],
    sentBack: { reason: wordOf(edition, 'task-returns', company), by: by(edition, insurer), at: at(edition, 1) },
    inquiryText: {
      question: wordOf(edition, 'task-inquiries', company),
      by: by(edition, insurer),
      at: at(edition, 1),
      answer: { text: wordOf(edition, 'task-inquiries', company), by: by(edition, person), at: at(edition, 2) },
    },
    handedBack: {
      reason: wordOf(edition, 'task-handbacks', company),
      by: by(edition, person),
      at: at(edition, 1),
      company,
      office: other,
    },
    ...change,
  });
}

function budget({ edition, company }: Place, change: Partial<Budget>): Budget {
  const place = company === 'rival' ? 1 : 2;
  const approvedBy = by(edition, insurer);
  return aBudget({
    company,
    office: company === 'rival' ? 'rival-kuopio' : 'kuopio',
    description: wordOf(edition, 'budgets', company),
    items: [sentItem({ edition, company })],
    money: { amount: amountOf(edition, place), currency: 'EUR' },
    comment: wordOf(edition, 'budgets', company),
    submittedBy: by(edition, company === 'rival' ? rival : worker),
    submittedAt: at(edition, 2),
    version: edition === 'one' ? 2 : 3,
    approvals: [
      {
        version: 1,
        by: approvedBy,
        as: 'insurer',
        amount: amountOf(edition, place + 10) - 700_000,
        previous: 0,
        at: at(edition, 3),
      },
    ],
    forwarded: {
      by: by(edition, handler),
      at: at(edition, 4),
      note: wordOf(edition, 'budget-forwards', company),
      over: amountOf(edition, place + 20),
    },
    ...change,
  });
}

function invoice({ edition, company }: Place, subject: string, { id = 'invoice-1', tasks }: Partial<Invoice>): Invoice {
  return anInvoice({
    id,
    ...(tasks ? { tasks } : {}),
    // Each number once, also over the cases of the matrix.
    number: `${wordOf(edition, 'invoices', company)} ${subject}`,
    company,
    office: company === 'rival' ? 'rival-kuopio' : 'kuopio',
    money: { amount: amountOf(edition, company === 'rival' ? 51 : 52), currency: 'EUR' },
    comment: wordOf(edition, 'invoices', company),
    file: { ...aFile(), file: `file-of-${id}` },
    enteredBy: by(edition, company === 'rival' ? rival : worker),
    enteredAt: at(edition, 2),
    revision: `revision-of-${id}`,
  });
}

/** An item as it was sent with a budget. */
function sentItem({ edition, company }: Place): SentItem {
  const { task, kind, code, unit, trade, quantity, amountOf: much } = aWorkItem();
  const [text, amount] = [wordOf(edition, 'budget-items', company), amountOf(edition, company === 'rival' ? 41 : 42)];
  const content = { task, kind, code, text, unit, trade, quantity, amountOf: much };
  return { ...content, item: `item-of-${company}`, room: null, unitPrice: amount, amount, before: 0 };
}

/** A room, and an item of each company with what it costs. */
function plan(edition: Edition): Pick<Case, 'rooms' | 'workItems' | 'workValues'> {
  const text = wordOf(edition, 'work-items');
  const of = { text, trade: text, amountOf: amountOf(edition, 7), revision: `revision-of-item-${edition}` };
  return {
    rooms: [aRoom({ name: wordOf(edition, 'rooms') })],
    workItems: [
      aWorkItem({ id: 'item-of-kuivaus', task: 'drying-1', ...of }),
      aWorkItem({ id: 'item-of-rival', task: 'painting-1', ...of }),
    ],
    workValues: (['kuivaus', 'rival'] as const).map((company) =>
      aWorkValue({
        id: `item-of-${company}`,
        company,
        unitPrice: amountOf(edition, company === 'rival' ? 71 : 72),
        priceList: wordOf(edition, 'work-values', company),
      }),
    ),
  };
}

/** What went to the customer: of no company's cut. */
function settlement(edition: Edition, change: Partial<Settlement> = {}): Settlement {
  const text = wordOf(edition, 'settlements');
  const amount = amountOf(edition, 61);
  return aSettlement({
    items: [aSettledItem({ item: 'item-of-kuivaus', text, unitPrice: amount, amount })],
    by: by(edition, insurer),
    at: at(edition, 2),
    answer: { answer: 'question', note: text, by: by(edition, insurer), at: at(edition, 3) },
    ...change,
  });
}

function document(edition: Edition, change: Partial<CaseDocument>): CaseDocument {
  return {
    id: 'document-1',
    file: 'file-1',
    name: wordOf(edition, 'documents'),
    size: edition === 'one' ? 12 : 13,
    sha256: (edition === 'one' ? 'a' : 'b').repeat(64),
    mediaType: 'text/csv',
    budget: null,
    by: by(edition, worker),
    at: at(edition, 5),
    ...change,
  };
}

/** What a company's person asked the insurer for. */
function ask(edition: Edition, person: PersonRef): Ask {
  const lacks = { code: 'no-budget-permission', right: null, level: null, feature: null } as const;
  const note = wordOf(edition, 'asks', person.company);
  return anAsk({ id: `ask-of-${person.company}`, by: by(edition, person), at: at(edition, 6), lacks, note });
}

function line(
  edition: Edition,
  what: LogEntry['what'],
  company: string | null,
  command = `command-${edition}`,
): LogEntry {
  const fact = wordOf(edition, 'log', company);
  return {
    id: `${edition}-${what}-${company ?? 'all'}`,
    command,
    what,
    by: by(edition, insurer),
    as: 'insurer',
    at: at(edition, 6),
    receivedAt: at(edition, 6),
    facts: { reason: fact },
    company,
  };
}

/** What a try needs the case to be, beside what is in every one. */
export interface CaseChange {
  readonly drying?: Partial<Task>;
  readonly painting?: Partial<Task>;
  readonly inspection?: Partial<Task>;
  /** Of the budget for drying; null where there is none. */
  readonly budget?: Partial<Budget> | null;
  readonly settlement?: Partial<Settlement>;
  /** null where there are none. */
  readonly invoices?: null;
  readonly decision?: null;
  readonly closed?: true;
}

/** The version before the one that waits. */
function before(edition: Edition, budget: Budget): BudgetVersion {
  const word = wordOf(edition, 'budget-versions', budget.company);
  const money = { amount: 1, currency: 'EUR' };
  return versionOf({ ...budget, version: 1, description: word, comment: word, file: aFile(), money });
}

/** A decision that is not made leaves nothing of itself. */
const undecided = { decision: null, decisionParts: null, decisionGrounds: null, decisionAmounts: null } as const;

/** A case with something in every part, in every company's cut; all of it is another in the other edition. */
export function wholeCase(id: string, edition: Edition, change: CaseChange = {}): CaseContent {
  const [own, theirs] = [
    { edition, company: 'kuivaus' },
    { edition, company: 'rival' },
  ] as const;
  const word = (part: string): string => wordOf(edition, part);
  const drying = task(own, { status: 'B', ...change.drying });
  const painting = task(theirs, {
    id: 'painting-1',
    type: 'painting',
    status: 'B',
    revision: 'revision-of-painting-1',
    ...change.painting,
  });
  const of = { main: false, office: 'kuopio', company: 'kuivaus', sentBack: null, ...change.inspection };
  const inspection = aTask({
    id: 'inspection-1',
    revision: 'revision-of-inspection-1',
    type: 'inspection',
    kind: 'inspection',
    status: '4',
    several: false,
    ...of,
  });
  const managed = { office: null, company: 'maestro', responsibles: [refOf('manager', 'maestro')], sentBack: null };
  const managing = aTask({ id: 'managing-1', type: 'management', kind: 'project-management', status: '3', ...managed });
  const surveyed = { office: null, company: 'mittaus', responsibles: [refOf('inspector', 'mittaus')], sentBack: null };
  const surveying = aTask({ id: 'surveying-1', type: 'inspection', kind: 'inspection', status: '3', ...surveyed });
  const budgets = [
    ...(change.budget === null ? [] : [budget(own, { ...change.budget })]),
    budget(theirs, { id: 'budget-of-rival', tasks: ['painting-1'], revision: 'revision-of-budget-of-rival' }),
  ];
  const file = (each: Budget): CaseDocument =>
    document(edition, {
      id: `of-${each.id}`,
      file: `file-of-${each.id}`,
      budget: each.id,
      name: wordOf(edition, 'budget-files', each.company),
    });
  const all = [invoice(own, id, {}), invoice(theirs, id, { id: 'invoice-of-rival', tasks: ['painting-1'] })];
  const invoices = change.invoices === null ? [] : all;
  const fileOfInvoice = (each: Invoice): CaseDocument =>
    document(edition, {
      id: `of-${each.id}`,
      file: each.file.file,
      invoice: each.id,
      name: wordOf(edition, 'budget-files', each.company),
    });
  const whole: Case = aCase({
    id,
    number: id,
    role: aRole({ assignedBy: insurer, user: handler, userAssignedAt: monday }),
    roleDeclined: {
      office: 'gamma',
      officeName: 'Gamma',
      by: by(edition, insurer),
      reason: word('role-past'),
      at: at(edition, 7),
    },
    customer: {
      name: word('customer'),
      phone: word('customer'),
      email: word('customer'),
      corrections: [
        {
          command: `correction-${edition}`,
          decidedAt: at(edition, 10),
          by: by(edition, insurer),
          before: { name: word('customer'), phone: '', email: '' },
        },
      ],
    },
    cover: {
      insuredSum: amountOf(edition, 3),
      buildingDamage: amountOf(edition, 4),
      contentsDamage: amountOf(edition, 5),
    },
    handler: insurer,
    decision: { result: 'partly', at: monday, by: insurer, as: 'insurer', revision: 'revision-of-decision' },
    ...decidedBy({
      parts: word('decision-parts'),
      grounds: word('decision-grounds'),
      currency: 'EUR',
      amount: amountOf(edition, 6),
    }),
    tasks: [inspection, drying, painting, managing, surveying].map((each) => ({
      ...each,
      plannedStart: at(edition, 9),
    })),
    budgets,
    budgetVersions: budgets.map((each) => before(edition, each)),
    ...plan(edition),
    settlements: [settlement(edition, change.settlement)],
    invoices,
    documents: [document(edition, {}), ...budgets.map(file), ...invoices.map(fileOfInvoice)],
    asks: [ask(edition, worker), ask(edition, rival)],
    ...(change.decision === null ? undecided : {}),
    ...(change.closed
      ? {
          state: 'closed',
          closed: { by: insurer, at: monday },
          stateSet: { command: 'revision-of-state', decidedAt: monday },
        }
      : {}),
  });
  const message = {
    id: `chat-${edition}`,
    by: by(edition, insurer),
    companyName: 'Nordic',
    text: word('chat'),
    at: at(edition, 8),
    receivedAt: at(edition, 8),
  };
  return {
    case: whole,
    chat: edition === 'one' ? [message] : [message, { ...message, id: 'chat-more' }],
    log: [
      line(edition, 'case-imported', null),
      line(edition, 'budget-rejected', 'kuivaus', 'revision-of-drying-1'),
      line(edition, 'budget-rejected', 'rival', 'revision-of-painting-1'),
      line(edition, 'role-declined', 'arvio', 'revision-of-role'),
    ],
  };
}
