import { Trans, useLingui } from '@lingui/react/macro';
import { settlementSheet } from '../../../shared/domain/settlement/settlement-sheet.ts';
import type { Settlement } from '../../../shared/domain/settlement/settlement.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { moneyText } from '../../words/figures.ts';
import { allocationWords } from '../../words/settlement/settlement-words.ts';
import { settlementStateWords } from '../../words/settlement/settlement-state-words.ts';
import { useCaseView, waitingFor } from '../case/frame.ts';
import { SettlementDeeds } from './settlement-deeds.tsx';
import { SettlementFacts } from './settlement-facts.tsx';
import { SettlementSheetView } from './settlement-sheet-view.tsx';
import classes from './settlement.module.css';

/** A settlement with its state, what was said and decided of it, its sheet as it was, and what can be done. */
export function SettlementCard({ settlement }: { readonly settlement: Settlement }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { kind, currency, result, state, items, by } = settlement;
  const waits = waitingFor(open, settlement.revision);
  const { word, tone, icon } = settlementStateWords(state);
  const kindWord = allocationWords(kind);
  const paid = moneyText({ amount: result, currency });
  return (
    <article className={classes.card} data-ended={state === 'ended' || undefined} aria-label={t`${kindWord}: ${paid}`}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t`${kindWord}: ${paid}`}</h3>
        <StateBadge tone={tone} icon={icon}>
          {word}
        </StateBadge>
        {waits && <WaitingMark since={waits.since} />}
      </div>
      <SettlementFacts settlement={settlement} />
      <details className={classes.more}>
        <summary>
          <Trans>Settlement sheet</Trans>
        </summary>
        <SettlementSheetView sheet={settlementSheet(settlement)} items={items} currency={currency} by={by.name} />
      </details>
      <SettlementDeeds settlement={settlement} waiting={waits !== null} />
    </article>
  );
}
