import { t } from '@lingui/core/macro';
import { useState, type FormEvent } from 'react';
import { useWorkplace } from '../../bindings/contexts.ts';
import { useIssue } from '../../bindings/use-issue.ts';
import type { IssueAnswer } from '../../offline/offline-desk.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import { inOrder, type WorkingCalendar } from '../../../shared/domain/portal/calendar.ts';
import { revisionId } from '../../../shared/domain/revision.ts';
import type { CalendarOwner } from './calendar-owners.ts';
import { isWhole, noDay } from './another-day.ts';

/** What is entered of a calendar, and saving it: based on what was there when the form was opened. */
export function useCalendarForm(owner: CalendarOwner, onDone: () => void) {
  const issue = useIssue();
  const { session } = useWorkplace();
  const [began] = useState(owner);
  const { calendar: set } = began.state.standing.settings;
  const [draft, setDraft] = useState<WorkingCalendar>(began.calendar);
  const [typed, setTyped] = useState(noDay);
  const [place, setPlace] = useState<string | null>(set?.place ?? null);
  const [own, setOwn] = useState(began.own);
  const [answer, setAnswer] = useState<IssueAnswer | null>(null);
  const [busy, setBusy] = useState(false);
  const { portal, standing } = began.state;
  const send = (): Promise<IssueAnswer> => {
    const { week } = draft;
    // A day that was typed whole and not added yet was meant, too.
    const closedDays = isWhole(typed)
      ? inOrder([...draft.closedDays, { ...typed, name: typed.name.trim() }])
      : draft.closedDays;
    if (began.office) {
      const subject = { kind: 'office', id: began.office.id } as const;
      const input = { calendar: own ? { week, closedDays } : null };
      const seen = revisionId(began.office.revision, began.office.id);
      return issue({ portal, name: 'change-office', subject, input, seen });
    }
    const subject = { kind: 'portal', id: portal } as const;
    const seen = set?.revision ?? null;
    return issue({ portal, name: 'change-calendar', subject, input: { week, closedDays, place }, seen });
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || (own && unfit(draft))) return;
    setBusy(true);
    const given = await send();
    setBusy(false);
    setAnswer(given);
    if (given.ok) onDone();
  };
  const refused =
    answer && !answer.ok && (answer.kind === 'refused' ? refusalWords(answer.refusal, standing).full : null);
  return {
    account: session.account,
    draft,
    change: (part: Partial<WorkingCalendar>) => setDraft((now) => ({ ...now, ...part })),
    typed,
    setTyped,
    place,
    setPlace,
    own,
    setOwn,
    busy,
    save,
    objection:
      (own ? unfit(draft) : null) ??
      refused ??
      (answer && !answer.ok ? t`It could not be kept on this computer.` : null),
  };
}

/** Why a week cannot be counted over, or null. */
function unfit({ week }: WorkingCalendar): string | null {
  if (week.every((hours) => hours === null)) return t`At least one weekday has working hours.`;
  const short = week.some((hours) => hours && hours.to - hours.from < 60);
  return short ? t`Working hours last an hour at least, and end after they begin.` : null;
}
