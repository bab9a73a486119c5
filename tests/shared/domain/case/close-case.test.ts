import { describe, expect, test } from 'vitest';
import { decideCase, type CaseCommand } from '../../../../shared/domain/command-book.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { revisionOf } from '../../../../shared/domain/who-changed.ts';
import type { Decided } from '../../../../shared/domain/decision.ts';
import {
  aBudget,
  aCase,
  aDirectory,
  aMember,
  anInsurer,
  aQuestion,
  aRole,
  aStanding,
  aTask,
  carla,
  monday,
} from '../../../support/builders.ts';

const insurer = anInsurer();
const close: CaseCommand = { name: 'close-case', input: { reason: 'Paid out' } };
const reopen: CaseCommand = { name: 'reopen-case', input: { reason: 'A second leak' } };
const due = { near: '2026-01-01T08:00:00.000Z', due: '2026-01-02T08:00:00.000Z' };

function asked(subject: Case, change: Parameters<typeof aQuestion>[0] = {}) {
  return aQuestion({
    case: subject,
    standing: insurer,
    stamp: { basedOn: revisionOf(subject, close) },
    ...change,
  });
}

function decided(subject: Case, command: CaseCommand, change: Parameters<typeof aQuestion>[0] = {}): Decided<Case> {
  const decision = decideCase(asked(subject, change), command);
  if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
  return decision;
}

const whole = aCase({
  role: aRole({ user: carla, userAssignedAt: monday }),
  tasks: [aTask({ target: due }), aTask({ id: 'done', status: 'A', office: 'other-office', target: null })],
  budgets: [aBudget({ target: due })],
});
const closed = decided(whole, close).after;

describe('a case that is closed', () => {
  test('says who closed it and when, and tells the handler, who has the role, and the offices with work left', () => {
    const { after, log, consequences } = decided(whole, close);
    expect(after).toMatchObject({
      state: 'closed',
      closed: { by: { member: insurer.member }, at: aQuestion().stamp.at },
    });
    expect(log).toMatchObject([{ what: 'case-closed', as: 'insurer', facts: { reason: 'Paid out' }, company: null }]);
    expect(consequences).toMatchObject([
      { notice: 'case-closed', to: { kind: 'insurer' } },
      { notice: 'case-closed', to: { kind: 'member', member: 'carla' } },
      { notice: 'case-closed', to: { kind: 'office', office: 'kuopio', company: 'kuivaus' } },
    ]);
  });

  test.each<readonly [string, CaseCommand]>([
    ['the chat', { name: 'write-chat', input: { text: 'x' } }],
    ['a task', { name: 'confirm-received', input: { task: 'drying-1' } }],
    ['the handler', { name: 'change-handler', input: { member: 'bertil' } }],
    ['the customer', { name: 'correct-customer', input: { name: 'x', phone: '', email: '' } }],
  ])('refuses what changes %s, and says who closed it', (_, command) => {
    const decision = decideCase(asked(closed, { standing: insurer }), command);
    const told = { code: 'case-closed', grantor: 'insurer', closedBy: insurer.name, closedAt: closed.closed?.at };
    expect(decision).toMatchObject({ kind: 'refused', refusal: told });
  });

  test.each([
    ['closed twice', closed, close],
    ['opened while it is open', whole, reopen],
  ] as const)('%s, it stays as it is, whatever was seen', (_, subject, command) => {
    expect(decided(subject, command, { stamp: { basedOn: 'older' } }).after).toBe(subject);
  });

  test('is not closed by who saw another case, nor opened by who did not see it closed', () => {
    for (const [subject, command] of [
      [{ ...whole, stateSet: { command: 'reopened', decidedAt: monday } }, close],
      [closed, reopen],
    ] as const)
      expect(decideCase(asked(subject, { stamp: { basedOn: 'older' } }), command)).toMatchObject({
        refusal: { code: 'stale' },
      });
  });

  test('is the insurer’s to close and to open', () => {
    for (const [subject, command] of [
      [whole, close],
      [closed, reopen],
    ] as const)
      expect(decideCase(asked(subject, { standing: aStanding() }), command)).toMatchObject({
        refusal: { code: 'insurer-only' },
      });
  });
});

describe('a case that is opened again', () => {
  test('has the whole time again for what is to be done, and keeps what was done', () => {
    const { after, log } = decided(closed, reopen);
    expect(after).toMatchObject({ state: 'open', closed: null, role: { user: { member: 'carla' } } });
    for (const target of [after.tasks[0]?.target, after.budgets[0]?.target])
      expect(target && target.near > aQuestion().stamp.at).toBe(true);
    expect(after.tasks[1]).toBe(closed.tasks[1]);
    expect(after.tasks[0]?.revision).toBe(closed.tasks[0]?.revision);
    expect(log.map(({ what, facts }) => [what, facts])).toEqual([['case-reopened', { reason: 'A second leak' }]]);
  });

  test.each([
    ['is not marked any more', { marked: false }, true],
    ['is not active any more', { active: false }, true],
    ['is of an office that takes nothing new', { office: 'closed-office' }, false],
    ['is there as before', {}, false],
  ])('has its role at the office where the user %s', (_, change, goesBack) => {
    const { members, ...rest } = aDirectory();
    const user = aMember({ ...members.find(({ id }) => id === 'carla'), ...change });
    const directory = { ...rest, members: [...members.filter(({ id }) => id !== 'carla'), user] };
    const { after, log, consequences } = decided(closed, reopen, { directory });
    expect(after.role?.user ?? null).toEqual(goesBack ? null : carla);
    expect(log.map(({ what }) => what)).toEqual(['case-reopened', ...(goesBack ? ['role-user-released'] : [])]);
    const told = consequences.flatMap((each) => (each.kind === 'tell' ? [each.notice] : []));
    expect(told.includes('role-given')).toBe(goesBack);
    expect(Boolean(after.role?.target)).toBe(goesBack);
  });
});
