import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { refusalWords } from '../../../words/refusal-words.ts';
import { useCaseView } from '../case-view.ts';
import { useCaseIssue } from '../use-case-issue.ts';
import { useKeepFile } from './use-keep-file.ts';

/** A document that was not added, and why. */
export interface Trouble {
  readonly name: string;
  readonly why: string;
}

/** Adds documents one after the other: first the bytes are kept, then the command that names them (sync.md 5). */
export function useAddDocuments() {
  const { open } = useCaseView();
  const keepFile = useKeepFile();
  const issue = useCaseIssue();
  const [busy, setBusy] = useState(false);
  const [troubles, setTroubles] = useState<readonly Trouble[]>([]);
  const addOne = async (file: File): Promise<string | null> => {
    const kept = await keepFile(file);
    if (!kept.ok) return kept.why;
    const answer = await issue({ name: 'add-document', input: { file: kept.file } }, null);
    if (answer.ok) return null;
    return answer.kind === 'refused'
      ? refusalWords(answer.refusal, open.standing).full
      : t`It could not be kept on this computer.`;
  };
  const add = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    const found: Trouble[] = [];
    for (const file of files) {
      const why = await addOne(file);
      if (why) found.push({ name: file.name, why });
    }
    setTroubles(found);
    setBusy(false);
  };
  return { add, busy, troubles };
}
