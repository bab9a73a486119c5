import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { useIssue } from '../../bindings/use-issue.ts';
import type { IssueAnswer, PortalState } from '../../offline/offline-desk.ts';
import { notKeptWords } from '../../words/not-kept-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { emptyDraft, inviteFault, type InviteDraft } from './invite-draft.ts';

/** What is entered of somebody new in one portal, and sending it; it stays while the dialog is closed and opened again. */
export function useInviteForm(state: PortalState) {
  const issue = useIssue();
  const { portal, standing } = state;
  const [draft, setDraft] = useState<InviteDraft>(() => emptyDraft(state));
  const [objection, setObjection] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const fault = inviteFault(draft);
  const told = (answer: IssueAnswer): string | null => {
    if (answer.ok) return null;
    return answer.kind === 'refused' ? refusalWords(answer.refusal, standing).full : notKeptWords(answer.reason);
  };
  const invite = async (): Promise<boolean> => {
    setTried(true);
    const { company } = draft;
    if (busy || fault !== null || company === null) return false;
    setBusy(true);
    const name = draft.name.trim();
    const input = { ...draft, name, email: draft.email.trim().toLowerCase(), company };
    const subject = { kind: 'member', id: uuidv7() } as const;
    const answer = await issue({ portal, name: 'invite-member', subject, input }, t`Invited ${name}`);
    setBusy(false);
    setObjection(told(answer));
    if (!answer.ok) return false;
    setDraft(emptyDraft(state));
    setTried(false);
    return true;
  };
  const inviteAgain = async (member: { readonly id: string; readonly name: string }): Promise<void> => {
    const subject = { kind: 'member', id: member.id } as const;
    setObjection(
      told(await issue({ portal, name: 'invite-again', subject, input: {} }, t`Invited ${member.name} again`)),
    );
  };
  return {
    draft,
    change: (part: Partial<InviteDraft>) => setDraft((now) => ({ ...now, ...part })),
    fault: tried ? fault : null,
    objection,
    busy,
    invite,
    inviteAgain,
  };
}
