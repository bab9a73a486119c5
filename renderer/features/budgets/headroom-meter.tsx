import { Trans, useLingui } from '@lingui/react/macro';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import { headroom, may } from '../../../shared/domain/rights/may.ts';
import { isExternalCaseHandler } from '../../../shared/domain/rights/roles-in-case.ts';
import { moneyText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './headroom-meter.module.css';

/** The limit of the External Case Handler: already approved, this one, what is left or how much is above (domain.md §6.3). */
export function HeadroomMeter({ budget }: { budget: Budget }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { standing, content } = open;
  const verdict = may(standing, 'budget.approve', { case: content.case, budget });
  // The limit binds who holds the role, also where another role allows the approval.
  const binds = isExternalCaseHandler({ standing, case: content.case });
  if (!verdict.allowed || !binds || budget.state !== 'submitted') return null;
  const room = headroom(standing, content.case, budget);
  const money = (amount: number) => moneyText({ amount, currency: budget.money.currency });
  const whole = Math.max(room.limit, room.already + room.amount, 1);
  const share = (amount: number) => `${(Math.max(0, amount) / whole) * 100}%`;
  const left = money(Math.max(0, room.limit - room.already - room.amount));
  const above = money(room.over);
  const limit = money(room.limit);
  const already = money(room.already);
  const cumulative = standing.settings.externalCaseHandler.limitBasis === 'cumulative';
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
        <dd>{limit}</dd>
        {cumulative && (
          <>
            <dt>
              <span className={classes.key} data-part="already" aria-hidden />
              <Trans>Already approved by you</Trans>
            </dt>
            <dd>{already}</dd>
          </>
        )}
        <dt>
          <span className={classes.key} data-part="this" aria-hidden />
          {room.amount === budget.money.amount ? <Trans>This budget</Trans> : <Trans>What this version adds</Trans>}
        </dt>
        <dd>{money(room.amount)}</dd>
      </dl>
    </section>
  );
}
