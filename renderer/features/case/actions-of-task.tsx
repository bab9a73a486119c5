import type { Task } from '../../../shared/domain/task/task.ts';
import { useCaseView } from './case-view.ts';

/** What the families offer to do with a task in its status, the step that moves it on first. */
export function ActionsOfTask({ task }: { readonly task: Task }) {
  const { families } = useCaseView();
  const actions = families.flatMap(({ taskActions = [] }) => taskActions);
  return (['first', 'beside'] as const).flatMap((rank) =>
    actions
      .filter(({ at }) => at[task.status] === rank)
      .map(({ name, Button }) => <Button key={name} task={task} primary={rank === 'first'} />),
  );
}
