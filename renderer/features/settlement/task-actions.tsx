import { Trans } from '@lingui/react/macro';
import { IconCash } from '@tabler/icons-react';
import { mayTakeBack } from '../../../shared/domain/settlement/may-settle.ts';
import { settleProbe } from '../../../shared/domain/settlement/settle-probe.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { itemsOfTask } from '../../../shared/domain/work-plan/plan-items.ts';
import { ActionButton, useCaseView, type TaskAction } from '../case/frame.ts';

/** From a task to the cash offer for all that is planned for it, for whom it is theirs to make. */
export const taskActions: readonly TaskAction[] = [
  {
    name: 'cash-offer',
    at: { '2': 'beside', B: 'beside', 'B+': 'beside', 'B++': 'beside', '3': 'beside', '3-': 'beside' },
    Button: ToCash,
  },
];

function ToCash({ task }: { readonly task: Task; readonly primary: boolean }) {
  const { open } = useCaseView();
  const { content, standing } = open;
  const there = itemsOfTask(content.case, task.id).filter(({ allocation }) => allocation === 'partner');
  const mays = mayTakeBack({ standing, case: content.case }, 'cashOffer').allowed;
  if (!standing.settings.workPlans || !mays || there.length === 0) return null;
  const items = there.map(({ id }) => id);
  const about = { kind: 'cashOffer', named: items, currency: standing.settings.currency } as const;
  return (
    <ActionButton
      command={{ name: 'settle-items', input: settleProbe(content.case, about) }}
      dialog={{ kind: 'settle-items', as: 'cashOffer', items }}
      icon={<IconCash size={16} aria-hidden />}
    >
      <Trans>Assign as cash offer…</Trans>
    </ActionButton>
  );
}
