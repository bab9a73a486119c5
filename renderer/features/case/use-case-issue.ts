import { useCallback } from 'react';
import type { CommandId } from '../../../shared/domain/ids.ts';
import { useIssue } from '../../bindings/use-issue.ts';
import type { IssueAnswer } from '../../offline/offline-desk.ts';
import { useCaseView } from './case-view.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';

/** Issues a command about the open case; `seen` is the revision that was on the screen (sync.md 11). */
export function useCaseIssue(): (command: CaseCommand, seen: CommandId | null) => Promise<IssueAnswer> {
  const issue = useIssue();
  const { open } = useCaseView();
  const { portal, case: id } = open.key;
  return useCallback(
    ({ name, input }, seen) => issue<CaseCommand['name']>({ portal, name, subject: { kind: 'case', id }, input, seen }),
    [issue, portal, id],
  );
}
