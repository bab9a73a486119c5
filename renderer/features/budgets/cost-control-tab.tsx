import { Trans, useLingui } from '@lingui/react/macro';
import { approvedInForce, bindingAmount, type Budget } from '../../../shared/domain/budget/budget.ts';
import { approvalLimit } from '../../../shared/domain/rights/may.ts';
import { isExternalCaseHandler } from '../../../shared/domain/rights/roles-in-case.ts';
import { momentText, moneyText } from '../../words/figures.ts';
import { roleWords } from '../../words/role-words.ts';
import { useCaseView } from '../case/frame.ts';
import { BudgetBadge, BudgetCard } from './budget-card.tsx';
import { latestFirst } from './latest-first.ts';
import classes from './budgets-tab.module.css';

/** What the case costs: what waits for a decision, what is approved and by whom (seed: comes with right 8). */
export function CostControlTab() {
  const { open } = useCaseView();
  const { budgets, hidden } = open.content.case;
  const waiting = latestFirst(budgets).filter((budget) => budget.state === 'submitted');
  return (
    <div className={classes.tab}>
      <Totals />
      {hidden.includes('other-budgets') && (
        <p className={classes.none}>
          <Trans>Budgets of other companies are not shown to you; the sums are without them.</Trans>
        </p>
      )}
      <h3 className={classes.group}>
        <Trans>Waiting for a decision</Trans>
      </h3>
      {waiting.length === 0 && (
        <p className={classes.none}>
          <Trans>No budget waits.</Trans>
        </p>
      )}
      {waiting.map((budget) => (
        <BudgetCard key={budget.id} budget={budget} />
      ))}
      <AllBudgets />
      <Approvals />
    </div>
  );
}

function Totals() {
  const { open } = useCaseView();
  const { standing, content } = open;
  const { budgets } = content.case;
  const { settings } = standing;
  const money = (amount: number) => moneyText({ amount, currency: settings.currency });
  const waiting = budgets
    .filter((each) => each.state === 'submitted')
    .reduce((sum, { money: { amount } }) => sum + amount, 0);
  const approved = budgets.reduce((sum, budget) => sum + (bindingAmount(budget) ?? 0), 0);
  const handler = isExternalCaseHandler({ standing, case: content.case });
  const limit = approvalLimit(standing.limit, settings);
  const mine = approvedInForce(budgets, standing.member);
  const cumulative = settings.externalCaseHandler.limitBasis === 'cumulative';
  return (
    <dl className={classes.totals}>
      <div>
        <dt>
          <Trans>Approved</Trans>
        </dt>
        <dd>{money(approved)}</dd>
      </div>
      <div>
        <dt>
          <Trans>Waiting</Trans>
        </dt>
        <dd>{money(waiting)}</dd>
      </div>
      {handler && (
        <div>
          <dt>{cumulative ? <Trans>Left of your limit</Trans> : <Trans>Your limit for a budget</Trans>}</dt>
          <dd>{money(cumulative ? Math.max(0, limit - mine) : limit)}</dd>
        </div>
      )}
    </dl>
  );
}

function AllBudgets() {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { budgets } = open.content.case;
  if (budgets.length === 0) return null;
  const officeOf = ({ office }: Budget) => open.directory.offices.find((each) => each.id === office)?.name ?? '';
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={t`All budgets`}>
        <thead>
          <tr>
            <th scope="col">{t`Budget`}</th>
            <th scope="col">{t`Office`}</th>
            <th scope="col">{t`State`}</th>
            <th scope="col" data-figure>
              {t`Latest version`}
            </th>
            <th scope="col" data-figure>
              {t`In force`}
            </th>
          </tr>
        </thead>
        <tbody>
          {latestFirst(budgets).map((budget) => {
            const binding = bindingAmount(budget);
            return (
              <tr key={budget.id}>
                <td>{budget.description}</td>
                <td>{officeOf(budget)}</td>
                <td>
                  <BudgetBadge budget={budget} />
                </td>
                <td data-figure>{moneyText(budget.money)}</td>
                <td data-figure>{binding === null ? '–' : moneyText({ ...budget.money, amount: binding })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Approvals() {
  const { open } = useCaseView();
  const { t } = useLingui();
  const approvals = open.content.case.budgets
    .flatMap((budget) => budget.approvals.map((approval) => ({ budget, approval })))
    .toSorted((one, other) => (one.approval.at < other.approval.at ? 1 : -1));
  if (approvals.length === 0) return null;
  return (
    <>
      <h3 className={classes.group}>
        <Trans>Who approved what</Trans>
      </h3>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t`When`}</th>
              <th scope="col">{t`Who`}</th>
              <th scope="col">{t`Budget`}</th>
              <th scope="col" data-figure>
                {t`Amount`}
              </th>
            </tr>
          </thead>
          <tbody>
            {approvals.map(({ budget, approval }) => (
              <tr key={`${budget.id}/${approval.version}/${approval.at}`}>
                <td>{momentText(approval.at)}</td>
                <td>{t`${approval.by.name} (${roleWords(approval.as).word})`}</td>
                <td>{t`${budget.description}, version ${approval.version}`}</td>
                <td data-figure>{moneyText({ ...budget.money, amount: approval.amount })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
