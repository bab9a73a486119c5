import { needsAction } from '../../shared/domain/dashboard/actions.ts';
import type { DeskApi } from '../../shared/contract/desk-api.ts';
import type { Notice } from '../../shared/contract/sync.ts';
import type { OfflineDesk } from '../offline/offline-desk.ts';

/** A notice in words: number and kind only, the system shows it on a locked screen too (sync.md 28). */
export type NoticeWords = (notice: Notice & { readonly portal: string }) => {
  readonly title: string;
  readonly body: string;
};

/** Tells the person through the desk; a notification that cannot be shown is no trouble of sync. */
export async function tellNotices(
  desk: Pick<DeskApi, 'notify'>,
  words: NoticeWords,
  portal: string,
  notices: readonly Notice[],
): Promise<void> {
  for (const notice of notices) {
    const subject = { portal, case: notice.case };
    await desk.notify({ kind: notice.kind, ...words({ ...notice, portal }), subject }).catch(() => undefined);
  }
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
