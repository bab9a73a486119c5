import { Trans } from '@lingui/react/macro';
import type { CompensationResult, Ruling } from '../../../shared/domain/compensation/compensation.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { resultWords } from '../../words/compensation/compensation-words.ts';
import classes from './decision.module.css';

interface ResultNoteProps {
  /** null where nothing follows yet. */
  readonly result: CompensationResult | null;
  readonly parts: readonly { readonly ruling: Ruling }[];
}

/** What the decision comes to, why, and what follows from it in the case. */
export function ResultNote({ result, parts }: ResultNoteProps) {
  if (result === null) return null;
  const { word, icon, tone } = resultWords(result);
  return (
    <div className={classes.result} role="status">
      <StateBadge tone={tone} icon={icon}>
        {word}
      </StateBadge>
      <p>
        {parts.length > 0 && <Why result={result} />}{' '}
        {result === 'rejected' ? (
          <Trans>The repairs do not go on; those that have not begun are offered for removal.</Trans>
        ) : (
          <Trans>The repairs may go on, and project management that is ready begins by itself.</Trans>
        )}
      </p>
    </div>
  );
}

function Why({ result }: { result: CompensationResult }) {
  if (result === 'approved') return <Trans>Every part is covered.</Trans>;
  return result === 'rejected' ? (
    <Trans>No part is covered.</Trans>
  ) : (
    <Trans>Some parts are covered, others are not or in part.</Trans>
  );
}
