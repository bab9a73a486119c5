import { Plural, Trans } from '@lingui/react/macro';
import type { MemberEntry } from '../../../shared/domain/office/directory.ts';
import { approvalLimit } from '../../../shared/domain/rights/may.ts';
import { moneyText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './role-dialog.module.css';
import { useCasesHeld } from './use-cases-held.ts';
import { countAbove } from './count-above.ts';

/** Beside each who can be chosen: limit, load, and how many of the waiting budgets are above the limit. */
export function UserFigures({ member }: { readonly member: MemberEntry }) {
  const { open } = useCaseView();
  const held = useCasesHeld(member.id);
  const { settings } = open.standing;
  const approves = settings.externalCaseHandler.rights.includes('budget.approve');
  const limit = moneyText({ amount: approvalLimit(member.limit, settings), currency: settings.currency });
  const above = countAbove(open, member);
  return (
    <span className={classes.figures}>
      {approves && (
        <span>
          <Trans>limit {limit}</Trans>
        </span>
      )}
      <span>
        <Plural value={held} _0="no open case" one="# open case" other="# open cases" />
      </span>
      {approves && above !== null && above > 0 && (
        <strong>
          <Plural value={above} one="# budget above the limit" other="# budgets above the limit" />
        </strong>
      )}
      {member.away && <Trans>away</Trans>}
    </span>
  );
}
