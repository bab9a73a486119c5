import type { Case } from '../../../shared/domain/case/case.ts';
import type { OfficeId } from '../../../shared/domain/ids.ts';
import { taskStatuses, type TaskStatus } from '../../../shared/domain/task/task-status.ts';

/** How many tasks of an office stand in a status that is not the last. */
export interface OpenWork {
  readonly status: TaskStatus;
  readonly office: OfficeId | null;
  readonly count: number;
}

/** The open tasks of a case by status and office, in the order of the statuses. */
export function openWork({ tasks }: Pick<Case, 'tasks'>): readonly OpenWork[] {
  const open = tasks.filter(({ status }) => status !== 'A');
  return taskStatuses.flatMap((status) => {
    const at = open.filter((task) => task.status === status);
    return [...new Set(at.map(({ office }) => office))].map((office) => ({
      status,
      office,
      count: at.filter((task) => task.office === office).length,
    }));
  });
}
