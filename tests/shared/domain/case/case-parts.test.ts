import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audiencesFor, audiencesOf, canSeeCase } from '../../../support/brute-force/audiences.ts';
import { sights } from '../../../../shared/domain/case/case-parts.ts';
import { viewOf } from '../../../support/brute-force/view-of.ts';
import type { CaseContent } from '../../../../shared/domain/case/case.ts';
import { toListRow } from '../../../../shared/domain/case/list-row.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aContent,
  aFile,
  anInsurer,
  anna,
  aRole,
  aStanding,
  aTask,
  bertil,
  carla,
  monday,
  settingsWithRole,
} from '../../../support/builders.ts';
import { aSettledItem, aSettlement } from '../../../support/settlements.ts';
import { aRoom, aWorkItem, aWorkValue } from '../../../support/work-plan.ts';
import { decidedBy } from '../../../support/compensation.ts';

const full: CaseContent = {
  case: aCase({
    ...decidedBy({ parts: 'ruled-words', grounds: 'why-words', currency: 'EUR', amount: 88_002 }),
    role: aRole({ user: carla }),
    roleEnded: { command: 'ending-command', decidedAt: monday },
    roleDeclined: { office: 'x', officeName: 'X', by: carla, reason: 'declined-words', at: monday },
    tasks: [
      aTask({ sentBack: { reason: 'own-correction', by: bertil, at: monday } }),
      aTask({ id: 'other-task', company: 'other', sentBack: { reason: 'other-correction', by: bertil, at: monday } }),
    ],
    budgets: [
      aBudget({
        description: 'own-budget',
        forwarded: { by: carla, at: monday, note: 'note-to-the-insurer', over: 77_001 },
      }),
      aBudget({ id: 'other', company: 'other', description: 'other-budget' }),
    ],
    rooms: [aRoom({ name: 'room-words' })],
    workItems: [aWorkItem({ text: 'quantity-words' })],
    workValues: [
      aWorkValue({ priceList: 'own-prices' }),
      aWorkValue({ id: 'roof', company: 'other', priceList: 'other-prices' }),
    ],
    settlements: [aSettlement({ items: [aSettledItem({ text: 'settled-item' })] })],
    documents: [
      { ...aFile(), id: 'd1', name: 'plain-document', budget: null, by: anna, at: monday },
      { ...aFile(), id: 'd2', name: 'own-calculation', budget: 'budget-1', by: anna, at: monday },
      { ...aFile(), id: 'd3', name: 'other-calculation', budget: 'other', by: anna, at: monday },
    ],
  }),
  chat: [{ id: 'c', by: bertil, companyName: '', text: 'chat-words', at: monday, receivedAt: monday }],
  log: [
    {
      id: 'l1',
      command: 'x',
      what: 'task-approved',
      by: bertil,
      as: 'insurer',
      at: monday,
      receivedAt: monday,
      facts: { note: 'common-line' },
      company: null,
    },
    {
      id: 'l2',
      command: 'y',
      what: 'budget-approved',
      by: bertil,
      as: 'insurer',
      at: monday,
      receivedAt: monday,
      facts: { note: 'other-line' },
      company: 'other',
    },
  ],
};

/** Words that must be in the view's bytes, and words that must not. */
const seen: Readonly<Record<keyof typeof sights, readonly string[]>> = {
  insurer: [
    'room-words',
    'quantity-words',
    'own-prices',
    'other-prices',
    'note-to-the-insurer',
    '77001',
    'other-correction',
    'own-budget',
    'other-budget',
    'chat-words',
    'plain-document',
    'other-calculation',
    'other-line',
    'declined-words',
    'ending-command',
    'insuredSum',
    'A. Customer',
    'ruled-words',
    'settled-item',
    'why-words',
    '88002',
  ],
  'external-case-handler': [
    'room-words',
    'quantity-words',
    'ruled-words',
    'why-words',
    '88002',
    'chat-words',
    'plain-document',
    'own-calculation',
    'other-calculation',
    'common-line',
    'other-line',
    'A. Customer',
    'drying-1',
    'declined-words',
    'ending-command',
    'insuredSum',
  ],
  'all-budgets': [
    'note-to-the-insurer',
    '77001',
    'own-budget',
    'other-budget',
    'own-prices',
    'other-prices',
    'settled-item',
    'Harbour Street 9',
  ],
  decides: ['why-words'],
  'steers-tasks': ['own-correction', 'other-correction', 'other-task', 'drying-1'],
  settles: ['own-prices', 'other-prices', 'own-budget', 'other-budget', 'settled-item'],
  company: [
    'room-words',
    'quantity-words',
    'ruled-words',
    'own-correction',
    'other-task',
    'chat-words',
    'plain-document',
    'common-line',
    'A. Customer',
    'drying-1',
  ],
  'company-budgets': [
    'own-budget',
    'own-prices',
    'quantity-words',
    'own-calculation',
    'chat-words',
    'plain-document',
    'common-line',
  ],
  'company-header': ['Harbour Street 9', 'Arvio Kuopio'],
};
const unseen: Readonly<Record<keyof typeof sights, readonly string[]>> = {
  insurer: [],
  'external-case-handler': ['own-budget', 'other-budget', 'prices', 'settled'],
  'all-budgets': [
    'own-correction',
    'other-correction',
    'chat-words',
    'plain-document',
    'common-line',
    'other-line',
    'declined-words',
    'ending-command',
    'insuredSum',
    'A. Customer',
  ],
  'steers-tasks': ['other-line', 'chat-words', 'own-budget', 'insuredSum', 'prices', 'settled'],
  decides: ['settled', 'ruled-words', '88002', 'chat-words', 'insuredSum', 'prices'],
  settles: ['quantity-words', 'room-words', 'chat-words', 'insuredSum'],
  company: [
    'settled',
    'prices',
    'why-words',
    '88002',
    'other-correction',
    'own-budget',
    'other-budget',
    'own-calculation',
    'other-calculation',
    'other-line',
    'declined-words',
    'ending-command',
    'insuredSum',
  ],
  'company-budgets': [
    'settled',
    'other-prices',
    'other-correction',
    'note-to-the-insurer',
    '77001',
    'other-budget',
    'other-calculation',
    'other-line',
    'declined-words',
    'ending-command',
    'insuredSum',
  ],
  'company-header': [
    'words',
    '88002',
    'budget',
    'chat-words',
    'document',
    'line',
    'drying',
    'Customer',
    'declined-words',
    'ending-command',
    'insuredSum',
  ].map((word) => word),
};

describe.each(Object.keys(sights) as (keyof typeof sights)[])('the view of %s', (name) => {
  const view = viewOf(full, { parts: sights[name], company: 'kuivaus' });
  const bytes = JSON.stringify([{ ...view, case: { ...view.case, hidden: [] } }]).replaceAll(
    /"(budgets|documents|customer|roleDeclined)":(\[\]|null)/g,
    '',
  );
  test('has what the table says', () => {
    for (const word of seen[name]) expect(bytes).toContain(word);
  });
  test('has not one byte more', () => {
    for (const word of unseen[name]) expect(bytes).not.toContain(word);
  });
  test('says in its row whether the content is seen', () => {
    const beside = ['company-header', 'all-budgets', 'steers-tasks', 'decides', 'settles'];
    expect(toListRow(view).content).toBe(!beside.includes(name));
  });
});

test('a reader’s first audience that has a case is the richest one of the case for that reader', () => {
  const standing = fc.record({
    side: fc.constantFrom('insurer' as const, 'partner' as const, 'operator' as const),
    level: fc.constantFrom(0 as const, 1 as const, 2 as const, 4 as const),
    active: fc.boolean(),
    marked: fc.boolean(),
    budgetPermission: fc.boolean(),
    company: fc.constantFrom('kuivaus', 'arvio', 'third'),
    member: fc.constantFrom('anna', 'carla', 'third'),
    settings: fc.constantFrom(settingsWithRole({}), settingsWithRole({ rights: [] })),
  });
  const subject = fc.record({
    role: fc.constantFrom(null, aRole(), aRole({ user: carla }), aRole({ user: anna, company: 'kuivaus' })),
    tasks: fc.constantFrom(
      [],
      [aTask()],
      [aTask({ responsibles: [anna] })],
      [aTask({ company: 'arvio', responsibles: [carla] })],
    ),
  });
  fc.assert(
    fc.property(standing, subject, (change, parts) => {
      const reader = aStanding(change);
      const whole = aCase(parts);
      const sightsOf = audiencesOf(whole, [reader]);
      const mine = audiencesFor(reader).flatMap((audience) => sightsOf.filter((each) => each.audience === audience));
      const [first, ...others] = mine;
      for (const other of others) expect(first?.sight.parts).toEqual(expect.arrayContaining([...other.sight.parts]));
      expect(canSeeCase(reader, whole, [reader])).toBe(seesByTheBook(reader, parts));
    }),
    { numRuns: 2000 },
  );
});

/** domain.md §1.4 word by word. */
function seesByTheBook(u: Standing, c: Pick<CaseContent['case'], 'role' | 'tasks'>): boolean {
  if (!u.active || u.level === 0 || u.side === 'operator') return false;
  if (u.side === 'insurer') return true;
  return (
    c.tasks.some((task) => task.responsibles.some((each) => each.member === u.member)) ||
    (u.level >= 2 && c.tasks.some((task) => task.company === u.company)) ||
    (c.role?.user?.member === u.member && u.marked) ||
    (u.level >= 2 && c.role?.company === u.company)
  );
}

test('a deleted case is seen by nobody', () => {
  expect(audiencesOf(aCase({ state: 'deleted' }), [])).toEqual([]);
  expect(canSeeCase(anInsurer(), aCase({ state: 'deleted' }), [])).toBe(false);
});

test('the insurer reads every case of the portal, the handler through a view of the own', () => {
  expect(audiencesFor(anInsurer())).toEqual(['insurer']);
  expect(
    audiencesOf(aContent({ role: aRole({ user: carla }) }).case, [aCaseHandler()]).map((each) => each.audience),
  ).toEqual(['insurer', 'member:carla', 'company:kuivaus', 'company-budgets:kuivaus', 'company-header:arvio']);
});

test('what to choose the role’s user by is told from level 2 on, also to who is responsible for a task', () => {
  const whole = aCase({ role: aRole({ company: 'kuivaus' }), tasks: [aTask({ responsibles: [anna] })] });
  const brief = { taskTypes: ['drying'], openBudgets: 1, above: { anna: 1 } };
  const told = ([1, 2] as const).map((level) => {
    const views = audiencesOf(whole, [aStanding({ level })]);
    const own = views.find(({ audience }) => audience === `member:${anna.member}`);
    return own && viewOf({ case: whole, chat: [], log: [] }, own.sight, brief).case.brief;
  });
  expect(told).toEqual([undefined, brief]);
});
