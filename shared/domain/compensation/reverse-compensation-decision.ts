import { casePage } from '../case/case-page.ts';
import { may } from '../rights/may.ts';
import { reaching } from '../task/change-task.ts';
import { decisionOfCase, lastOfDecision, mainInspection, shownOfDecision, tellEverybody } from './compensation-page.ts';

/** Takes a decision on compensation back, with the reason; what was begun on it stays (domain.md §9: the insurer only). */
export interface ReverseCompensationDecision {
  readonly reason: string;
}

/** The page of `reverse-compensation-decision`: the inspection waits in 4 again, with whoever has it now. */
export const reverseCompensationDecision = casePage<ReverseCompensationDecision, object>({
  authority: 'decision.reverse',
  reads: [
    'head',
    'tasks',
    'task-returns',
    'role',
    'decision',
    'decision-parts',
    'decision-grounds',
    'decision-amounts',
  ],
  changes: ['decision', 'decision-parts', 'decision-grounds', 'decision-amounts', 'tasks', 'task-returns', 'log'],
  find: () => ({}),
  may: ({ standing, case: subject }) => may(standing, 'decision.reverse', { case: subject }),
  since: ({ case: { decision } }) => [decision?.at ?? null],
  check: ({ case: { decision } }) => (decision ? null : { code: 'nothing-to-change', grantor: 'nobody' }),
  basedOn: () => [decisionOfCase],
  apply: (asked) => ({
    decision: null,
    decisionParts: null,
    decisionGrounds: null,
    decisionAmounts: null,
    tasks: asked.case.tasks.map((task) =>
      task.main && task.status === 'A' ? { ...task, ...reaching(asked, task, '4'), revision: asked.stamp.id } : task,
    ),
  }),
  log: ({ case: subject }, { reason }) => ({
    what: 'compensation-reversed',
    facts: { reason, task: mainInspection(subject)?.type ?? '' },
  }),
  shows: shownOfDecision,
  tells: (asked) => {
    const { by } = asked.case.decision ?? {};
    const everybody = tellEverybody(asked, asked.case.tasks, 'compensation-reversed');
    return by ? [...everybody, ['compensation-reversed', { kind: 'member', member: by.member }]] : everybody;
  },
  instead: lastOfDecision,
});
