import { Trans } from '@lingui/react/macro';
import { IconGavel } from '@tabler/icons-react';
import { isEarly } from '../../../shared/domain/compensation/decide-compensation.ts';
import { mainInspection } from '../../../shared/domain/compensation/compensation-page.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ActionButton, useCaseView } from '../case/frame.ts';
import { decisionProbe } from './decision-probe.ts';
import { DecisionView } from './decision-view.tsx';

/** The decision on the compensation, or the way to it. */
export function DecisionTab() {
  const { open } = useCaseView();
  const { decision } = open.content.case;
  return decision ? <DecisionView decision={decision} /> : <NotDecided />;
}

function NotDecided() {
  const { open } = useCaseView();
  const task = mainInspection(open.content.case);
  if (!task)
    return (
      <EmptyState icon={IconGavel} title={<Trans>Nothing to decide on</Trans>}>
        <Trans>Compensation is decided on the main inspection, and this case has none.</Trans>
      </EmptyState>
    );
  const early = isEarly(task);
  return (
    <EmptyState
      icon={IconGavel}
      title={<Trans>Not decided yet</Trans>}
      action={
        <ActionButton command={decisionProbe(open)} dialog={{ kind: 'decide-compensation' }} primary={!early}>
          {early ? <Trans>Decide early…</Trans> : <Trans>Decide on the compensation…</Trans>}
        </ActionButton>
      }
    >
      {early ? (
        <Trans>
          It is decided once the inspection is complete. Decided earlier, the inspection goes to the insurer.
        </Trans>
      ) : (
        <Trans>The inspection is complete and waits for the decision.</Trans>
      )}
    </EmptyState>
  );
}
