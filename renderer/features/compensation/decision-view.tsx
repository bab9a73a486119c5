import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import type { CompensationDecision } from '../../../shared/domain/compensation/compensation.ts';
import { repairsToRemove } from '../../../shared/domain/compensation/decide-compensation.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { resultWords } from '../../words/compensation/compensation-words.ts';
import { reportedText } from '../../words/figures.ts';
import { roleWords } from '../../words/role-words.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { ActionButton, useCaseView, waitingFor } from '../case/frame.ts';
import { DecidedGrounds } from './decided-grounds.tsx';
import { DecidedParts } from './decided-parts.tsx';
import classes from './decision.module.css';
import { DecisionLetter } from './letter-of-decision.tsx';
import { SeenThen } from './seen-then.tsx';

/** A decision that is made, as far as its reader is told of it. */
export function DecisionView({ decision }: { decision: CompensationDecision }) {
  const { open } = useCaseView();
  const { case: subject } = open.content;
  const { result, revision } = decision;
  const { word, icon, tone } = resultWords(result);
  const waits = revision === undefined ? null : waitingFor(open, revision);
  return (
    <article className={classes.decided} data-waiting={waits ? true : undefined}>
      <div className={classes.head}>
        <StateBadge tone={tone} icon={icon}>
          {word}
        </StateBadge>
        {subject.decisionParts?.early && (
          <StateBadge tone="quiet">
            <Trans>Early, before the inspection was done</Trans>
          </StateBadge>
        )}
        {waits && <WaitingMark since={waits.since} />}
      </div>
      <ByWhom decision={decision} />
      <DecidedParts />
      <DecidedGrounds />
      <SeenThen />
      <ToRemove />
      <div className={classes.actions}>
        <DecisionLetter waiting={waits !== null} />
        <ActionButton
          command={{ name: 'reverse-compensation-decision', input: { reason: 'x' } }}
          dialog={{ kind: 'reverse-compensation' }}
          icon={<IconArrowBackUp size={16} aria-hidden />}
        >
          <Trans>Take the decision back…</Trans>
        </ActionButton>
      </div>
    </article>
  );
}

function ByWhom({ decision: { by, as, at } }: { decision: CompensationDecision }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const when = reportedText(at, open.standing.settings.timeZone);
  const who = by?.name;
  const role = as ? roleWords(as).word : null;
  if (!who) return <p className={classes.line}>{t`Decided ${when}`}</p>;
  return (
    <p className={classes.line}>{role ? t`Decided by ${who} (${role}), ${when}` : t`Decided by ${who}, ${when}`}</p>
  );
}

/** After a no: what nobody has begun, which the case has no use for; removed in one step by who may. */
function ToRemove() {
  const { open } = useCaseView();
  const repairs = repairsToRemove(open.content.case);
  if (repairs.length === 0) return null;
  const names = repairs.map(({ type }) => taskTypeName(type, open.standing.settings)).join(', ');
  const removed = repairs.map(({ id, type }) => ({ task: id, type }));
  return (
    <div className={classes.note}>
      <p>
        <Trans>Not begun, and to be removed from the case: {names}.</Trans>
      </p>
      <ActionButton
        command={{ name: 'remove-tasks', input: { removed } }}
        dialog={{ kind: 'add-or-remove', removed: removed.map(({ task }) => task) }}
        icon={<IconTrash size={16} aria-hidden />}
      >
        <Trans>Remove them…</Trans>
      </ActionButton>
    </div>
  );
}
