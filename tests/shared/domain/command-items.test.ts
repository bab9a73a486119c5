import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandSchema } from '../../../shared/contract/commands.ts';
import { readIssued } from '../../../shared/contract/protocol-one.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { itemsPage } from '../../../shared/domain/case/items-page.ts';
import { decideCase, thingsOf, type CaseCommand } from '../../../shared/domain/command-book.ts';
import { itemsOf, namingInDecision, onlyItems } from '../../../shared/domain/command-items.ts';
import type { CaseAsked, Decision, ItemFate } from '../../../shared/domain/decision.ts';
import { replay } from '../../../shared/domain/replay.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import { approveTask } from '../../../shared/domain/task/approve-task.ts';
import type { ApproveTasks } from '../../../shared/domain/task/approve-tasks.ts';
import { taskStatuses } from '../../../shared/domain/task/task-status.ts';
import { revisionsOf } from '../../../shared/domain/who-changed.ts';
import { people } from '../../support/any-case.ts';
import { aBudget, aCase, aDirectory, anInsurer, aQuestion, aRole, aTask, carla } from '../../support/builders.ts';

const approve = (...tasks: readonly string[]): CaseCommand => ({ name: 'approve-tasks', input: { tasks } });

/** Cases with tasks that can be approved and tasks that cannot, for each of the reasons. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    statuses: fc.array(fc.constantFrom('4' as const, '4' as const, '4' as const, ...taskStatuses), {
      minLength: 1,
      maxLength: 6,
    }),
    main: fc.boolean(),
    pending: fc.subarray([0, 1, 2, 3, 4, 5]),
    company: fc.constantFrom('kuivaus', 'arvio'),
    hidden: fc.constantFrom([], [], [], ['other-budgets' as const]),
  })
  .map(({ statuses, main, pending, company, hidden }) =>
    aCase({
      role: aRole({ user: carla }),
      hidden,
      tasks: statuses.map((status, at) =>
        aTask({ id: `t${at}`, status, company, revision: `revision-${at}`, main: main && at === 0 }),
      ),
      budgets: pending.map((at) => aBudget({ id: `b${at}`, tasks: [`t${at}`] })),
    }),
  );

/** Some of its tasks and some that are not there, in any order, and which of them were seen as they are. */
const asked = fc.record({
  subject: cases,
  standing: fc.constantFrom(...people),
  tasks: fc.uniqueArray(fc.constantFrom('t0', 't1', 't2', 't3', 't4', 't5', 'unknown'), { minLength: 1 }),
  unseen: fc.subarray(['t0', 't1', 't2', 't3', 't4', 't5']),
});

type Asked = typeof asked extends fc.Arbitrary<infer Value> ? Value : never;

function questionOf({ subject, standing, tasks, unseen }: Asked): CaseAsked {
  const basedOn = revisionsOf(subject, approve(...tasks)).map((each) =>
    unseen.some((id) => each.thing === `task:${id}`) ? { ...each, revision: 'an-older-revision' } : each,
  );
  return aQuestion({ case: subject, standing, stamp: { basedOn } });
}

interface InTurn {
  readonly after: Case;
  readonly fates: readonly ItemFate[];
}

/** The single commands issued one after the other, with the same stamp; after an undecided one nothing is known (sync.md 14). */
function oneAfterTheOther(question: CaseAsked, tasks: readonly string[]): InTurn {
  let after = question.case;
  let isKnown = true;
  const fates = tasks.map((item): ItemFate => {
    if (!isKnown) return { item, kind: 'undecided' };
    const single: CaseCommand = { name: 'approve-task', input: { task: item } };
    const decision = decideCase({ ...question, case: after }, single);
    if (decision.kind === 'refused') return { item, kind: 'refused', refusal: decision.refusal };
    isKnown = decision.kind !== 'undecided';
    if (decision.kind === 'undecided') return { item, kind: 'undecided' };
    after = decision.after;
    return { item, kind: 'carried-out' };
  });
  return { after, fates };
}

const subjectOf = (question: CaseAsked): Case => question.case;
const fatesIn = (decision: Decision<Case>): readonly ItemFate[] =>
  decision.kind === 'undecided' ? [] : (decision.items ?? []);
const some = (fates: readonly ItemFate[], kind: ItemFate['kind']) => fates.some((fate) => fate.kind === kind);

test('each by itself: what becomes of each item is what the single commands come to, one after the other', () => {
  const seen = { mixed: 0, refused: 0, undecided: 0 };
  fc.assert(
    fc.property(asked, (each) => {
      const question = questionOf(each);
      const { after, fates } = oneAfterTheOther(question, each.tasks);
      const decision = decideCase(question, approve(...each.tasks));
      const [isDone, isOpen] = [some(fates, 'carried-out'), some(fates, 'undecided')];
      expect(decision.kind).toBe(isDone ? 'decided' : isOpen ? 'undecided' : 'refused');
      expect(fatesIn(decision)).toEqual(isDone || !isOpen ? fates : []);
      expect(decision.kind === 'decided' ? decision.after : subjectOf(question)).toEqual(after);
      seen.mixed += Number(isDone && some(fates, 'refused'));
      seen.refused += Number(decision.kind === 'refused');
      seen.undecided += Number(decision.kind === 'undecided');
    }),
    { numRuns: 1000 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
});

test('one command says a kind many times: its lines have ids of their own, and the ids of a command without items stay', () => {
  fc.assert(
    fc.property(asked, (each) => {
      const decision = decideCase(questionOf(each), approve(...each.tasks));
      if (decision.kind !== 'decided') return;
      const done = fatesIn(decision).filter(({ kind }) => kind === 'carried-out');
      const { id } = questionOf(each).stamp;
      expect(decision.log.map((line) => line.id)).toEqual(done.map(({ item }) => `${id}-log-task-approved-${item}`));
      expect(decision.consequences).toHaveLength(done.length);
    }),
    { numRuns: 500 },
  );
  const subject = aCase({ tasks: [aTask({ status: '4' })] });
  const single: CaseCommand = { name: 'approve-task', input: { task: 'drying-1' } };
  const stamp = { basedOn: revisionsOf(subject, single) };
  const question = aQuestion({ case: subject, standing: anInsurer(), stamp });
  expect(decideCase(question, single)).toMatchObject({ log: [{ id: `${question.stamp.id}-log-task-approved` }] });
});

const refusalsIn = (fates: readonly ItemFate[]): readonly (readonly [string, Refusal])[] =>
  fates.flatMap((fate) => (fate.kind === 'refused' ? [[fate.item, fate.refusal] as const] : []));

/** The same done whole or not at all, which no command of the product is so far. */
const together = itemsPage<ApproveTasks, { readonly task: string }, true>({
  each: approveTask,
  eachByItself: false,
  split: ({ tasks }) => tasks.map((task) => ({ item: task, input: { task } })),
  only: ({ tasks }, isKept) => ({ tasks: tasks.filter(isKept) }),
});

test('all or nothing: one that is refused refuses all, every blocker is listed, and nothing changes', () => {
  const seen = { refused: 0, decided: 0 };
  fc.assert(
    fc.property(asked, (each) => {
      const question = questionOf(each);
      const { after, fates } = oneAfterTheOther(question, each.tasks);
      const decision = together.decide(question, { tasks: each.tasks });
      const [isRefused, isOpen] = [some(fates, 'refused'), some(fates, 'undecided')];
      expect(decision.kind).toBe(isRefused ? 'refused' : isOpen ? 'undecided' : 'decided');
      expect(decision.kind === 'decided' ? decision.after : after).toEqual(after);
      const refusals = refusalsIn(fatesIn(decision));
      expect(refusals.map(([item]) => item)).toEqual(isRefused ? each.tasks : []);
      const blockers = refusalsIn(fates);
      expect(refusals.filter(([, { code }]) => code !== 'other-item-refused')).toEqual(blockers);
      expect(decision.kind === 'refused' ? decision.refusal : undefined).toEqual(blockers[0]?.[1]);
      seen[isRefused ? 'refused' : 'decided'] += 1;
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
});

test('a command with items overwrites what each of them does, is split into single commands, and can be cut', () => {
  const command = approve('t0', 't1');
  expect(thingsOf({ id: 'case-1' }, command).map(({ thing }) => thing)).toEqual(['task:t0', 'task:t1']);
  expect(itemsOf(command)).toEqual([
    { item: 't0', command: { name: 'approve-task', input: { task: 't0' } } },
    { item: 't1', command: { name: 'approve-task', input: { task: 't1' } } },
  ]);
  expect(onlyItems(command, (item) => item === 't1')).toEqual(approve('t1'));
  const chat: CaseCommand = { name: 'write-chat', input: { text: 'x' } };
  expect([itemsOf(chat), onlyItems(chat, () => false)]).toEqual([[], chat]);
});

test('who changed what is told of each item, as far as the view tells', () => {
  const [mine, other] = [aTask({ id: 't0', status: '4' }), aTask({ id: 't1', status: '4', revision: 'by-birgit' })];
  const subject = aCase({ tasks: [mine, other] });
  const line = { id: 'l', command: 'by-birgit', what: 'task-completed', as: 'office', at: '2026-11-23T08:30:00.000Z' };
  const by = { member: 'birgit', name: 'Birgit', company: 'nordic' };
  const view = { case: subject, chat: [], log: [{ ...line, by, receivedAt: null, facts: {}, company: null } as never] };
  const command = approve('t0', 't1');
  const basedOn = [{ thing: 'task:t0', revision: mine.revision }];
  const decision = decideCase(aQuestion({ case: subject, standing: anInsurer(), stamp: { basedOn } }), command);
  expect(fatesIn(namingInDecision(decision, view, command))).toMatchObject([
    { item: 't0', kind: 'carried-out' },
    { item: 't1', kind: 'refused', refusal: { code: 'stale', changedBy: 'Birgit' } },
  ]);
});

test('replay shows what each item makes, and forecasts what will be refused of it', () => {
  const tasks = [aTask({ id: 't0', status: '4', revision: 'r0' }), aTask({ id: 't1', revision: 'r1' })];
  const confirmed = { case: aCase({ tasks }), chat: [], log: [] };
  const command = approve('t0', 't1');
  const stamp = { ...aQuestion().stamp, basedOn: revisionsOf(confirmed.case, command) };
  const waiting = [{ ...command, stamp } as never];
  const { content, fates } = replay(confirmed, waiting, anInsurer(), aDirectory());
  expect(content.case.tasks.map(({ status }) => status)).toEqual(['A', '0']);
  expect(fates).toMatchObject([
    { kind: 'applied', items: [{ kind: 'carried-out' }, { kind: 'refused', refusal: { code: 'status-conflict' } }] },
  ]);
});

const posted = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  portal: 'nordic-portal',
  account: 'store.person',
  subject: { kind: 'case', id: 'case-1' },
  name: 'approve-tasks',
  input: { tasks: ['t0', 't1'] },
  basedOn: [{ thing: 'task:t1', revision: 'r1' }],
  after: null,
  at: '2026-11-23T09:00:00.000Z',
};

test('a command names no item twice, not under another writing of its id either, and version 1 has none with items', () => {
  const id = 'ABCDABCD-0000-7000-8000-000000000001';
  expect(commandSchema.safeParse(posted).success).toBe(true);
  expect(commandSchema.safeParse({ ...posted, input: { tasks: ['t0', 't1', 't0'] } }).success).toBe(false);
  expect(commandSchema.safeParse({ ...posted, input: { tasks: [id, id.toLowerCase(), 't1'] } }).success).toBe(false);
  expect(readIssued(posted).success).toBe(true);
  expect(readIssued({ ...posted, basedOn: 'r1' }).success).toBe(false);
});
