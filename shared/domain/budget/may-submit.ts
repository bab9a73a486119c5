import type { Case } from '../case/case.ts';
import type { MemberStanding } from '../member/standing.ts';
import { may } from '../rights/may.ts';
import { no, type Verdict } from '../rights/verdict.ts';
import type { Task } from '../task/task.ts';

/** Who may send a budget for tasks: it takes a yes for each of them (domain.md §6.1). */
export function maySubmitFor(standing: MemberStanding, subject: Case, tasks: readonly Task[]): Verdict {
  const verdicts = tasks.map((task) => may(standing, 'budget.submit', { case: subject, task }));
  return verdicts.find(({ allowed }) => !allowed) ?? verdicts[0] ?? no({ code: 'case-not-found', grantor: 'nobody' });
}
