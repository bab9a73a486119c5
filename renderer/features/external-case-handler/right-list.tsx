import { rightsInUse } from '../../../shared/domain/command-book.ts';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import { rightWords } from '../../words/right-words.ts';

/** Rights by their labels, each with its explanation, as items of a list. */
export function RightItems({ rights }: { readonly rights: readonly Right[] }) {
  return rights.map((right) => (
    <li key={right} title={rightWords(right).explanation}>
      {rightWords(right).label}
    </li>
  ));
}

/** The rights that something can be done with here, and those that the portal gives for what is still to come. */
export function splitRights(rights: readonly Right[]): {
  readonly now: readonly Right[];
  readonly later: readonly Right[];
} {
  return {
    now: rights.filter((right) => rightsInUse.includes(right)),
    later: rights.filter((right) => !rightsInUse.includes(right)),
  };
}
