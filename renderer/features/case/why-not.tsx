import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ExclusionWords } from '../../words/exclusion-words.ts';
import classes from './why-not.module.css';

interface WhyNotProps {
  readonly question: ReactNode;
  /** Said where nobody is left out. */
  readonly nobody: ReactNode;
  readonly lines: readonly { readonly id: string; readonly name: string; readonly words: ExclusionWords }[];
}

/** Who is left out of a list, each with the reason and who can change it. */
export function WhyNot({ question, nobody, lines }: WhyNotProps) {
  return (
    <details className={classes.details}>
      <summary className={classes.summary}>
        {question}
        {lines.length > 0 && <span className={classes.count}>{lines.length}</span>}
      </summary>
      {lines.length === 0 ? (
        <p className={classes.none}>{nobody}</p>
      ) : (
        <ul className={classes.lines}>
          {lines.map(({ id, name, words }) => (
            <li key={id} className={classes.line}>
              <span className={classes.name}>{name}</span>
              <span className={classes.why}>
                <Trans>
                  {words.short}. {words.wayOn}
                </Trans>
              </span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
