import { describe, expect, test } from 'vitest';
import { textsOf } from '../../../../shared/domain/case/parts/split.ts';
import { decideCase, type CaseCommand } from '../../../../shared/domain/command-book.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import { owingSides, type OwingSide, type Task } from '../../../../shared/domain/task/task.ts';
import {
  aCase,
  aCaseHandler,
  anInquiry,
  anInsurer,
  anna,
  aQuestion,
  aRole,
  aStanding,
  aTask,
  carla,
} from '../../../support/builders.ts';

const ask = (owedBy: OwingSide): CaseCommand => ({
  name: 'ask-information',
  input: { task: 'drying-1', owedBy, question: 'Which rooms?' },
});
const give: CaseCommand = { name: 'give-information', input: { task: 'drying-1', answer: 'All of them' } };
const withdraw: CaseCommand = { name: 'withdraw-information', input: { task: 'drying-1' } };

function decide(task: Partial<Task>, command: CaseCommand, standing: Standing, at = '2026-11-23T09:00:00.000Z') {
  const subject = aCase({ role: aRole({ user: carla }), tasks: [aTask({ responsibles: [anna], ...task })] });
  return decideCase(aQuestion({ case: subject, standing, stamp: { at, basedOn: 'inquiry-1' } }), command);
}

function decided(...asked: Parameters<typeof decide>) {
  const decision = decide(...asked);
  if (decision.kind !== 'decided') throw new Error(JSON.stringify(decision));
  return decision;
}

describe('who owes information gives it', () => {
  const people = { office: aStanding(), insurer: anInsurer(), handler: aCaseHandler() };
  const may: Readonly<Record<OwingSide, readonly (keyof typeof people)[]>> = {
    partner: ['office'],
    insurer: ['insurer'],
    customer: ['office', 'insurer', 'handler'],
  };
  test.each(owingSides)('owed by the %s', (owedBy) => {
    const inquiry = anInquiry({ owedBy });
    const able = Object.entries(people).filter(
      ([, standing]) => decide({ status: 'I', inquiry }, give, standing).kind === 'decided',
    );
    expect(able.map(([name]) => name)).toEqual(may[owedBy]);
  });
});

describe('who is told', () => {
  test.each([
    ['the insurer owes it', '3', ask('insurer'), aStanding(), ['insurer']],
    ['the company owes it', '4', ask('partner'), anInsurer(), ['office', 'anna']],
    ['the customer owes it and the company asks', '3', ask('customer'), aStanding(), ['insurer', 'carla']],
    ['the customer owes it and the insurer asks', '4', ask('customer'), anInsurer(), ['office', 'anna']],
    ['it is given to the company', 'I', give, anInsurer(), ['office', 'anna'], anInquiry({ owedBy: 'insurer' })],
    ['it is given to who decides', 'I', give, aStanding(), ['insurer', 'carla'], anInquiry({ from: '4' })],
    ['the question is withdrawn', 'I', withdraw, aStanding(), ['insurer'], anInquiry({ owedBy: 'insurer' })],
  ] as const)('%s', (_, status, command, standing, expected, inquiry = null as never) => {
    const { consequences } = decided({ status, inquiry }, command, standing);
    const told = consequences.map((each) =>
      each.kind === 'tell' ? (each.to.kind === 'member' ? each.to.member : each.to.kind) : each.kind,
    );
    expect(told).toEqual(expected);
  });
});

describe('the clock', () => {
  const target = { near: '2026-11-23T12:00:00.000Z', due: '2026-11-24T08:00:00.000Z' };

  test.each([
    ['over a weekend', '2026-11-27T10:00:00.000Z', '2026-11-27T13:00:00.000Z', '2026-11-30T09:00:00.000Z'],
    ['within an hour', '2026-11-23T10:00:00.000Z', '2026-11-23T13:00:00.000Z', '2026-11-24T09:00:00.000Z'],
  ])('stands still while it waits, %s: what was left is left', (_, answered, near, due) => {
    const asked = decided({ status: '3', target }, ask('insurer'), aStanding());
    const [waiting] = asked.after.tasks;
    expect(waiting).toMatchObject({ status: 'I', target: null, inquiry: { paused: { target } } });
    const { command } = waiting?.inquiry?.asked ?? { command: '' };
    const question = aQuestion({ case: asked.after, standing: anInsurer(), stamp: { at: answered, basedOn: command } });
    const given = decideCase(question, give);
    expect(given).toMatchObject({ after: { tasks: [{ status: '3', target: { near, due }, inquiry: null }] } });
  });

  test('what was overdue stays overdue', () => {
    const late = { near: '2026-11-20T08:00:00.000Z', due: '2026-11-20T12:00:00.000Z' };
    const inquiry = anInquiry({ owedBy: 'insurer', paused: { at: '2026-11-23T08:00:00.000Z', target: late } });
    const { after } = decided({ status: 'I', inquiry }, give, anInsurer(), '2026-11-30T09:00:00.000Z');
    expect(after.tasks).toMatchObject([{ target: late }]);
  });
});

test('an answer to another question than the one that was read is refused', () => {
  const inquiry = anInquiry({ asked: { command: 'inquiry-2', decidedAt: '2026-11-23T08:30:00.000Z' } });
  expect(decide({ status: 'I', inquiry }, give, aStanding())).toMatchObject({ refusal: { code: 'stale' } });
});

test('question and answer stay at the task, and a withdrawn question does not', () => {
  const inquiryText = { question: 'Which rooms?', by: anna, at: '2026-11-23T08:00:00.000Z', answer: null };
  const waiting = { status: 'I', inquiry: anInquiry(), inquiryText } as const;
  expect(decided(waiting, give, aStanding()).after.tasks).toMatchObject([
    { inquiryText: { question: 'Which rooms?', answer: { text: 'All of them', by: anna } } },
  ]);
  expect(decided(waiting, withdraw, aStanding()).after.tasks).toMatchObject([{ inquiryText: null }]);
});

describe('about an inspection that an early decision took from its company, and that was taken back', () => {
  const nobodys = { office: null, company: null, responsibles: [], kind: 'inspection', main: true } as const;
  const textOf = ({ after }: ReturnType<typeof decided>) =>
    textsOf(after, null).find(({ part }) => part === 'task-inquiries');

  test('what is asked, and answered, is for none of the other companies in the case', () => {
    const asked = decided({ ...nobodys, status: '4' }, ask('customer'), anInsurer());
    expect([textOf(asked)?.owner, asked.log.map(({ company }) => company)]).toEqual(['nordic', ['nordic']]);
    const [{ status, inquiry, inquiryText } = aTask()] = asked.after.tasks;
    const waiting = {
      ...nobodys,
      status,
      inquiry: inquiry && anInquiry({ ...inquiry, asked: anInquiry().asked }),
      inquiryText,
    };
    const given = decided(waiting as Partial<Task>, give, anInsurer());
    expect([textOf(given)?.owner, given.log.map(({ company }) => company)]).toEqual(['nordic', ['nordic']]);
    const withdrawn = decided(waiting as Partial<Task>, withdraw, anInsurer());
    expect(withdrawn.log.map(({ company }) => company)).toEqual(['nordic']);
  });

  test('what the company would owe is recorded by who decides, who is told of it', () => {
    const inquiry = anInquiry({ owedBy: 'partner', from: '4' });
    expect(decide({ ...nobodys, status: 'I', inquiry }, give, anInsurer()).kind).toBe('decided');
    const { consequences } = decided({ ...nobodys, status: '4' }, ask('partner'), anInsurer());
    expect(consequences.map((each) => each.kind === 'tell' && each.to.kind)).toContain('insurer');
  });
});
