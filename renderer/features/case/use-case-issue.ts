import { useCallback } from 'react';
import type { SeenRevisions } from '../../../shared/domain/revision.ts';
import { useIssue } from '../../bindings/use-issue.ts';
import type { IssueAnswer } from '../../offline/offline-desk.ts';
import { doneWords } from '../../words/done-words.ts';
import { useCaseView } from './case-view.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';

/** Issues a command about the open case and says what was done where it binds; `seen` is what was on the screen (sync.md 11). */
export function useCaseIssue(): (command: CaseCommand, seen: SeenRevisions) => Promise<IssueAnswer> {
  const issue = useIssue();
  const { open } = useCaseView();
  return useCallback(
    (command, seen) => {
      const { portal, case: id } = open.key;
      const { name, input } = command;
      const done = doneWords(command, { case: open.content.case, standing: open.standing, directory: open.directory });
      return issue<CaseCommand['name']>({ portal, name, subject: { kind: 'case', id }, input, seen }, done);
    },
    [issue, open],
  );
}
