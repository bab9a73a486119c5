import { Trans } from '@lingui/react/macro';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './budgets-tab.module.css';

/** That the portal refused an approval of several for this budget, until that has been read. */
export function RefusedApproval({ budget }: { readonly budget: Budget }) {
  const { open } = useCaseView();
  const refusals = useOffline((state) => state.refusals);
  const item = refusals
    .filter(
      ({ command }) =>
        command?.name === 'approve-budgets' &&
        command.portal === open.key.portal &&
        command.subject.id === open.key.case,
    )
    .flatMap(({ items }) => items)
    .find((each) => each.item === budget.id && each.refusal !== null);
  if (!item?.refusal) return null;
  const { full } = refusalWords(item.refusal, open.standing);
  return (
    <p className={classes.line}>
      <Trans>Your approval was refused: {full}</Trans>
    </p>
  );
}
