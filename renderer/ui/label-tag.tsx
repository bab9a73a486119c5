import type { ReactNode } from 'react';
import classes from './label-tag.module.css';

interface LabelTagProps {
  /** One of the colours that have a look here. */
  readonly colour: 'blue' | 'teal' | 'green' | 'yellow' | 'orange' | 'red' | 'purple' | 'grey';
  readonly rank: number;
  /** What the rank is of, said to who does not see the tag. */
  readonly rankWords: string;
  /** The word; colour alone says nothing. */
  readonly children: ReactNode;
}

/** A label that somebody made: its rank, its word, its colour. */
export function LabelTag({ colour, rank, rankWords, children }: LabelTagProps) {
  return (
    <span className={classes.tag} data-colour={colour}>
      <span className={classes.rank} title={rankWords}>
        {rank}
      </span>
      <span className={classes.text}>{children}</span>
    </span>
  );
}
