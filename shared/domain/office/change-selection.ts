import { isSame, revisionBy } from '../overwriting.ts';
import { changeOfficeRefusal, officePage, termsOfOffice } from './change-office.ts';
import type { MemberSelection } from './member-selection.ts';

/** Sets whom an office has set responsible at once: all of it as it shall be; null where everything is assigned by hand (domain.md §5.1). */
export interface ChangeSelection {
  readonly selection: MemberSelection | null;
}

/**
 * The page of `change-selection`. It names people, and who can be set is asked when a task comes: certificates and
 * memberships change after it was set.
 */
export const changeSelection = officePage<ChangeSelection>({
  authority: 'office.change',
  check: (question) => changeOfficeRefusal(question, {}),
  basedOn: (_, office) => [termsOfOffice(office)],
  already: ({ office }, { selection }) => isSame(office.selection ?? null, selection),
  apply: ({ office, stamp }, { selection }) => ({ ...office, selection, revision: revisionBy(stamp) }),
});
