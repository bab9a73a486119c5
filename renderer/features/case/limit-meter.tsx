import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Headroom } from '../../../shared/domain/rights/may.ts';
import { moneyText } from '../../words/figures.ts';
import { useCaseView } from './case-view.ts';
import classes from './limit-meter.module.css';

interface LimitMeterProps {
  readonly room: Headroom;
  readonly currency: string;
  /** What the amount beside what is approved already is. */
  readonly amountOf: ReactNode;
}

/** A limit as a bar: already approved, this, what is left or how much is above (domain.md §6.3). */
export function LimitMeter({ room, currency, amountOf }: LimitMeterProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const money = (amount: number) => moneyText({ amount, currency });
  const whole = Math.max(room.limit, room.already + room.amount, 1);
  const share = (amount: number) => `${(Math.max(0, amount) / whole) * 100}%`;
  const left = money(Math.max(0, room.limit - room.already - room.amount));
  const above = money(room.over);
  const cumulative = open.standing.settings.externalCaseHandler.limitBasis === 'cumulative';
  return (
    <section className={classes.meter} aria-label={t`Your approval limit`} data-over={room.over > 0 || undefined}>
      <p className={classes.result}>
        {room.over > 0 ? (
          <Trans>Above your limit by {above}</Trans>
        ) : (
          <Trans>Within your limit, {left} left after it</Trans>
        )}
      </p>
      <div className={classes.bar} aria-hidden>
        <span className={classes.already} style={{ width: share(room.already) }} />
        <span className={classes.this} style={{ width: share(room.amount - room.over) }} />
        {room.over > 0 && <span className={classes.over} style={{ width: share(room.over) }} />}
      </div>
      <dl className={classes.figures}>
        <dt>{cumulative ? <Trans>Your limit in this case</Trans> : <Trans>Your limit for a budget</Trans>}</dt>
        <dd>{money(room.limit)}</dd>
        {cumulative && (
          <>
            <dt>
              <span className={classes.key} data-part="already" aria-hidden />
              <Trans>Already approved by you</Trans>
            </dt>
            <dd>{money(room.already)}</dd>
          </>
        )}
        <dt>
          <span className={classes.key} data-part="this" aria-hidden />
          {amountOf}
        </dt>
        <dd>{money(room.amount)}</dd>
      </dl>
    </section>
  );
}
