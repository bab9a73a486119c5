import { t } from '@lingui/core/macro';
import type { NoticeKind } from '../../shared/domain/decision.ts';

/** What a person is told of: a title without case content (sync.md 28), and what to do about it. */
export interface NoticeWords {
  readonly title: string;
  readonly next: string;
}

/** The words of a notice; the case number stands beside them. */
export function noticeWords(kind: NoticeKind): NoticeWords {
  return notices[kind]();
}

/** The words for many at once. */
export function manyNotices(count: number): { readonly title: string; readonly body: string } {
  return { title: t`${count} new notices`, body: t`The bell lists them.` };
}

const notices: Readonly<Record<NoticeKind, () => NoticeWords>> = {
  'role-given': () => ({
    title: t`New External case handler role for your office`,
    next: t`Assign the user who will handle the case.`,
  }),
  'role-removed': () => ({
    title: t`The External case handler role was taken back`,
    next: t`Nothing is left to do in this case.`,
  }),
  'role-declined': () => ({
    title: t`An office declined the External case handler role`,
    next: t`Give the role to another office.`,
  }),
  'role-user-assigned': () => ({
    title: t`The External case handler is assigned`,
    next: t`Open the case to see who handles it.`,
  }),
  'role-yours': () => ({
    title: t`You are the External case handler of a case`,
    next: t`Open the case to see what waits for you.`,
  }),
  'role-user-released': () => ({
    title: t`The External case handler may not act any more`,
    next: t`The office has to assign another user.`,
  }),
  'task-assigned': () => ({ title: t`You are responsible for a task`, next: t`Open the case to see what it needs.` }),
  'task-started': () => ({ title: t`Your task was started for you`, next: t`Open the case to go on with it.` }),
  'task-completed': () => ({ title: t`A task is completed`, next: t`Check and approve it.` }),
  'task-approved': () => ({ title: t`A task is approved`, next: t`Nothing is left to do for it.` }),
  'task-sent-back': () => ({ title: t`A task came back for correction`, next: t`Read the reason and correct it.` }),
  'budget-submitted': () => ({ title: t`A budget waits for a decision`, next: t`Look at it and decide.` }),
  'budget-approved': () => ({ title: t`A budget is approved`, next: t`The work may go on.` }),
  'budget-rejected': () => ({ title: t`A budget is rejected`, next: t`Read the reason and send a new version.` }),
  'budget-forwarded': () => ({
    title: t`A budget was forwarded to you`,
    next: t`It is above the limit of the External case handler.`,
  }),
  'chat-written': () => ({ title: t`New message in the chat`, next: t`Open the chat to read it.` }),
};

/** Tells a kind of notice from any other text of a portal server's. */
export function isNoticeKind(kind: string): kind is NoticeKind {
  return Object.hasOwn(notices, kind);
}
