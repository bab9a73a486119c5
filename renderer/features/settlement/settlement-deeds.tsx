import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowBackUp, IconCircleCheck, IconMessage } from '@tabler/icons-react';
import type { Settlement } from '../../../shared/domain/settlement/settlement.ts';
import { ActionButton, LetterActions, useCaseView } from '../case/frame.ts';
import { BindingRoom } from './binding-room.tsx';
import { answerCommand, bindCommand, returnCommand } from './settlement-commands.ts';
import { settlementLetter } from './settlement-letter.ts';
import classes from './settlement.module.css';

interface SettlementDeedsProps {
  readonly settlement: Settlement;
  /** What was done last waits for the portal. */
  readonly waiting: boolean;
}

/** What can be done about a settlement in force, and why not where it cannot. What the portal has not confirmed goes out to nobody. */
export function SettlementDeeds({ settlement, waiting }: SettlementDeedsProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { id, state, adds, currency, items } = settlement;
  if (state === 'ended') return null;
  return (
    <>
      {state === 'provisional' && <BindingRoom adds={adds} currency={currency} />}
      <div className={classes.deeds}>
        {state === 'provisional' && (
          <ActionButton
            primary
            command={bindCommand(settlement)}
            dialog={{ kind: 'bind-settlement', settlement: id }}
            icon={<IconCircleCheck size={16} aria-hidden />}
          >
            <Trans>Approve…</Trans>
          </ActionButton>
        )}
        <ActionButton
          command={answerCommand(settlement, 'accepted', '')}
          dialog={{ kind: 'customer-answer', settlement: id }}
          icon={<IconMessage size={16} aria-hidden />}
        >
          <Trans>Record the customer's answer…</Trans>
        </ActionButton>
        <ActionButton
          command={returnCommand(
            settlement,
            items.map(({ item }) => item),
            '',
          )}
          dialog={{ kind: 'return-items', settlement: id, items: null }}
          icon={<IconArrowBackUp size={16} aria-hidden />}
        >
          <Trans>Give items back…</Trans>
        </ActionButton>
        <LetterActions
          letter={settlementLetter(settlement, open)}
          name={t`settlement-${open.content.case.number}.pdf`}
          reason={waiting ? t`The portal has not confirmed it yet.` : null}
        />
      </div>
    </>
  );
}
