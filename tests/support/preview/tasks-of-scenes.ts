import { taskStatuses } from '../../../shared/domain/task/task-status.ts';
import { anna, aTask, bertil } from '../builders.ts';
import { dueIn } from '../rows.ts';

/** Tasks that no office has yet. */
export const unassignedTasks = ['drying', 'inspection'].map((type) =>
  aTask({ id: `${type}-c`, type, status: 'C', office: null, company: null }),
);

/** Tasks in every status, with long names. */
export const manyTasks = Array.from({ length: 40 }, (_, index) => {
  const status = taskStatuses[index % taskStatuses.length] ?? '0';
  return aTask({
    id: `many-${index}`,
    status,
    responsibles: index % 3 ? [{ ...anna, name: 'Eeva-Liisa Hämäläinen-Koskenkorva' }, bertil] : [],
    target: index % 2 ? dueIn(index - 12) : null,
    revision: `many-${index}`,
  });
});
