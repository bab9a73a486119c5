import { useState } from 'react';
import type { GivenFile } from '../../../ui/given-file.ts';
import { fileTroubleWords } from '../../../words/file-trouble-words.ts';
import { refusalWords } from '../../../words/refusal-words.ts';
import { useCaseView } from '../case-view.ts';
import { useCaseIssue } from '../use-case-issue.ts';
import { useKeepFile } from './use-keep-file.ts';

/** A document that was not added, and why. */
export interface Trouble {
  readonly name: string;
  readonly why: string;
}

/** What became of the files that were added last. */
interface Outcome {
  readonly added: readonly string[];
  readonly troubles: readonly Trouble[];
}

/** Adds documents one after the other: first the bytes are kept, then the command that names them (sync.md 5). */
export function useAddDocuments() {
  const { open } = useCaseView();
  const keepFile = useKeepFile();
  const issue = useCaseIssue();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({ added: [], troubles: [] });
  const addOne = async (given: GivenFile): Promise<string | null> => {
    const kept = await keepFile(given);
    if (!kept.ok) return kept.why;
    const answer = await issue({ name: 'add-document', input: { file: kept.file } }, null);
    if (answer.ok) return null;
    return answer.kind === 'refused' ? refusalWords(answer.refusal, open.standing).full : fileTroubleWords('not-kept');
  };
  const add = async (given: readonly GivenFile[]): Promise<void> => {
    setBusy(true);
    const added: string[] = [];
    const troubles: Trouble[] = [];
    try {
      for (const each of given) {
        const why = await addOne(each);
        if (why) troubles.push({ name: each.name, why });
        else added.push(each.name);
      }
    } finally {
      setOutcome({ added, troubles });
      setBusy(false);
    }
  };
  return { add, busy, ...outcome };
}
