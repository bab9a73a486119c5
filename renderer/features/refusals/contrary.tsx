import { Trans } from '@lingui/react/macro';
import type { CaseKey } from '../../../shared/contract/desk-api.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { contraryDecision } from '../../../shared/domain/contrary-decision.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import { useCase } from '../../bindings/use-case.ts';
import { MomentText } from '../../ui/moment-text.tsx';
import { logWords } from '../../words/log-words.ts';
import classes from './refusals.module.css';

interface ContraryProps {
  readonly of: CaseKey;
  readonly command: CaseCommand;
  readonly refusal: Refusal;
}

/** What somebody else decided instead, as the reader's own view of the case tells it. */
export function Contrary({ of, command, refusal }: ContraryProps) {
  const hold = useCase(of);
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
