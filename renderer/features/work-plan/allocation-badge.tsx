import { useLingui } from '@lingui/react/macro';
import { IconCash, IconHammer, IconHourglass } from '@tabler/icons-react';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { PlanLine } from './plan-lines.ts';

interface AllocationBadgeProps {
  readonly line: PlanLine;
  readonly provisional: boolean;
}

/** As what a line went to the customer, and whether that waits for more money to be approved. */
export function AllocationBadge({ line, provisional }: AllocationBadgeProps) {
  const { t } = useLingui();
  const isCash = line.item?.allocation === 'cashOffer';
  return (
    <>
      <StateBadge tone="quiet" icon={isCash ? IconCash : IconHammer}>
        {isCash ? t`Cash offer` : t`Own work`}
      </StateBadge>
      {provisional && (
        <StateBadge tone="budget" icon={IconHourglass}>
          {t`Provisional`}
        </StateBadge>
      )}
    </>
  );
}
