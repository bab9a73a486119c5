import { deadlineStart, type CaseQuestion, type Told } from '../decision.ts';
import { personRef } from '../member/standing.ts';
import { may } from '../rights/may.ts';
import { withTask, wrongStatus } from './change-task.ts';
import { mayAskInformation, mayGiveInformation, tellsAsker, tellsOwing } from './information.ts';
import { inquiryOfTask, stepOfInquiry, taskPage, type OnTask, type TaskQuestion } from './task-page.ts';
import { targetAfterPause } from './target.ts';
import type { Task } from './task.ts';

/** Gives the information that a task waits for: I → where it was asked for (domain.md §3.4). */
export interface GiveInformation extends OnTask {
  readonly answer: string;
}

/** Takes the question back: I → where it was asked for. */
export type WithdrawInformation = OnTask;

/** The page of `give-information`: an answer to the question that was read, and to no later one. */
export const giveInformation = taskPage<GiveInformation>({
  authority: 'task.inform',
  rights: ['tasks.approve', 'decision.make'],
  ...stepOfInquiry,
  may: ({ standing, case: subject, task }) =>
    task.inquiry
      ? mayGiveInformation(standing, subject, { ...task, owedBy: task.inquiry.owedBy })
      : may(standing, 'task.inform', { case: subject, task }),
  check: ({ task }) => wrongStatus(task, ['I']),
  basedOn: (input) => [inquiryOfTask(input)],
  apply: (asked, { answer: text }) => {
    const { task, standing, stamp } = asked;
    const { inquiryText } = task;
    const answer = { text, by: personRef(standing), at: stamp.at };
    return {
      tasks: withTask(asked, task, {
        ...goingOn(asked, task),
        inquiryText: inquiryText ? { ...inquiryText, answer } : null,
      }),
    };
  },
  log: ({ task, standing }, { answer }) => ({
    what: 'information-given',
    facts: { task: task.type, owes: task.inquiry?.owedBy ?? '', reason: answer },
    company: task.company ?? standing.company,
  }),
  tells: (asked): readonly Told[] => tellsAsker(asked, 'information-given'),
});

/** The page of `withdraw-information`: by the side that asked. */
export const withdrawInformation = taskPage<WithdrawInformation>({
  authority: 'task.inform',
  rights: ['tasks.approve', 'decision.make'],
  ...stepOfInquiry,
  may: ({ standing, case: subject, task }) => mayAskInformation(standing, subject, task, task.inquiry?.from ?? '3'),
  check: ({ task }) => wrongStatus(task, ['I']),
  basedOn: (input) => [inquiryOfTask(input)],
  apply: (asked) => ({ tasks: withTask(asked, asked.task, { ...goingOn(asked, asked.task), inquiryText: null }) }),
  log: ({ task, standing }) => ({
    what: 'information-withdrawn',
    facts: { task: task.type },
    company: task.company ?? standing.company,
  }),
  tells: (asked: TaskQuestion): readonly Told[] =>
    asked.task.inquiry ? tellsOwing(asked, asked.task.inquiry.owedBy, 'information-withdrawn') : [],
});

/** The task goes on from where it was, with as much working time as was left; one without a record of it goes on from 3. */
function goingOn({ directory, standing, stamp }: CaseQuestion, task: Task): Partial<Task> {
  const { inquiry } = task;
  const status = inquiry?.from ?? '3';
  const office = directory.offices.find(({ id }) => id === task.office);
  const target = inquiry
    ? targetAfterPause(
        standing.settings,
        status,
        { target: inquiry.paused.target, from: inquiry.paused.at, to: deadlineStart(stamp) },
        office,
      )
    : null;
  return { status, since: stamp.at, target, inquiry: null };
}
