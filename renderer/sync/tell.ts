import { needsAction } from '../../shared/domain/dashboard/actions.ts';
import type { DeskApi, DeskNotice } from '../../shared/contract/desk-api.ts';
import type { Notice } from '../../shared/contract/sync.ts';
import type { OfflineDesk } from '../offline/offline-desk.ts';

interface Words {
  readonly title: string;
  readonly body: string;
}

/** Notices in words: number and kind only, the system shows them on a locked screen too (sync.md 28). */
export interface NoticeWords {
  readonly one: (notice: Notice) => Words;
  /** For many at once. */
  readonly many: (count: number) => Words;
}

/** Above this many at once, one notification says how many: whoever was away for days is not called for each. */
const most = 3;

/** Tells the person through the desk; a notification that cannot be shown is no trouble of sync. */
export async function tellNotices(
  desk: Pick<DeskApi, 'notify'>,
  words: NoticeWords,
  portal: string,
  notices: readonly Notice[],
): Promise<void> {
  const told: readonly DeskNotice[] =
    notices.length > most
      ? [{ kind: 'many', ...words.many(notices.length) }]
      : notices.map((notice) => ({
          kind: notice.kind,
          ...words.one(notice),
          subject: { portal, case: notice.case },
        }));
  for (const each of told) await desk.notify(each).catch(() => undefined);
}

/** Keeps the badge at the number of cases that need action; answers a function that stops it. */
export function keepBadge(offline: OfflineDesk, desk: Pick<DeskApi, 'setBadge'>): () => void {
  let shown = -1;
  let counted: unknown = null;
  const count = (): void => {
    const { rows } = offline.state();
    if (rows === counted) return;
    counted = rows;
    const number = rows.reduce((sum, row) => sum + (needsAction(row.actions) ? 1 : 0), 0);
    if (number === shown) return;
    shown = number;
    void desk.setBadge(number).catch(() => undefined);
  };
  count();
  return offline.subscribe(count);
}
