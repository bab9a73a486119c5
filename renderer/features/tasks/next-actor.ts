import { t } from '@lingui/core/macro';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { statusWords } from '../../words/status-words.ts';
import { nextSteps, type CaseView } from '../case/frame.ts';

/** Who does the next step of a task, as the viewer reads it; null where nothing is left (domain.md §3.2: list all actors). */
export function nextActor(view: CaseView, task: Task): string | null {
  const { actor } = statusWords(task);
  if (actor === null) return null;
  const step = turnOf(view, task);
  if (step) return step.action.mine ? t`You` : t`Your company`;
  return actsToo(view.open, task) ? t`Insurer or External case handler` : actor;
}

/** True where the viewer, or the viewer's company, has to do the next step of a task. */
export function isViewersTurn(view: CaseView, task: Task): boolean {
  return turnOf(view, task) !== undefined;
}

function turnOf(view: CaseView, task: Task) {
  return nextSteps(view).find(({ action, tasks }) => action.kind !== 'ongoing' && tasks.includes(task.id));
}

/** The External case handler decides as well where a right of the portal says so. */
function actsToo({ content, standing }: OpenCase, { status, main }: Task): boolean {
  const { enabled, rights } = standing.settings.externalCaseHandler;
  const right: Right | null =
    status === 'C'
      ? 'tasks.allocate'
      : status === 'B' || status === '3-'
        ? 'budget.approve'
        : status === '4' && !main
          ? 'tasks.approve'
          : null;
  return enabled && Boolean(content.case.role?.user) && right !== null && rights.includes(right);
}
