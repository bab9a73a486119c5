import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconLayoutGrid } from '@tabler/icons-react';
import type { Task } from '../../../shared/domain/task/task.ts';
import { takesItems } from '../../../shared/domain/work-plan/plan-items.ts';
import { useCaseView, type TaskAction } from '../case/frame.ts';

/** The way from a task to its plan, where the portal plans by items. */
export const taskActions: readonly TaskAction[] = [
  {
    name: 'work-plan',
    at: { '1': 'beside', '2': 'first', B: 'beside', 'B+': 'first', 'B++': 'beside', '3': 'beside', '3-': 'beside' },
    Button: ToPlan,
  },
];

function ToPlan({ task, primary }: { readonly task: Task; readonly primary: boolean }) {
  const { open, openTab } = useCaseView();
  if (!open.standing.settings.workPlans || !takesItems(task)) return null;
  const isOwn = task.company === open.standing.company;
  return (
    <Button
      variant={primary && isOwn ? 'filled' : 'default'}
      leftSection={<IconLayoutGrid size={16} aria-hidden />}
      onClick={() => openTab('work-plan')}
    >
      <Trans>Work plan</Trans>
    </Button>
  );
}
