import { Trans } from '@lingui/react/macro';
import { headroomFor, may } from '../../../shared/domain/rights/may.ts';
import { isExternalCaseHandler } from '../../../shared/domain/rights/roles-in-case.ts';
import { LimitMeter, useCaseView } from '../case/frame.ts';

/** What binding an amount would do to the limit of the viewer; nothing where no limit binds, or the right is missing. */
export function BindingRoom({ adds, currency }: { readonly adds: number; readonly currency: string }) {
  const { open } = useCaseView();
  const { standing, content } = open;
  const binds = isExternalCaseHandler({ standing, case: content.case });
  if (!binds || !may(standing, 'budget.approve', { case: content.case }).allowed) return null;
  return (
    <LimitMeter
      room={headroomFor(standing, content.case, adds)}
      currency={currency}
      amountOf={<Trans>What this settlement adds</Trans>}
    />
  );
}
