import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { OfflineState } from '../offline/offline-desk.ts';
import { useDesk } from './contexts.ts';
import { useOffline, useRows } from './use-offline.ts';

/** A notice with its portal. */
export type ToldNotice = OfflineState['notices'][number];

/** What an app before this one marked by opening the bell; all else is kept by case. */
const allDraft = 'notices.seen';
const caseDraft = 'notices.read';

interface Read {
  /** Everything up to here. */
  readonly all: string;
  /** Of each case what was told up to then. */
  readonly cases: Readonly<Record<string, string>>;
}

/** What is new among the notices, and how a case's are marked as read; kept with the account's drafts. */
export function useReadNotices() {
  const desk = useDesk();
  const queries = useQueryClient();
  const notices = useOffline((state) => state.notices);
  const rows = useRows();
  const { data: read } = useQuery({
    queryKey: [caseDraft],
    queryFn: async () => {
      const drafts = await desk.drafts.read();
      return { all: drafts[allDraft] ?? '', cases: parse(drafts[caseDraft]) };
    },
    staleTime: Infinity,
  });
  const fresh = useMemo(() => (read ? newIds(notices, rows, read) : new Set<string>()), [notices, rows, read]);
  const markRead = useCallback(
    (key: string) => {
      const latest = notices.find((each) => keyOf(each) === key)?.at;
      if (!read || latest === undefined || latest <= (read.cases[key] ?? read.all)) return;
      // What is told of no more needs no mark.
      const known = new Set(notices.map(keyOf));
      const kept = Object.entries(read.cases).filter(([each]) => known.has(each));
      const cases = Object.fromEntries([...kept, [key, latest]]);
      queries.setQueryData<Read>([caseDraft], { ...read, cases });
      void desk.drafts.write(caseDraft, JSON.stringify(cases));
    },
    [desk, queries, notices, read],
  );
  return { fresh, markRead };
}

/** Which case a notice is about, across the portals. */
export function keyOf({ portal, case: subject }: Pick<ToldNotice, 'portal' | 'case'>): string {
  return `${portal}/${subject}`;
}

/** A message is new until it was read, each by itself; everything else until its case was opened. */
function newIds(notices: readonly ToldNotice[], rows: OfflineState['rows'], read: Read): ReadonlySet<string> {
  const told = new Set(notices.map((each) => each.case));
  const unread = new Map<string, number>();
  for (const each of rows)
    if (told.has(each.row.id)) unread.set(keyOf({ portal: each.row.portal, case: each.row.id }), each.unread);
  const isNew = (notice: ToldNotice): boolean => {
    const key = keyOf(notice);
    if (notice.kind !== 'chat-written') return notice.at > (read.cases[key] ?? read.all);
    const left = unread.get(key) ?? 0;
    unread.set(key, left - 1);
    return left > 0;
  };
  // Newest first: the last messages are those that were not read.
  return new Set(notices.filter(isNew).map(({ id }) => id));
}

function parse(text: string | undefined): Readonly<Record<string, string>> {
  try {
    const found: unknown = JSON.parse(text ?? '{}');
    if (typeof found !== 'object' || found === null) return {};
    return Object.fromEntries(Object.entries(found).filter(([, at]) => typeof at === 'string'));
  } catch {
    return {};
  }
}
