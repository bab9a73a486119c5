import { Trans } from '@lingui/react/macro';
import { approvalRoom, type EffectiveRight } from '../../../shared/domain/rights/effective-rights.ts';
import { authorityWords } from '../../words/authority-words.ts';
import { moneyText } from '../../words/figures.ts';
import type { Asked } from './asked.ts';
import { AnswerLine } from './answer-line.tsx';
import { effectWords } from './effect-words.ts';
import classes from './effective-rights.module.css';

interface RightRowProps {
  readonly right: EffectiveRight;
  readonly asked: Asked;
}

/** One authority: its label, the answer or answers, and what else has to be known of it. */
export function RightRow({ right, asked }: RightRowProps) {
  const { authority, answers, unseen } = right;
  const note = answers.some(({ verdict }) => verdict.allowed) ? effectWords(authority, asked.standing) : null;
  return (
    <li className={classes.right}>
      <h3 className={classes.label}>{authorityWords(authority)}</h3>
      <div className={classes.said}>
        {answers.map((answer) => (
          <AnswerLine
            key={answer.task?.id ?? answer.budget?.id ?? ''}
            authority={authority}
            answer={answer}
            asked={asked}
          />
        ))}
        {authority === 'budget.approve' && <Room asked={asked} />}
        {unseen === 'tasks' && (
          <p className={classes.hint}>
            <Trans>You do not see the tasks of this case, so it is not told for each.</Trans>
          </p>
        )}
        {unseen === 'budgets' && (
          <p className={classes.hint}>
            <Trans>You do not see all budgets of this case, so it is not told for those.</Trans>
          </p>
        )}
        {answers.length === 0 && unseen === null && (
          <p className={classes.hint}>
            <Trans>The case has no task that it could be about.</Trans>
          </p>
        )}
        {note && <p className={classes.hint}>{note}</p>}
      </div>
    </li>
  );
}

/** The limit that binds, and how much of it is left. */
function Room({ asked: { standing, subject } }: Pick<RightRowProps, 'asked'>) {
  const room = approvalRoom(standing, subject);
  const { currency } = standing.settings;
  if (!room || !standing.settings.externalCaseHandler.rights.includes('budget.approve')) return null;
  const left = moneyText({ amount: room.left, currency });
  const limit = moneyText({ amount: room.limit, currency });
  return (
    <p className={classes.hint}>
      <Trans>
        {left} left of the limit of {limit}.
      </Trans>
    </p>
  );
}
