import { t } from '@lingui/core/macro';
import type { Moment } from '../../../../shared/domain/moment.ts';
import type { Right } from '../../../../shared/domain/rights/rights.ts';
import type { Task } from '../../../../shared/domain/task/task.ts';
import type { OpenCase } from '../../../offline/offline-desk.ts';
import { statusWords } from '../../../words/status-words.ts';
import { nextSteps } from '../decide-next.ts';

/** Who does the next step of a task, as the viewer reads it; null where nothing is left (domain.md §3.2: list all actors). */
export function nextActor(open: OpenCase, task: Task, now: Moment): string | null {
  const { actor } = statusWords(task);
  if (actor === null) return null;
  const step = turnOf(open, task, now);
  if (step) return step.mine ? t`You` : t`Your company`;
  return actsToo(open, task) ? t`Insurer or External case handler` : actor;
}

/** True where the viewer, or the viewer's company, has to do the next step of a task. */
export function isViewersTurn(open: OpenCase, task: Task, now: Moment): boolean {
  return turnOf(open, task, now) !== undefined;
}

function turnOf(open: OpenCase, task: Task, now: Moment) {
  return nextSteps(open, now).find(
    (step) => step.kind !== 'ongoing' && (step.task?.id === task.id || step.budget?.tasks.includes(task.id) === true),
  );
}

/** The External case handler decides as well where a right of the portal says so. */
function actsToo({ content, standing }: OpenCase, { status, main }: Task): boolean {
  const { enabled, rights } = standing.settings.externalCaseHandler;
  const right: Right | null =
    status === 'B' || status === '3-' ? 'budget.approve' : status === '4' && !main ? 'tasks.approve' : null;
  return enabled && Boolean(content.case.role?.user) && right !== null && rights.includes(right);
}
