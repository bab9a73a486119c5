import { deadlineStart, type Told } from '../decision.ts';
import { personRef } from '../member/standing.ts';
import { revisionBy } from '../overwriting.ts';
import { withTask, wrongStatus } from './change-task.ts';
import { mayAskInformation, tellsOwing } from './information.ts';
import { stepOfInquiry, taskPage, type OnTask } from './task-page.ts';
import type { OwingSide } from './task.ts';

/** Asks for information that a task waits for: 3 → I by who does it, 4 → I by who decides on it (domain.md §3.4). */
export interface AskInformation extends OnTask {
  readonly owedBy: OwingSide;
  readonly question: string;
}

/** The page of `ask-information`: the clock of the task stands still until it is given. */
export const askInformation = taskPage<AskInformation>({
  authority: 'task.inform',
  rights: ['tasks.approve', 'decision.make'],
  ...stepOfInquiry,
  may: ({ standing, case: subject, task }) => mayAskInformation(standing, subject, task, task.status),
  check: ({ task }) => wrongStatus(task, ['3', '4']),
  apply: (asked, { owedBy, question }) => {
    const { task, standing, stamp } = asked;
    const from = task.status === '4' ? '4' : '3';
    const paused = { at: deadlineStart(stamp), target: task.target };
    return {
      tasks: withTask(asked, task, {
        status: 'I',
        since: stamp.at,
        target: null,
        inquiry: { owedBy, from, paused, asked: revisionBy(stamp) },
        inquiryText: { question, by: personRef(standing), at: stamp.at, answer: null },
      }),
    };
  },
  log: ({ task, standing }, { owedBy, question }) => ({
    what: 'information-asked',
    facts: { task: task.type, owes: owedBy, reason: question },
    // Where no company has it, an early decision having taken it, this is nobody's but the asker's.
    company: task.company ?? standing.company,
  }),
  tells: (asked, { owedBy }): readonly Told[] => tellsOwing(asked, owedBy, 'information-wanted'),
});
