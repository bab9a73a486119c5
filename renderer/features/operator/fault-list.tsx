import { Plural } from '@lingui/react/macro';
import classes from './operator.module.css';
import { placeIn } from './place-in.ts';

interface FaultListProps {
  readonly issues: readonly { readonly path: string; readonly message: string }[];
  readonly more: number;
  readonly parsed: unknown;
}

/** Each fault with its place in the document; of very many only the first. */
export function FaultList({ issues, more, parsed }: FaultListProps) {
  return (
    <>
      <ul className={classes.faults}>
        {issues.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <code className={classes.place}>{placeIn(parsed, path)}</code> <span>{message}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <Plural value={more} one="and # more" other="and # more" />}
    </>
  );
}
