import { t } from '@lingui/core/macro';
import { useMemo, useState, type FormEvent } from 'react';
import { changeEffect } from '../../../shared/domain/member/change-effect.ts';
import { changeRefusal, levelsFor, markRefusal, type Membership } from '../../../shared/domain/member/membership.ts';
import type { WhomQuestion } from '../../../shared/domain/member/change-whom.ts';
import { isSame } from '../../../shared/domain/overwriting.ts';
import { revisionId } from '../../../shared/domain/revision.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import { useIssue } from '../../bindings/use-issue.ts';
import { useOffline, useRows } from '../../bindings/use-offline.ts';
import type { IssueAnswer, PortalState } from '../../offline/offline-desk.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { changeOf, draftOf, readDraft, type MemberDraft } from './member-draft.ts';
import { memberKey, waitingChanges, type MemberLine } from './member-lines.ts';

/** What is entered of a member and saving it: based on what was there when the form was opened. */
export function useMemberForm(state: PortalState, line: MemberLine, onDone: () => void) {
  const issue = useIssue();
  const { portal, standing, directory } = state;
  const { currency } = standing.settings;
  const [began, setBegan] = useState(line.member);
  const [draft, setDraft] = useState<MemberDraft>(() => draftOf(began, currency));
  const [tried, setTried] = useState(false);
  /** The change whose lost roles were shown and are to be confirmed by name. */
  const [asked, setAsked] = useState<string | null>(null);
  const [answer, setAnswer] = useState<IssueAnswer | null>(null);
  const [busy, setBusy] = useState(false);
  const question: MemberFormQuestion = { standing, directory, member: { ...began, member: began.id } };
  const refusals = refusalsOf(question);
  const read = readDraft(draft, began, currency);
  const change = changeOf(began, read.after);
  const effect = useChangeEffect(state, began, read.after);
  const waiting = useOffline(({ outbox }) => waitingChanges(outbox).get(memberKey(portal, began.id)) ?? null);
  const changedMeanwhile = !isSame(revisionsOf(began), revisionsOf(line.member));
  const ending = `${JSON.stringify(change)} ${effect.roles}`;
  const confirming = effect.roles > 0 && asked === ending;
  const unchanged = change.mark === null && change.terms === null;
  const held = holdsBack({ refusals, waiting, unchanged: unchanged && !read.amount && !read.deputy });

  const send = async (): Promise<IssueAnswer | null> => {
    const about = { portal, subject: { kind: 'member', id: began.id } } as const;
    const { mark, terms } = change;
    const marking =
      mark &&
      (await issue({ ...about, name: 'mark-member', input: mark, seen: revisionId(began.markRevision, began.id) }));
    if (!terms || (marking && !marking.ok)) return marking;
    return issue({ ...about, name: 'change-member', input: terms, seen: revisionId(began.termsRevision, began.id) });
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (busy || held !== null || changedMeanwhile || read.amount || read.deputy) return;
    if (effect.roles > 0 && !confirming) return setAsked(ending);
    setBusy(true);
    const given = await send();
    setBusy(false);
    setAnswer(given);
    if (given?.ok) onDone();
  };
  const lookAgain = () => {
    setBegan(line.member);
    setDraft(draftOf(line.member, currency));
    setAnswer(null);
    setTried(false);
  };
  return {
    began,
    draft,
    change: (part: Partial<MemberDraft>) => setDraft((now) => ({ ...now, ...part })),
    levels: levelsFor(question),
    refusals,
    after: read.after,
    sends: change,
    // An amount is said to be unreadable while it is typed, a missing one once it was tried to save.
    amountTrouble: tried || draft.amount.trim() !== '' ? read.amount : null,
    deputyTrouble: tried ? read.deputy : null,
    effect,
    waiting,
    held,
    confirming,
    notYet: () => setAsked(null),
    changedMeanwhile,
    lookAgain,
    busy,
    save,
    objection: answer && !answer.ok ? objectionWords(answer, state) : null,
  };
}

/** The form as its parts read it. */
export type MemberForm = ReturnType<typeof useMemberForm>;

type MemberFormQuestion = Omit<WhomQuestion, 'member'> & {
  readonly member: Pick<Membership, 'member' | 'company' | 'level' | 'active'>;
};

interface Refusals {
  readonly mark: Refusal | null;
  readonly level: Refusal | null;
  readonly terms: Refusal | null;
  readonly active: Refusal | null;
  readonly away: Refusal | null;
}

/** Why the reader may not change a part of this member; null where he or she may. */
function refusalsOf(question: MemberFormQuestion): Refusals {
  const { level, active } = question.member;
  const only = levelsFor(question).length === 1;
  return {
    mark: markRefusal(question),
    level: only ? changeRefusal(question, { level: level === 0 ? 1 : 0 }) : null,
    terms: changeRefusal(question, { active: true }),
    active: changeRefusal(question, { active: !active }),
    away: changeRefusal(question, { away: null }),
  };
}

function holdsBack(facts: {
  readonly refusals: Refusals;
  readonly waiting: string | null;
  readonly unchanged: boolean;
}): string | null {
  if (Object.values(facts.refusals).every((refusal) => refusal !== null))
    return t`You may read this and change nothing of it; why stands with each part.`;
  if (facts.waiting !== null) return t`A change of this member waits for the portal.`;
  return facts.unchanged ? t`Nothing is changed yet.` : null;
}

function useChangeEffect(state: PortalState, before: MemberLine['member'], after: MemberLine['member']) {
  const { standing, directory, asOf } = state;
  const facts = useRows();
  const rows = useMemo(() => facts.map(({ row }) => row), [facts]);
  return changeEffect({ standing, directory, rows, loaded: asOf !== null }, before, after);
}

function revisionsOf({ markRevision, termsRevision }: MemberLine['member']) {
  return [markRevision?.command, termsRevision?.command];
}

function objectionWords(answer: Exclude<IssueAnswer, { ok: true }>, { standing }: PortalState): string {
  if (answer.kind === 'refused') return refusalWords(answer.refusal, standing).full;
  return t`It could not be kept on this computer.`;
}
