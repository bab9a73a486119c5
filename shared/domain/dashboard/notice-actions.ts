import type { CaseRow } from '../case/list-row.ts';
import type { Standing } from '../member/standing.ts';
import type { Moment } from '../moment.ts';
import { notices, type NoticeKind } from '../told.ts';
import { actionsFor, type Action, type ActionKind } from './actions.ts';

/** What a notice asks its reader to do; nothing where it only tells, or where the chat itself says what is new. */
const asked: Readonly<Record<NoticeKind, { readonly asks: readonly ActionKind[] }>> = notices;

/** A case as the reader of a notice sees it now. */
export interface NoticeView {
  readonly row: CaseRow;
  readonly standing: Standing;
  /** Chat messages that are new to the reader. */
  readonly unread: number;
}

/** True while what a notice told of still waits for its reader. */
export function stillWaits(notice: NoticeKind, view: NoticeView, now: Moment): boolean {
  return notice === 'chat-written' ? view.unread > 0 : actionsOf(notice, view, now).length > 0;
}

/** Until when what a notice asks for is to be done; null where there is no target. */
export function dueFor(notice: NoticeKind, view: Omit<NoticeView, 'unread'>, now: Moment): Moment | null {
  const due = actionsOf(notice, view, now).flatMap(({ target }) => (target ? [target.due] : []));
  return due.toSorted()[0] ?? null;
}

function actionsOf(notice: NoticeKind, { row, standing }: Omit<NoticeView, 'unread'>, now: Moment): readonly Action[] {
  return actionsFor(row, standing, now).filter(({ kind }) => asked[notice].asks.includes(kind));
}
