/** The status codes in their order (domain.md §3.2); `I` = additional information needed. */
export const taskStatuses = ['C', '0', '0+', '1', '2', 'B', 'B+', 'B++', '3', '3-', 'I', '4', 'A'] as const;

/** One status code. */
export type TaskStatus = (typeof taskStatuses)[number];

const ranks: Readonly<Record<TaskStatus, number>> = {
  C: 0,
  '0': 1,
  '0+': 2,
  '1': 3,
  '2': 4,
  B: 5,
  'B+': 6,
  'B++': 7,
  '3': 8,
  '3-': 8,
  I: 8,
  '4': 9,
  A: 10,
};

/** The explicit rank; codes are never compared as text (domain.md §3.2). */
export function rankOf(status: TaskStatus): number {
  return ranks[status];
}

/** True for a status in which the work has begun and is not finished. */
export function isRunning(status: TaskStatus): boolean {
  return status === '3' || status === '3-' || status === 'I';
}
