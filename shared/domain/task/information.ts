import { tellDeciders, type Told } from '../decision.ts';
import type { MemberStanding } from '../member/standing.ts';
import { may } from '../rights/may.ts';
import type { Right } from '../rights/rights.ts';
import type { AskedCase, AskedTask } from '../rights/subject.ts';
import type { Verdict } from '../rights/verdict.ts';
import { toOfficeOf, type TaskQuestion } from './task-page.ts';
import type { TaskStatus } from './task-status.ts';
import type { OwingSide } from './task.ts';

type InformedTask = AskedTask & { readonly main: boolean };

/** Who decides on a completed task: on the main inspection by the decision on compensation (domain.md §9, §15 rights 4 and 9). */
function decidingRight({ main }: { readonly main: boolean }): Extract<Right, 'decision.make' | 'tasks.approve'> {
  return main ? 'decision.make' : 'tasks.approve';
}

/** Who may ask for information, and withdraw it: in 4 who decides on the task, before that who does it (domain.md §3.4). */
export function mayAskInformation(
  standing: MemberStanding,
  subject: AskedCase,
  task: InformedTask,
  from: TaskStatus,
): Verdict {
  return may(standing, from === '4' ? decidingRight(task) : 'task.inform', { case: subject, task });
}

/**
 * Who may give it: the side that owes it. The customer has no account: what the customer says is recorded by who speaks
 * with the customer about the task, the company that does it or who decides on it (docs/decisions/0043). So is what the
 * partner owes of an inspection that an early decision took from its company: nobody else could.
 */
export function mayGiveInformation(
  standing: MemberStanding,
  subject: AskedCase,
  task: InformedTask & { readonly owedBy: OwingSide },
): Verdict {
  const about = { case: subject, task };
  if (task.owedBy === 'insurer') return may(standing, 'information.give', about);
  const ofCompany = may(standing, 'task.inform', about);
  if ((task.owedBy === 'partner' && task.company !== null) || ofCompany.allowed) return ofCompany;
  const decides = may(standing, decidingRight(task), about);
  return decides.allowed ? decides : ofCompany;
}

/** Tells who owes it; of what the customer owes, the other side of the two that may record it. */
export function tellsOwing(
  asked: TaskQuestion,
  owedBy: OwingSide,
  notice: 'information-wanted' | 'information-withdrawn',
): readonly Told[] {
  const { task, standing } = asked;
  if (owedBy === 'insurer') return [[notice, { kind: 'insurer' }]];
  const company = owedBy === 'partner' || standing.company !== task.company;
  return company && task.company !== null
    ? toCompanyOf(asked, notice)
    : tellDeciders(asked, notice, decidingRight(task));
}

/** Tells who asked. */
export function tellsAsker(asked: TaskQuestion, notice: 'information-given'): readonly Told[] {
  const { task } = asked;
  return task.inquiry?.from === '4' ? tellDeciders(asked, notice, decidingRight(task)) : toCompanyOf(asked, notice);
}

function toCompanyOf({ task }: TaskQuestion, notice: Told[0]): readonly Told[] {
  return [
    ...toOfficeOf(task, notice),
    ...task.responsibles.map(({ member }): Told => [notice, { kind: 'member', member }]),
  ];
}
