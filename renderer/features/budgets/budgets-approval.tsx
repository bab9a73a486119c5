import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { BudgetId } from '../../../shared/domain/ids.ts';
import { moneyText } from '../../words/figures.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import {
  DecisionDialog,
  SampledNote,
  useCaseIssue,
  useCaseView,
  useSeenItems,
  type DialogProps,
} from '../case/frame.ts';
import { CalculationLook } from './calculation-look.tsx';
import { dryRun, type DryLine } from './approval-dry-run.ts';
import classes from './budgets-approval.module.css';
import { approvalOf } from './decision-way.ts';
import { WhyLeftOut } from './why-left-out.tsx';

/** Approves several budgets in the order in which they were seen: what would become of each is said before. */
export function BudgetsApproval({ about: { budgets: ids }, onClose }: DialogProps<'approve-budgets'>) {
  const view = useCaseView();
  const { t } = useLingui();
  const issue = useCaseIssue();
  const [left, setLeft] = useState<ReadonlySet<BudgetId>>(new Set());
  const all = ids.flatMap((id) => view.open.content.case.budgets.find((each) => each.id === id) ?? []);
  const seen = useSeenItems(approvalOf(all));
  const lines = dryRun(
    view,
    all.filter(({ id }) => !left.has(id)),
  );
  const chosen = lines.filter(({ refusal }) => refusal === null).map(({ budget }) => budget);
  const sum = moneyText({
    amount: chosen.reduce((total, { money }) => total + money.amount, 0),
    currency: view.open.standing.settings.currency,
  });
  const tick = (id: BudgetId) =>
    setLeft(new Set(left.has(id) ? [...left].filter((each) => each !== id) : [...left, id]));
  const command = approvalOf(chosen);
  return (
    <DecisionDialog
      title={<Trans>Approve several budgets</Trans>}
      primary={<Plural value={chosen.length} one={`Approve # budget, ${sum}`} other={`Approve # budgets, ${sum}`} />}
      seen={seen}
      refusal={null}
      missing={chosen.length > 0 ? null : t`None of these budgets can be approved as things stand.`}
      width={760}
      focusContent
      onDecide={() =>
        issue(
          command,
          seen.revisions.filter(({ thing }) => isNamed(thing, chosen)),
        )
      }
      onDone={onClose}
      onClose={onClose}
    >
      <p className={classes.sum} role="status">
        <strong>{t`${chosen.length} of ${all.length} can be approved`}</strong>
      </p>
      <WhyLeftOut lines={lines} />
      <ol className={classes.lines} aria-label={t`Budgets in the order in which they are approved`}>
        {all.map((budget) => (
          <li key={budget.id}>
            <Line
              line={lines.find((line) => line.budget.id === budget.id) ?? { budget, refusal: null }}
              ticked={!left.has(budget.id)}
              onTick={() => tick(budget.id)}
            />
          </li>
        ))}
      </ol>
    </DecisionDialog>
  );
}

function isNamed(thing: string, budgets: readonly { readonly id: BudgetId }[]): boolean {
  return budgets.some(({ id }) => thing === `budget:${id}`);
}

interface LineProps {
  readonly line: DryLine;
  readonly ticked: boolean;
  readonly onTick: () => void;
}

function Line({ line: { budget, refusal }, ticked, onTick }: LineProps) {
  const { open } = useCaseView();
  const office = open.directory.offices.find(({ id }) => id === budget.office)?.name ?? '';
  return (
    <div className={classes.line} data-held={refusal ? true : undefined}>
      <label className={classes.budget}>
        <input type="checkbox" checked={ticked} onChange={onTick} />
        <span className={classes.name}>{budget.description}</span>
        <span className={classes.aside}>{office}</span>
        <span className={classes.amount}>{moneyText(budget.money)}</span>
      </label>
      {refusal && <p className={classes.why}>{refusalWords(refusal, open.standing).full}</p>}
      {!refusal && <SampledNote budget={budget} />}
      {budget.file && <CalculationLook file={budget.file} />}
    </div>
  );
}
