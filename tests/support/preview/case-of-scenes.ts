import type { CaseContent } from '../../../shared/domain/case/case.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { aBudget, aCase, anna, aRole, aTask, bertil, carla, monday, settingsWithRole } from '../builders.ts';
import { dueIn } from '../rows.ts';

const base = settingsWithRole({ rights: ['tasks.edit', 'budget.approve', 'tasks.approve', 'chat.forceMark'] });
/** With task types of repairs beside the usual ones. */
export const settings = {
  ...base,
  taskTypes: [
    ...base.taskTypes,
    ...(['Flooring', 'Painting', 'Plumbing'] as const).map((name) => ({
      code: name.toLowerCase(),
      name,
      kind: 'repair' as const,
      responsibles: 'several' as const,
      budget: 'required' as const,
    })),
  ],
};
const text = new TextEncoder();
/** What lies behind every file of the case. */
export const calculation = text.encode(
  'Item;Quantity;Unit;Price;Sum\nDehumidifier, rent;14;day;48,00 €;672,00 €\nMoisture measurement;3;visit;160,00 €;480,00 €\nRemoval of the floor;42;m²;38,50 €;1 617,00 €\nAir cleaner;14;day;31,00 €;434,00 €\nWork;19;h;52,47 €;997,00 €\n',
);

/** One in each state that the case page shows in its own way. */
export const tasks: readonly Task[] = [
  aTask({
    id: 'inspection-1',
    type: 'inspection',
    kind: 'inspection',
    several: false,
    main: true,
    status: 'A',
    office: 'arvio-kuopio',
    company: 'arvio',
    responsibles: [carla],
    budget: 'automatic',
  }),
  aTask({
    id: 'first-aid-1',
    type: 'first-aid',
    kind: 'first-aid',
    status: '4',
    responsibles: [anna],
    budget: 'none',
    target: dueIn(3),
  }),
  aTask({
    status: 'B',
    responsibles: [anna],
    plannedStart: '2026-11-24T07:00:00.000Z',
    plannedEnd: '2026-11-27T14:00:00.000Z',
    target: dueIn(-2),
  }),
  aTask({ id: 'drying-2', type: 'flooring', status: 'B', responsibles: [anna], target: dueIn(30) }),
  aTask({ id: 'drying-3', type: 'painting', status: '0', target: dueIn(1.5) }),
  aTask({ id: 'drying-4', type: 'plumbing', status: '3', responsibles: [anna] }),
];

const chat = [
  ['c1', bertil, 'Nordic Mutual', 'The owner is at home in the mornings only.', '2026-11-20T08:10:00.000Z'],
  [
    'c2',
    anna,
    'Kuivaus Oy',
    'We were there at nine. The cellar floor is soaked through; two dehumidifiers run since noon.',
    '2026-11-20T12:40:00.000Z',
  ],
  ['c3', anna, 'Kuivaus Oy', 'Calculation follows.', '2026-11-20T12:42:00.000Z'],
  ['c4', bertil, 'Nordic Mutual', 'Thank you. Carla decides on the budget.', '2026-11-23T07:55:00.000Z'],
] as const;

const files = {
  file: 'file-1',
  name: 'calculation-drying-cellar.csv',
  size: calculation.byteLength,
  sha256: 'a'.repeat(64),
  mediaType: 'text/csv',
};

/** The case of the scenes, as who may see everything sees it. */
export const content: CaseContent = {
  case: aCase({
    number: 'NM-2026-00412',
    claimNumber: 'CL-88-204117',
    tasks,
    role: aRole({ user: carla, userAssignedAt: monday }),
    budgets: [
      aBudget({
        file: files,
        comment: 'The second dehumidifier is needed until the slab is below 85 %.',
        target: dueIn(-2),
      }),
      aBudget({
        id: 'budget-2',
        description: 'New floor and skirting boards',
        money: { amount: 612_000, currency: 'EUR' },
        tasks: ['drying-2'],
        file: { ...files, file: 'file-2' },
        target: dueIn(5),
        revision: 'revision-of-budget-2',
      }),
      aBudget({
        id: 'budget-3',
        state: 'approved',
        description: 'First measurements',
        money: { amount: 48_000, currency: 'EUR' },
        tasks: ['drying-4'],
        approvals: [
          {
            version: 1,
            by: carla,
            as: 'external-case-handler',
            amount: 48_000,
            previous: 0,
            at: '2026-11-19T10:00:00.000Z',
          },
        ],
        revision: 'revision-of-budget-3',
      }),
    ],
    documents: [{ ...files, id: 'document-1', budget: 'budget-1', by: anna, at: monday }],
  }),
  chat: chat.map(([id, by, companyName, words, at]) => ({ id, by, companyName, text: words, at, receivedAt: at })),
  log: [
    {
      id: 'l1',
      command: 'x1',
      what: 'case-imported',
      by: null,
      as: 'system',
      at: '2026-11-04T08:00:00.000Z',
      receivedAt: null,
      facts: {},
      company: null,
    },
    {
      id: 'l2',
      command: 'x2',
      what: 'role-given',
      by: bertil,
      as: 'insurer',
      at: '2026-11-19T07:12:00.000Z',
      receivedAt: null,
      facts: { office: 'Arvio Kuopio' },
      company: null,
    },
    {
      id: 'l3',
      command: 'x3',
      what: 'budget-submitted',
      by: anna,
      as: 'office',
      at: monday,
      receivedAt: null,
      facts: { description: 'Drying of the cellar', version: '1' },
      company: null,
    },
    {
      id: 'l4',
      command: 'x4',
      what: 'task-sent-back',
      by: carla,
      as: 'external-case-handler',
      at: monday,
      receivedAt: null,
      facts: { task: 'first-aid', reason: 'The photo of the main valve is missing.' },
      company: null,
    },
  ],
};
