import type { Moment } from '../../../../shared/domain/moment.ts';
import type { Task } from '../../../../shared/domain/task/task.ts';
import type { OpenCase } from '../../../offline/offline-desk.ts';
import { nextSteps } from '../decide-next.ts';

/** True where the viewer, or the viewer's company, has to do the next step of a task. */
export function isViewersTurn(open: OpenCase, task: Task, now: Moment): boolean {
  return nextSteps(open, now).some(
    (step) => step.kind !== 'ongoing' && (step.task?.id === task.id || step.budget?.tasks.includes(task.id) === true),
  );
}
