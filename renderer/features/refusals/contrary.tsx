import { Trans } from '@lingui/react/macro';
import { contraryDecision } from '../../../shared/domain/contrary-decision.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import { useCase } from '../../bindings/use-case.ts';
import { isCaseCommand, type CaseCommand } from '../../offline/waiting-commands.ts';
import type { OutboxItem } from '../../offline/offline-desk.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import { logWords } from '../../words/log-words.ts';
import classes from './refusals.module.css';

/** What somebody else decided instead, as the reader's own view of the case tells it. */
export function Contrary({ item: { command, refusal } }: { item: OutboxItem }) {
  return command && refusal && isCaseCommand(command) ? <Told command={command} refusal={refusal} /> : null;
}

function Told({ command, refusal }: { command: CaseCommand; refusal: Refusal }) {
  const hold = useCase({ portal: command.portal, case: command.subject.id });
  const contrary = hold.phase === 'open' ? contraryDecision(hold.open.confirmed, command, refusal) : null;
  if (hold.phase !== 'open' || !contrary) return null;
  const { sentence, typed } = logWords(contrary, hold.open.standing.settings);
  return (
    <div className={classes.contrary}>
      <strong>
        <Trans>What was decided instead</Trans>
      </strong>
      <p>
        {sentence} <MomentText moment={contrary.at} />
      </p>
      {typed && <q>{typed}</q>}
    </div>
  );
}
