import { t } from '@lingui/core/macro';
import { useState, type FormEvent } from 'react';
import { useIssue } from '../../bindings/use-issue.ts';
import { notKeptWords } from '../../words/not-kept-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { revisionId } from '../../../shared/domain/revision.ts';
import type { ListedOffice } from './listed-offices.ts';
import { changeOf, draftOf, placeFault, type OfficeDraft } from './office-draft.ts';

/** What is entered of an office, and saving it: based on what was there when the form was opened. */
export function useOfficeForm(listed: ListedOffice, onDone: () => void) {
  const issue = useIssue();
  const [{ office, state }] = useState(listed);
  const { portal, standing } = state;
  const [draft, setDraft] = useState<OfficeDraft>(() => draftOf(office));
  const [objection, setObjection] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const fault = placeFault(office, draft);
  const input = changeOf(office, draft);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (busy || fault !== null) return;
    if (Object.keys(input).length === 0) return setObjection(t`Nothing is changed yet.`);
    setBusy(true);
    const subject = { kind: 'office', id: office.id } as const;
    const seen = revisionId(office.revision, office.id);
    const answer = await issue({ portal, name: 'change-office', subject, input, seen }, t`Changed ${office.name}`);
    setBusy(false);
    if (answer.ok) return onDone();
    setObjection(answer.kind === 'refused' ? refusalWords(answer.refusal, standing).full : notKeptWords(answer.reason));
  };
  return {
    office,
    draft,
    change: (part: Partial<OfficeDraft>) => setDraft((now) => ({ ...now, ...part })),
    input,
    fault: tried ? fault : null,
    objection,
    busy,
    save,
  };
}
