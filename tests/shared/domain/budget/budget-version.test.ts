import { expect, test } from 'vitest';
import { differenceOf, earlierVersions } from '../../../../shared/domain/budget/budget-version.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { decideCase } from '../../../../shared/domain/command-book.ts';
import { changesBetween, textsOf } from '../../../../shared/domain/case/parts/split.ts';
import { anApproval, approve, code, decideOn, eur, handled } from '../../../support/budget-commands.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aFile,
  anInsurer,
  aQuestion,
  aStanding,
  aTask,
} from '../../../support/builders.ts';

const sender = aStanding({ budgetPermission: true, level: 3 });
const dearer = { ...aFile(), file: 'file-2', sha256: 'b'.repeat(64), name: 'second.csv' };

function revised(subject: Case, amount: number, change: object = {}): Case {
  const input = {
    tasks: ['drying-1'],
    description: 'Drying of the cellar',
    money: eur(amount),
    file: aFile(),
    comment: '',
    revises: 'budget-1',
    reason: 'The floor is wet as well',
    ...change,
  };
  const seen = subject.budgets[0]?.revision ?? null;
  const stamp = { id: `0199cccc-0000-7000-8000-${String(amount).padStart(12, '0')}`, basedOn: seen };
  const asked = aQuestion({ case: subject, standing: sender, stamp });
  const decision = decideCase(asked, { name: 'submit-budget', input });
  if (decision.kind !== 'decided') throw new Error(`not decided: ${code(decision)}`);
  expect(decision.log[0]?.facts).toMatchObject({ reason: 'The floor is wet as well' });
  return decision.after;
}

test('a version that another one follows is kept as it was sent, with what became of it', () => {
  const reject = { name: 'reject-budget', input: { budget: 'budget-1', version: 1, reason: 'Too dear' } } as const;
  const rejected = decideOn(handled(), reject);
  if (rejected.kind !== 'decided') throw new Error('not decided');
  const after = revised(rejected.after, 390_000, { file: dearer });
  const [budget = aBudget()] = after.budgets;
  expect(budget).toMatchObject({ version: 2, rejection: null, reason: 'The floor is wet as well' });
  expect(earlierVersions(after, budget)).toMatchObject([
    { id: 'budget-1:1', version: 1, money: eur(420_000), rejection: { reason: 'Too dear' }, company: 'kuivaus' },
  ]);
  expect(differenceOf(after, budget)).toEqual({
    version: 1,
    inForce: false,
    amount: { before: 420_000, after: 390_000 },
    description: null,
    file: { before: aFile(), after: dearer },
  });
});

test('the difference is to what is in force, also where another version lies between', () => {
  const approved = handled({ approvals: [anApproval()], state: 'approved' });
  const second = revised(approved, 500_000);
  const third = revised(second, 450_000, { description: 'Drying of cellar and floor' });
  const [budget = aBudget()] = third.budgets;
  expect(earlierVersions(third, budget).map(({ version }) => version)).toEqual([2, 1]);
  expect(differenceOf(third, budget)).toMatchObject({
    version: 1,
    inForce: true,
    amount: { before: 420_000, after: 450_000 },
    description: { before: 'Drying of the cellar', after: 'Drying of cellar and floor' },
    file: null,
  });
});

test('a first version has no difference; of one from before versions were kept only the amount is known', () => {
  expect(differenceOf(handled(), aBudget())).toBeNull();
  const old = aBudget({ version: 2, approvals: [anApproval({ amount: 1 })] });
  expect(differenceOf(aCase({ budgets: [old] }), old)).toMatchObject({
    amount: { before: 1, after: 420_000 },
    description: null,
    file: null,
  });
});

test('what was kept is never written again, and a budget of many versions is told in less than 4 kB', () => {
  let subject = handled();
  for (let version = 2; version <= 30; version += 1) subject = revised(subject, 420_000 + version);
  const whole = textsOf(subject, null).filter(({ part }) => part === 'budget-versions');
  expect(whole).toHaveLength(29);
  const next = revised(subject, 1);
  const { changed } = changesBetween({ case: subject, brief: null }, { case: next, brief: null });
  expect(changed.filter(({ part }) => part === 'budget-versions').map(({ key }) => key)).toEqual(['budget-1:30']);
  const told = changed.filter(({ part }) => part.startsWith('budget'));
  expect(told.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)).toBeLessThan(4096);
});

test('that the insurer answers what was sent on is kept with who had asked', () => {
  const forward = { name: 'forward-budget', input: { budget: 'budget-1', version: 1, note: 'x' } } as const;
  const asked = decideOn(handled({ money: eur(900_000) }), forward, aCaseHandler());
  if (asked.kind !== 'decided') throw new Error('not decided');
  const seen = asked.after.budgets[0]?.revision ?? null;
  const answer = decideOn(asked.after, approve(900_000), anInsurer(), seen);
  expect(answer).toMatchObject({
    after: { budgets: [{ state: 'approved', forwarded: null, answered: { by: { member: 'carla' } } }] },
  });
});

test('an old app that gives no reason is taken as before', () => {
  const input = {
    tasks: ['drying-1'],
    description: 'x',
    money: eur(1),
    file: aFile(),
    comment: '',
    revises: 'budget-1',
  };
  const subject = { ...handled(), tasks: [aTask({ status: 'B' })] };
  const decision = decideOn(subject, { name: 'submit-budget', input }, sender);
  expect(decision).toMatchObject({ kind: 'decided', after: { budgets: [{ version: 2 }] } });
});
