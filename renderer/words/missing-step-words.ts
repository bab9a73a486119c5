import { t } from '@lingui/core/macro';
import type { TaskStatus } from '../../shared/domain/task/task-status.ts';

/** The step that is missing before a task can be started, one sentence; null where it is no step of this kind. */
export function missingStepWords(status: TaskStatus, wanted: TaskStatus): string | null {
  return wanted === 'B++' ? (beforeTheStart[status]?.() ?? null) : null;
}

const beforeTheStart: Readonly<Partial<Record<TaskStatus, () => string>>> = {
  C: () => t`An office has to be given the task first.`,
  '0': () => t`The office has to confirm it and make somebody responsible first.`,
  '0+': () => t`Somebody has to be made responsible first.`,
  '1': () => t`The time of the work has to be set first.`,
  '2': () => t`A budget has to be entered and approved first.`,
  B: () => t`Its budget has to be approved first.`,
  'B+': () => t`Its budget has to be approved first.`,
};
