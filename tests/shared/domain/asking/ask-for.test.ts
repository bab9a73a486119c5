import { describe, expect, test } from 'vitest';
import type { AskFor } from '../../../../shared/domain/asking/ask-for.ts';
import { asksOf } from '../../../../shared/domain/asking/ask.ts';
import { lackOf } from '../../../../shared/domain/asking/lack.ts';
import { whomToAsk } from '../../../../shared/domain/asking/whom.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { checkCase, decideCase } from '../../../../shared/domain/command-book.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import type { Moment } from '../../../../shared/domain/moment.ts';
import type { Directory } from '../../../../shared/domain/office/directory.ts';
import type { Refusal, RefusalCode } from '../../../../shared/domain/rights/refusal.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aDirectory,
  aMember,
  anInsurer,
  anna,
  aQuestion,
  aRole,
  aStanding,
  aTask,
  bertil,
  carla,
  monday,
  settingsWithRole,
} from '../../../support/builders.ts';

const of = { kind: 'insurer', name: 'Nordic Mutual', company: null, office: null, passesOn: false } as const;

/** A refusal of each code, and of whom its partner's person asks for it: null is nobody. A code without a line does not compile. */
const everyRefusal: { readonly [Code in RefusalCode]: readonly [Extract<Refusal, { code: Code }>, string | null] } = {
  'case-closed': [{ code: 'case-closed', grantor: 'insurer' }, 'insurer'],
  'right-missing': [{ code: 'right-missing', grantor: 'operator', right: 'tasks.approve' }, 'insurer, passed on'],
  'no-role-in-case': [{ code: 'no-role-in-case', grantor: 'own-office', right: null }, 'own-office'],
  'level-too-low': [{ code: 'level-too-low', grantor: 'company-admin', needed: 2 }, 'company-admin'],
  'no-budget-permission': [{ code: 'no-budget-permission', grantor: 'company-admin' }, 'company-admin'],
  'feature-off': [{ code: 'feature-off', grantor: 'operator', feature: 'work-plans-in-use' }, 'insurer, passed on'],
  'no-inspection': [{ code: 'no-inspection', grantor: 'insurer' }, 'insurer'],
  'result-from-parts': [{ code: 'result-from-parts', grantor: 'nobody' }, null],
  'inspection-undecided': [{ code: 'inspection-undecided', grantor: 'insurer' }, 'insurer'],
  'inspection-rejected': [{ code: 'inspection-rejected', grantor: 'insurer' }, 'insurer'],
  'own-company': [{ code: 'own-company', grantor: 'insurer' }, 'insurer'],
  'self-authored': [{ code: 'self-authored', grantor: 'insurer' }, 'insurer'],
  'manager-of-own-company': [{ code: 'manager-of-own-company', grantor: 'insurer' }, 'insurer'],
  'limit-exceeded': [
    { code: 'limit-exceeded', grantor: 'insurer', limit: 1, already: 0, amount: 2, over: 1, currency: 'EUR' },
    'insurer',
  ],
  'budget-forwarded': [{ code: 'budget-forwarded', grantor: 'insurer', by: 'Carla Nyman', at: monday }, null],
  'pending-budget': [{ code: 'pending-budget', grantor: 'insurer' }, 'insurer'],
  'insurer-only': [{ code: 'insurer-only', grantor: 'insurer' }, 'insurer'],
  'other-office-task': [{ code: 'other-office-task', grantor: 'other-office' }, 'other-office'],
  'person-inactive': [{ code: 'person-inactive', grantor: 'company-admin' }, null],
  'case-not-found': [{ code: 'case-not-found', grantor: 'nobody' }, null],
  'operator-only': [{ code: 'operator-only', grantor: 'operator' }, null],
  'own-level': [{ code: 'own-level', grantor: 'company-admin' }, null],
  'oneself-inactive': [{ code: 'oneself-inactive', grantor: 'company-admin' }, null],
  'insurers-level': [{ code: 'insurers-level', grantor: 'nobody' }, null],
  'own-mark': [{ code: 'own-mark', grantor: 'insurer' }, null],
  'partners-mark': [{ code: 'partners-mark', grantor: 'nobody' }, null],
  'status-conflict': [{ code: 'status-conflict', grantor: 'nobody', status: '3', expected: ['4'] }, null],
  stale: [{ code: 'stale', grantor: 'nobody', changedBy: null, changedAt: null }, null],
  'already-decided': [{ code: 'already-decided', grantor: 'nobody', changedBy: null, changedAt: null }, null],
  'currency-differs': [{ code: 'currency-differs', grantor: 'nobody', expected: 'EUR' }, null],
  'office-not-eligible': [{ code: 'office-not-eligible', grantor: 'insurer', why: 'not-in-network' }, null],
  'member-not-eligible': [{ code: 'member-not-eligible', grantor: 'insurer', why: 'not-marked', name: 'x' }, null],
  'member-known': [{ code: 'member-known', grantor: 'nobody', name: 'x' }, null],
  'member-elsewhere': [{ code: 'member-elsewhere', grantor: 'insurer', name: 'x' }, null],
  'invited-lately': [{ code: 'invited-lately', grantor: 'nobody', again: monday }, null],
  'category-unknown': [{ code: 'category-unknown', grantor: 'nobody' }, null],
  'one-responsible': [{ code: 'one-responsible', grantor: 'nobody' }, null],
  'nothing-to-change': [{ code: 'nothing-to-change', grantor: 'nobody' }, null],
  'no-role': [{ code: 'no-role', grantor: 'insurer' }, null],
  'main-inspection': [{ code: 'main-inspection', grantor: 'nobody' }, null],
  'task-has-budget': [{ code: 'task-has-budget', grantor: 'nobody' }, null],
  'task-has-invoice': [{ code: 'task-has-invoice', grantor: 'nobody' }, null],
  'invoice-number-taken': [{ code: 'invoice-number-taken', grantor: 'nobody' }, null],
  'task-type-unknown': [{ code: 'task-type-unknown', grantor: 'nobody' }, null],
  'task-type-there': [{ code: 'task-type-there', grantor: 'nobody' }, null],
  'plan-blocked': [{ code: 'plan-blocked', grantor: 'nobody', blockers: [] }, null],
  'plan-empty': [{ code: 'plan-empty', grantor: 'nobody' }, null],
  'settlement-condition': [{ code: 'settlement-condition', grantor: 'nobody', condition: 'consent' }, null],
  'time-order': [{ code: 'time-order', grantor: 'nobody' }, null],
  'was-completed': [{ code: 'was-completed', grantor: 'nobody' }, null],
  'within-limit': [{ code: 'within-limit', grantor: 'nobody' }, null],
  'already-asked': [{ code: 'already-asked', grantor: 'nobody', of, askedAt: monday }, null],
  'allowed-by-now': [{ code: 'allowed-by-now', grantor: 'nobody' }, null],
  cancelled: [{ code: 'cancelled', grantor: 'nobody' }, null],
  'not-by-link': [{ code: 'not-by-link', grantor: 'insurer' }, null],
  'other-item-refused': [{ code: 'other-item-refused', grantor: 'nobody' }, null],
  blocked: [{ code: 'blocked', grantor: 'nobody' }, null],
};

const admin = aMember({
  id: 'aila',
  name: 'Aila Admin',
  company: 'kuivaus',
  office: 'kuopio',
  level: 4,
  marked: false,
});
const { offices, companies, members } = aDirectory();
const withAdmin = { offices, companies, members: [...members, admin] };
const theirs = aTask({ id: 'painting-1', company: 'arvio', office: 'arvio-kuopio' });

function whom(refusal: Refusal, asked: { standing?: Standing; directory?: Directory; case?: Case } = {}) {
  const subject = aCase({ role: aRole({ office: 'kuopio', company: 'kuivaus' }) });
  const question = { ...aQuestion({ directory: withAdmin, case: subject }), ...asked };
  return (
    lackOf(refusal) &&
    whomToAsk(question, refusal, { task: refusal.code === 'other-office-task' ? theirs : undefined, budget: undefined })
  );
}

describe.each(Object.entries(everyRefusal))('%s', (_, [refusal, expected]) => {
  test(`is asked of ${expected ?? 'nobody'}`, () => {
    const found = whom(refusal);
    expect(found && `${found.kind}${found.passesOn ? ', passed on' : ''}`).toBe(expected);
  });

  test('is asked by the insurer’s own people of another office at most', () => {
    const kind = whom(refusal, { standing: anInsurer() })?.kind ?? null;
    expect(kind).toBe(expected === 'other-office' ? 'other-office' : null);
  });
});

test('where nobody else in the company could grant it, the insurer is asked', () => {
  const alone = { ...withAdmin, members: members.filter(({ id }) => id === anna.member) };
  const [level] = everyRefusal['level-too-low'];
  const [role] = everyRefusal['no-role-in-case'];
  expect(whom(level, { directory: alone })?.kind).toBe('insurer');
  expect(whom(role, { directory: alone })?.kind).toBe('insurer');
  // At the office that has the role there is nobody else, but in the company there is.
  const elsewhere = { ...withAdmin, members: withAdmin.members.map((each) => ({ ...each, office: 'elsewhere' })) };
  expect(whom(role, { directory: elsewhere })?.kind).toBe('company-admin');
  const gone = { ...withAdmin, members: [...members, { ...admin, active: false }] };
  expect(whom(level, { directory: gone })?.kind).toBe('insurer');
  expect(whom(level, { standing: aStanding({ member: admin.id, level: 4 }) })?.kind).toBe('insurer');
});

const limited = aCase({
  role: aRole({ user: carla, userAssignedAt: monday }),
  tasks: [aTask({ status: 'B' })],
  budgets: [aBudget({ money: { amount: 900_000, currency: 'EUR' } })],
});
const higher: AskFor = { wanted: 'approve-budget', budget: 'budget-1', code: 'limit-exceeded', note: 'It is wet' };

function ask(subject: Case, input: AskFor, { standing = aCaseHandler(), at = monday, id = 'ask-1' } = {}) {
  const question = aQuestion({ case: subject, standing, directory: withAdmin, stamp: { id, at } });
  return decideCase(question, { name: 'ask-for', input });
}

const asked = (subject: Case, input: AskFor, more: Parameters<typeof ask>[2] = {}): Case => {
  const decision = ask(subject, input, more);
  if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
  return decision.after;
};
const later = (days: number): Moment => `2026-11-${23 + days}T08:00:00.000Z`;

describe('who asks for what was refused', () => {
  test('leaves it in the case and in the log of the own company, and tells who can grant it', () => {
    const decision = ask(limited, higher);
    expect(decision).toMatchObject({
      kind: 'decided',
      after: {
        asks: [
          {
            id: 'ask-1',
            by: carla,
            authority: 'budget.approve',
            budget: 'budget-1',
            lacks: { code: 'limit-exceeded' },
            of: { kind: 'insurer', name: 'Nordic Mutual' },
            note: 'It is wet',
          },
        ],
      },
      chat: [],
      consequences: [{ kind: 'tell', notice: 'asked-for', to: { kind: 'insurer' } }],
    });
    const [line] = decision.kind === 'decided' ? decision.log : [];
    expect(line).toMatchObject({ what: 'asked-for', company: carla.company, facts: { lacks: 'limit-exceeded' } });
    // Neither the note, which is for who is asked, nor an amount.
    expect(JSON.stringify(line)).not.toMatch(/wet|\d{6}/);
  });

  test('asks once, until a week is over; another person and another thing are asked for besides', () => {
    const once = asked(limited, higher);
    const again = (at: Moment) => ask(once, higher, { at, id: 'ask-2' });
    const of = { kind: 'insurer', name: 'Nordic Mutual' };
    expect(again(later(6))).toMatchObject({ refusal: { code: 'already-asked', of, askedAt: monday } });
    const anew = again(later(7));
    expect(anew.kind === 'decided' && asksOf(anew.after).map(({ id }) => id)).toEqual(['ask-2']);
    const user = { ...carla, member: 'cecil' };
    const cecil = aCaseHandler({ member: 'cecil' });
    const his = asked({ ...once, role: aRole({ user }) }, higher, { standing: cecil, id: 'ask-3' });
    expect(asksOf(his).map(({ id }) => id)).toEqual(['ask-1', 'ask-3']);
    const second = aBudget({ ...limited.budgets[0], id: 'budget-2' });
    const other = asked(
      { ...once, budgets: [...once.budgets, second] },
      { ...higher, budget: 'budget-2' },
      { id: 'b' },
    );
    expect(asksOf(other)).toHaveLength(2);
  });

  test('asks for a right once, wherever it is missing', () => {
    const without = aCaseHandler({ settings: settingsWithRole({ rights: [] }) });
    const right: AskFor = { wanted: 'budget.approve', code: 'right-missing', note: '' };
    const once = asked(limited, right, { standing: without });
    const onBudget = { ...right, wanted: 'reject-budget', budget: 'budget-1' };
    expect(ask(once, onBudget, { standing: without })).toMatchObject({ refusal: { code: 'already-asked' } });
    const another = ask(once, { ...right, wanted: 'tasks.edit' }, { standing: without });
    expect(another).toMatchObject({ kind: 'decided' });
  });

  test('asks for nothing that may be done by now, that is not there, or that is refused for another reason', () => {
    const raised = aCaseHandler({ limit: { kind: 'other', amount: 1_000_000 } });
    expect(ask(limited, higher, { standing: raised })).toMatchObject({ refusal: { code: 'allowed-by-now' } });
    expect(ask(limited, { ...higher, budget: 'other' })).toMatchObject({ refusal: { code: 'case-not-found' } });
    expect(ask(limited, { ...higher, wanted: 'ask-for' })).toMatchObject({ refusal: { code: 'case-not-found' } });
    const decided = { ...limited, budgets: limited.budgets.map((each) => ({ ...each, state: 'rejected' as const })) };
    expect(ask(decided, higher)).toMatchObject({ refusal: { code: 'already-decided' } });
    expect(ask({ ...limited, state: 'closed' }, higher)).toMatchObject({ refusal: { code: 'case-closed' } });
    expect(ask(limited, higher, { standing: anInsurer() })).toMatchObject({ refusal: { code: 'allowed-by-now' } });
  });

  test('sees the content of the case: who sees its head picks the role’s user', () => {
    const office = aCaseHandler({ member: 'cora', marked: false });
    const role: AskFor = { wanted: 'chat.write', code: 'no-role-in-case', note: '' };
    const headOnly = aCase({ role: aRole(), tasks: [] });
    expect(ask(headOnly, role, { standing: office })).toMatchObject({ refusal: { code: 'no-role-in-case' } });
  });

  test('asks to have a closed case opened again, and nothing else of it', () => {
    const closed = aCase({ state: 'closed' });
    const anna3 = aStanding();
    const open: AskFor = { wanted: 'write-chat', code: 'case-closed', note: '' };
    expect(ask(closed, open, { standing: anna3 })).toMatchObject({ kind: 'decided', after: { state: 'closed' } });
    expect(ask({ ...closed, state: 'deleted' }, open, { standing: anna3 })).toMatchObject({
      refusal: { code: 'case-not-found' },
    });
  });

  test('asks the office of another partner in the cut of both, which the insurer does for the office alone', () => {
    const painting = aCase({ tasks: [aTask(), theirs] });
    const confirm: AskFor = { wanted: 'confirm-received', task: 'painting-1', code: 'other-office-task', note: '' };
    const to = { kind: 'office', office: 'arvio-kuopio', company: 'arvio' };
    for (const standing of [aStanding(), anInsurer()])
      expect(ask(painting, confirm, { standing })).toMatchObject({
        after: { asks: [{ of: { kind: 'other-office', name: 'Arvio Kuopio', company: 'arvio' } }] },
        consequences: [{ to }],
      });
  });

  test('is told beforehand what would become of it', () => {
    const question = aQuestion({ case: limited, standing: aCaseHandler() });
    expect(checkCase(question, { name: 'ask-for', input: higher })).toEqual({ kind: 'allowed' });
  });
});

test('a repair that waits for the decision on compensation is refused until that is made', () => {
  const waiting = aCase({
    decision: null,
    tasks: [
      aTask({ status: 'B++', responsibles: [anna] }),
      aTask({ id: 'inspection-1', kind: 'inspection', main: true }),
    ],
  });
  const start: AskFor = { wanted: 'start-task', task: 'drying-1', code: 'inspection-undecided', note: '' };
  const after = asked(waiting, start, { standing: aStanding() });
  const decided: Case = { ...after, decision: { result: 'approved', at: monday, by: bertil } };
  expect(ask(decided, start, { standing: aStanding() })).toMatchObject({ refusal: { code: 'allowed-by-now' } });
});
