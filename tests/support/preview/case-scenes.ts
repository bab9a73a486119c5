import { caseParts } from '../../../shared/domain/case/case-part.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aDirectory,
  aMember,
  anInsurer,
  anna,
  anOffice,
  aRole,
  aStanding,
  aTask,
  bertil,
  carla,
  monday,
  settingsWithRole,
} from '../builders.ts';
import { dueIn } from '../rows.ts';
import { aSession, deskInMemory, type DeskInMemory } from '../renderer/in-memory-desk.ts';
import type { WorkplaceInMemory } from '../renderer/in-memory-workplace.ts';
import { closedOf, colleagues, startedOf } from './closed-scene.ts';
import { livingCase, type LivingStart } from '../renderer/living-case.ts';
import { manyTasks, unassignedTasks } from './tasks-of-scenes.ts';

type Scene = () => { readonly desk: DeskInMemory; readonly workplace: WorkplaceInMemory };

const base = settingsWithRole({ rights: ['tasks.edit', 'budget.approve', 'tasks.approve', 'chat.forceMark'] });
const settings = {
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
const calculation = text.encode(
  'Item;Quantity;Unit;Price;Sum\nDehumidifier, rent;14;day;48,00 €;672,00 €\nMoisture measurement;3;visit;160,00 €;480,00 €\nRemoval of the floor;42;m²;38,50 €;1 617,00 €\nAir cleaner;14;day;31,00 €;434,00 €\nWork;19;h;52,47 €;997,00 €\n',
);

const directory = aDirectory({
  companies: [
    { id: 'nordic', name: 'Nordic Mutual', side: 'insurer' },
    { id: 'kuivaus', name: 'Kuivaus Oy', side: 'partner' },
    { id: 'arvio', name: 'Arvio Oy', side: 'partner' },
    { id: 'saneeraus', name: 'Itä-Suomen Saneeraus ja Rakennuspalvelu Oy', side: 'partner' },
  ],
  offices: [
    anOffice({ marked: 2 }),
    anOffice({
      id: 'arvio-joensuu',
      name: 'Arvio Joensuu',
      city: 'Joensuu',
      street: 'Market Square 4',
      position: { latitude: 62.6, longitude: 29.76 },
    }),
    anOffice({
      id: 'arvio-helsinki',
      name: 'Arvio Helsinki',
      city: 'Helsinki',
      position: { latitude: 60.17, longitude: 24.94 },
      available: false,
    }),
    anOffice({ id: 'kuopio', company: 'kuivaus', name: 'Kuivaus Kuopio', services: ['drying'], marked: 0 }),
    anOffice({
      id: 'mikkeli',
      company: 'saneeraus',
      name: 'Itä-Suomen Saneeraus, Mikkelin ja Pieksämäen toimipiste',
      city: 'Mikkeli',
      position: { latitude: 61.69, longitude: 27.27 },
    }),
    anOffice({
      id: 'oulu',
      company: 'saneeraus',
      name: 'Saneeraus Oulu',
      city: 'Oulu',
      position: { latitude: 65.01, longitude: 25.47 },
      inNetwork: false,
    }),
  ],
  members: [
    aMember({ limit: { kind: 'other', amount: 500_000 } }),
    aMember({ id: 'dan', name: 'Dan Öberg', email: 'dan@arvio.example', limit: { kind: 'default' } }),
    aMember({
      id: 'eeva',
      name: 'Eeva-Liisa Hämäläinen-Koskenkorva',
      email: 'eeva-liisa@arvio.example',
      office: 'arvio-joensuu',
      away: { deputy: 'dan' },
    }),
    aMember({ id: 'frans', name: 'Frans Niemi', email: 'frans@arvio.example', marked: false }),
    aMember({ id: 'gun', name: 'Gun Holm', email: 'gun@arvio.example', office: 'arvio-helsinki' }),
    aMember({
      id: anna.member,
      name: anna.name,
      email: 'anna@kuivaus.example',
      company: 'kuivaus',
      office: 'kuopio',
      level: 3,
      marked: false,
      certified: ['drying'],
    }),
    aMember({
      id: 'ilkka',
      name: 'Ilkka Salo',
      email: 'ilkka@kuivaus.example',
      company: 'kuivaus',
      office: 'kuopio',
      marked: false,
      certified: ['drying', 'first-aid'],
    }),
    aMember({
      id: 'jussi',
      name: 'Jussi Kallio',
      email: 'jussi@kuivaus.example',
      company: 'kuivaus',
      office: 'kuopio',
      marked: false,
      certified: [],
    }),
  ],
});

const tasks: readonly Task[] = [
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

const content: LivingStart['content'] = {
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

/** Of so many cases; `window.tellsMeanwhile` brings them. */
function noticesOf(cases: number) {
  return Array.from({ length: cases }, (_, index) => ({
    portal: 'nordic-portal',
    id: `told-${index}`,
    kind: 'budget-submitted' as const,
    case: index === 0 ? 'case-1' : `case-${index + 1}`,
    number: `NM-2026-0041${index + 2}`,
    at: monday,
  }));
}

function scene(standing: Standing, start: Partial<LivingStart> = {}): Scene {
  return () => {
    const desk = deskInMemory({ session: aSession });
    const kept = { ...desk.desk.files, readCopy: async () => calculation };
    const { workplace } = livingCase({ content, directory, standing, read: 3, ...start });
    Object.assign(globalThis, { tellsMeanwhile: () => workplace.setState({ notices: noticesOf(2) }) });
    return { desk: { ...desk, desk: { ...desk.desk, files: kept } }, workplace };
  };
}

/** Several wait for their approval; a budget of one of them waits for its decision. */
const completed = tasks.map((task) =>
  ['drying-2', 'drying-3', 'drying-4'].includes(task.id)
    ? { ...task, status: '4' as const, responsibles: [anna] }
    : task,
);
const handler = aCaseHandler({ settings });
const unassigned = { ...content, case: { ...content.case, role: aRole({ target: dueIn(2) }) } };
const header = {
  ...unassigned,
  case: {
    ...unassigned.case,
    tasks: [],
    budgets: [],
    documents: [],
    customer: null,
    cover: null,
    brief: {
      taskTypes: ['inspection', 'drying', 'flooring', 'flooring'],
      openBudgets: 2,
      above: { carla: 1, dan: 1, eeva: 2 },
    },
    hidden: caseParts,
  },
  chat: [],
  log: [],
};
const withoutChat = { ...content, chat: [] };

/** A chat that grows: what somebody else writes meanwhile comes by `window.writesMeanwhile`. */
function chatScene(messages: number, read: number): Scene {
  return () => {
    const desk = deskInMemory({ session: aSession });
    const long = Array.from({ length: messages }, (_, index) => ({
      id: `m-${index}`,
      by: index % 5 === 0 ? anna : bertil,
      companyName: index % 5 === 0 ? 'Kuivaus Oy' : 'Nordic Mutual',
      text: `Message ${index}. ${'The cellar floor is soaked through. '.repeat((index * 7) % 9)}`,
      at: monday,
      receivedAt: monday,
    }));
    const living = livingCase({ content: { ...withoutChat, chat: long }, directory, standing: handler, read });
    const writesMeanwhile = (words: string) => {
      living.arrives(anInsurer({ settings }), { name: 'write-chat', input: { text: words } });
    };
    Object.assign(globalThis, { writesMeanwhile, readSoFar: () => living.open().read });
    return { desk, workplace: living.workplace };
  };
}

/** One case, seen by each who has to do with it: `?scene=case-handler#/cases/nordic-portal/case-1`. */
export const caseScenes: Readonly<Record<string, Scene>> = {
  'case-handler': scene(handler),
  'chat-long': chatScene(3000, 2960),
  'chat-read': chatScene(3000, 3000),
  'case-approvals': scene(handler, { content: { ...content, case: { ...content.case, tasks: completed } } }),
  'case-closed': scene(handler, { content: { ...content, case: closedOf(content.case) } }),
  'case-to-close': scene(anInsurer({ settings }), {
    content: { ...content, case: startedOf(content.case) },
    directory: { ...directory, members: [...directory.members, ...colleagues] },
  }),
  'case-to-assign': scene(aCaseHandler({ settings: settingsWithRole({}) }), {
    content: { ...content, case: { ...content.case, tasks: unassignedTasks } },
  }),
  'case-supplier': scene(aStanding({ settings })),
  'case-insurer': scene(anInsurer({ settings }), { content: unassigned }),
  'case-no-right': scene(aCaseHandler({ settings: settingsWithRole({ rights: ['tasks.approve'] }) }), {
    content: { ...content, case: { ...content.case, budgets: [], hidden: ['budgets', 'other-budgets'] } },
  }),
  'case-header': scene(aCaseHandler({ member: 'dan', name: 'Dan Öberg', settings, marked: false }), {
    content: header,
  }),
  'case-declined': scene(anInsurer({ settings }), {
    content: {
      ...content,
      case: {
        ...content.case,
        role: null,
        roleDeclined: {
          office: 'arvio-kuopio',
          officeName: 'Arvio Kuopio',
          by: carla,
          reason: 'No free capacity before December, and the site is two hours away.',
          at: monday,
        },
      },
    },
  }),
  'case-long': scene(anInsurer({ settings, portalName: 'Pohjoismainen Keskinäinen Vakuutusyhtiö ja Eläkekassa' }), {
    content: {
      ...content,
      case: {
        ...content.case,
        tasks: manyTasks,
        site: {
          ...content.case.site,
          street: 'Kaskimäentienristeyksen teollisuusalueen huoltotie 118 B 24',
          city: 'Järvenpäänkylä-Ylistaro',
        },
        role: aRole({
          officeName: 'Itä-Suomen Saneeraus, Mikkelin ja Pieksämäen toimipiste',
          user: { ...carla, name: 'Eeva-Liisa Hämäläinen-Koskenkorva' },
          userAssignedAt: monday,
        }),
      },
    },
  }),
};
