import type { Notice } from '../../shared/contract/sync.ts';
import { stillWaits } from '../../shared/domain/dashboard/notice-actions.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import { readRows } from './case-lines.ts';
import { readPieces } from './read-pieces.ts';
import type { Reader } from './reader.ts';

/** As many as an app keeps. */
const most = 200;

/** What a person was told of and what still waits for him or her, oldest first: a computer that begins knows of nothing yet. */
export async function waitingNotices(
  { db, engine, portal, standing, viewer, now: { number } }: Reader,
  reading: Readonly<Record<string, number>>,
  now: Moment,
): Promise<readonly Notice[]> {
  const told = await db
    .selectFrom('notice')
    .select(['id', 'kind', 'case_id as case', 'number', 'at'])
    .where('portal', '=', portal)
    .where('member', '=', standing.member)
    .where('change', '<=', number)
    .orderBy('change', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  const cases = [...new Set(told.map((each) => each.case))];
  const { pieces } = await readPieces({ db, engine }, { portal, viewer, cases, since: null });
  const rows = await readRows(db, portal, viewer, pieces);
  const unread = new Map([...rows].map(([id, row]) => [id, row.messages - (reading[id] ?? 0)]));
  const waits = (notice: Notice): boolean => {
    const row = rows.get(notice.case);
    const left = unread.get(notice.case) ?? 0;
    if (!row || !stillWaits(notice.kind, { row, standing, unread: left }, now)) return false;
    // A notice a message: the newest ones are those that were not read.
    if (notice.kind === 'chat-written') unread.set(notice.case, left - 1);
    return true;
  };
  return told.filter(waits).toReversed();
}
