import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { IconBan, IconCheck } from '@tabler/icons-react';
import type { Wanted } from '../../../shared/domain/asking/ask.ts';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import type { EffectiveAnswer } from '../../../shared/domain/rights/effective-rights.ts';
import type { Authority } from '../../../shared/domain/rights/rights.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { moneyText } from '../../words/figures.ts';
import { refusalOfAnotherWords } from '../../words/refusal-of-another-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { roleWords } from '../../words/role-words.ts';
import { taskTypeName } from '../../words/task-words.ts';
import type { Asked } from './asked.ts';
import classes from './effective-rights.module.css';

interface OneAnswer {
  readonly answer: EffectiveAnswer;
  readonly asked: Asked;
}

interface AnswerLineProps extends OneAnswer {
  readonly authority: Authority;
}

/** Yes and by which role, or no, why not and who can change it; about which task or budget, where they differ. */
export function AnswerLine({ authority, answer, asked }: AnswerLineProps) {
  const { verdict } = answer;
  const { standing, own } = asked;
  const words = own ? refusalWords : refusalOfAnotherWords;
  return (
    <div className={classes.answer} data-answer={verdict.allowed ? 'yes' : 'no'}>
      <StateBadge tone="quiet" icon={verdict.allowed ? IconCheck : IconBan}>
        {verdict.allowed ? <Trans>Yes</Trans> : <Trans>No</Trans>}
      </StateBadge>
      <div>
        <About answer={answer} asked={asked} />
        <p className={classes.why}>
          {verdict.allowed ? <As role={roleWords(verdict.as).word} /> : words(verdict.refusal, standing).full}
        </p>
        {!verdict.allowed && asked.ask?.(verdict.refusal, wantedBy(authority, answer))}
        <WithinLimit answer={answer} asked={asked} />
      </div>
    </div>
  );
}

function wantedBy(authority: Authority, { task, budget }: EffectiveAnswer): Wanted {
  return { wanted: authority, ...(task ? { task: task.id } : {}), ...(budget ? { budget: budget.id } : {}) };
}

function As({ role }: { readonly role: string }) {
  return <Trans>As {role}.</Trans>;
}

/** The task by its type and office, the budget by what distinguishes it from others. */
function About({ answer: { task, budget }, asked }: OneAnswer) {
  if (!task && !budget) return null;
  return <p className={classes.thing}>{task ? taskText(task, asked) : budget && budgetText(budget)}</p>;
}

function taskText({ type, office }: Task, { standing, directory }: Asked): string {
  const name = taskTypeName(type, standing.settings);
  const at = directory.offices.find(({ id }) => id === office)?.name;
  return at ? t`${name}, ${at}` : name;
}

function budgetText({ description, version, money, state }: Budget): string {
  const amount = moneyText(money);
  return state === 'submitted'
    ? t`${description}, version ${version}, ${amount}`
    : t`${description}, version ${version}, ${amount}, decided already`;
}

/** What approving would do to the limit; above it the budget is sent on to the insurer (domain.md §6.3). */
function WithinLimit({ answer: { headroom }, asked }: OneAnswer) {
  if (!headroom) return null;
  const { portalName, settings } = asked.standing;
  const over = moneyText({ amount: headroom.over, currency: settings.currency });
  return (
    <p className={classes.why}>
      {headroom.over === 0 ? (
        <Trans>Within the limit.</Trans>
      ) : (
        <Trans>
          Above the limit by {over}: it can be rejected, or sent on to {portalName}.
        </Trans>
      )}
    </p>
  );
}
