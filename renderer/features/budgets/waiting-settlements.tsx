import { Trans, useLingui } from '@lingui/react/macro';
import { IconCircleCheck } from '@tabler/icons-react';
import type { Settlement } from '../../../shared/domain/settlement/settlement.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { momentText, moneyText } from '../../words/figures.ts';
import { settlementStateWords } from '../../words/settlement/settlement-state-words.ts';
import { allocationWords } from '../../words/settlement/settlement-words.ts';
import { ActionButton, useCaseView, waitingFor } from '../case/frame.ts';
import classes from './budgets-tab.module.css';

/** Settlements with the customer that bind more than was approved: they count against the limit like budgets. */
export function WaitingSettlements({ settlements }: { readonly settlements: readonly Settlement[] }) {
  const { t } = useLingui();
  if (settlements.length === 0) return null;
  return (
    <section aria-label={t`Settlements with the customer that wait`}>
      <h3 className={classes.group}>
        <Trans>Settlements with the customer that wait</Trans>
      </h3>
      <ul className={classes.settlements}>
        {settlements.map((settlement) => (
          <WaitingSettlement key={settlement.id} settlement={settlement} />
        ))}
      </ul>
    </section>
  );
}

function WaitingSettlement({ settlement }: { readonly settlement: Settlement }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { id, revision, kind, adds, result, currency, by, at } = settlement;
  const waits = waitingFor(open, revision);
  const { word, tone, icon } = settlementStateWords('provisional');
  const [paid, more] = [moneyText({ amount: result, currency }), moneyText({ amount: adds, currency })];
  return (
    <li className={classes.settlement}>
      <span className={classes.settled}>
        {t`${allocationWords(kind)}: the customer is paid ${paid}, ${more} more than was approved`}
        <span className={classes.aside}>{[by.name, momentText(at)].join(' · ')}</span>
      </span>
      <StateBadge tone={tone} icon={icon}>
        {word}
      </StateBadge>
      {waits && <WaitingMark since={waits.since} />}
      <ActionButton
        command={{ name: 'bind-settlement', input: { settlement: id, revision, money: { amount: adds, currency } } }}
        dialog={{ kind: 'bind-settlement', settlement: id }}
        icon={<IconCircleCheck size={16} aria-hidden />}
      >
        <Trans>Approve…</Trans>
      </ActionButton>
    </li>
  );
}
