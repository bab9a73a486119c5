import { useState } from 'react';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import type { CommandId } from '../../../shared/domain/ids.ts';
import type { BasedOn } from '../../../shared/domain/revision.ts';
import { useCaseView } from './case-view.ts';
import { revisionsOf, whoChanged, type Change } from '../../../shared/domain/who-changed.ts';

/** What a dialog was opened on, and what became of it meanwhile. */
export interface Seen {
  /** The revision that was on the screen when the dialog opened, or when the person looked again. */
  readonly revision: CommandId | null;
  /** Set once the thing is another one than the one that was seen. */
  readonly changed: Change | null;
  readonly lookAgain: () => void;
}

/** Two things under one dialog: what became of either is said, and both are looked at again. */
export function bothSeen(one: Seen, other: Seen): Seen {
  const lookAgain = () => {
    one.lookAgain();
    other.lookAgain();
  };
  return { ...one, changed: one.changed ?? other.changed, lookAgain };
}

/** Holds the revision a decision is based on, so that nothing unseen is ever decided on (sync.md 11). */
export function useSeen(current: CommandId | null): Seen {
  const { open } = useCaseView();
  const [revision, setRevision] = useState(current);
  return {
    revision,
    changed: revision === current ? null : whoChanged(open.content, current),
    lookAgain: () => setRevision(current),
  };
}

/** The same for all that a command with items would overwrite. */
export function useSeenItems(command: CaseCommand): Pick<Seen, 'changed' | 'lookAgain'> & {
  readonly revisions: readonly BasedOn[];
} {
  const { open } = useCaseView();
  const current = revisionsOf(open.content.case, command);
  const [revisions, setRevisions] = useState(current);
  const isSeen = ({ thing, revision }: BasedOn): boolean =>
    revisions.some((each) => each.thing === thing && each.revision === revision);
  const other = current.find((each) => !isSeen(each));
  return {
    revisions,
    changed: other ? whoChanged(open.content, other.revision) : null,
    lookAgain: () => setRevisions(current),
  };
}
