import { t } from '@lingui/core/macro';
import type { NoticeKind } from '../../shared/domain/told.ts';
import { noticesSaid } from './families.ts';
import type { NoticeWords } from './family-words.ts';

/** The words of a notice; the case number stands beside them. */
export function noticeWords(kind: NoticeKind): NoticeWords {
  return noticesSaid[kind]();
}

/** The words for many at once. */
export function manyNotices(count: number): { readonly title: string; readonly body: string } {
  return { title: t`${count} new notices`, body: t`The bell lists them.` };
}

/** Tells a kind of notice from any other text of a portal server's. */
export function isNoticeKind(kind: string): kind is NoticeKind {
  return Object.hasOwn(noticesSaid, kind);
}
