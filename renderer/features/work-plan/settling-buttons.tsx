import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowBack, IconCash, IconHammer, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { wantedOf } from '../../../shared/domain/asking/wanted-of.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { settleProbe } from '../../../shared/domain/settlement/settle-probe.ts';
import type { SettlementKind } from '../../../shared/domain/settlement/settlement.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { forecast, forecastDialog, Help, useCaseView } from '../case/frame.ts';
import { BarButton } from './bar-button.tsx';
import type { PlanBarProps } from './plan-bar-props.ts';
import { returningOf, settlingOf } from './settling.ts';

/** The ways to the customer and back (domain.md §7.1): for what is selected, or with the choice in the dialog. */
export function SettlingButtons(props: PlanBarProps) {
  return (
    <>
      <ToCustomer {...props} as="cashOffer" icon={IconCash}>
        <Trans>Assign as cash offer…</Trans>
      </ToCustomer>
      <ToCustomer {...props} as="customerOwnWork" icon={IconHammer}>
        <Trans>Customer's own work…</Trans>
      </ToCustomer>
      <ToPartner {...props} />
    </>
  );
}

interface ToCustomerProps extends PlanBarProps {
  readonly as: SettlementKind;
  readonly icon: Icon;
  readonly children: ReactNode;
}

function ToCustomer({ work, selected, as, icon, children }: ToCustomerProps) {
  const view = useCaseView();
  const { open, show } = view;
  const settling = settlingOf(work.lines, selected);
  const items = settling.kind === 'items' ? settling.items : [];
  const { content, standing } = open;
  const about = { kind: as, named: items, currency: standing.settings.currency };
  const command: CaseCommand = { name: 'settle-items', input: settleProbe(content.case, about) };
  const refusal = settling.kind === 'items' ? forecastDialog(view, command) : null;
  const why = settling.kind === 'not' ? settling.why : null;
  return (
    <BarButton
      icon={icon}
      reason={why ?? (refusal && refusalWords(refusal, open.standing).full)}
      wayOn={refusal && <Help refusal={refusal} wanted={wantedOf(command)} />}
      onClick={() => show({ kind: 'settle-items', as, items })}
    >
      {children}
    </BarButton>
  );
}

function ToPartner({ work, selected }: PlanBarProps) {
  const { open, now, show } = useCaseView();
  const { t } = useLingui();
  const returning = returningOf(work.lines, selected, open);
  const command = returning.kind === 'items' ? returning.command : null;
  const refusal = command && forecast({ open, now }, command);
  const why = returning.kind === 'not' ? returning.why : null;
  return (
    <BarButton
      icon={IconArrowBack}
      reason={why ?? (refusal && refusalWords(refusal, open.standing).full)}
      wayOn={refusal && command && <Help refusal={refusal} wanted={wantedOf(command)} />}
      onClick={() =>
        returning.kind === 'items' &&
        show({ kind: 'return-items', settlement: returning.settlement, items: returning.items })
      }
    >
      {t`Back to the partner…`}
    </BarButton>
  );
}
