import { t } from '@lingui/core/macro';
import { isNoticeKind, noticeWords } from '../../words/notice-words.ts';

/** What a mail is about; its own subject stays at the portal server. */
export function mailKindWords(kind: string): string {
  if (kind === 'account') return t`New password`;
  return isNoticeKind(kind) ? noticeWords(kind).title : t`Another kind of mail`;
}

/** Why a mail did not go out, and who can change it; codes are for whoever is asked for help. */
export function mailFailureWords(failure: string | null): string {
  const [code = ''] = (failure ?? '').split(' ');
  return (reasons[code] ?? unknown)();
}

const unknown = (): string => t`Why is not known; what the portal server writes as it runs may say it.`;
const unreachable = (): string =>
  t`The mail server cannot be reached. Whoever runs the portal server checks PORTAL_SMTP_URL.`;
const silent = (): string => t`The mail server did not answer in time.`;
const notWritten = (): string => t`The portal server could not write it into its mail folder.`;

const reasons: Readonly<Record<string, () => string>> = {
  EAUTH: () => t`The mail server does not accept the portal server's name and password in PORTAL_SMTP_URL.`,
  EENVELOPE: () => t`The mail server refused the sender or this address. Check the address.`,
  EMESSAGE: () => t`The mail server refused the mail.`,
  ETLS: () => t`The secure connection to the mail server failed.`,
  ECONNECTION: unreachable,
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  EDNS: unreachable,
  ENOTFOUND: unreachable,
  ESOCKET: unreachable,
  ETIMEDOUT: silent,
  ENOSPC: () => t`The disk of the portal server is full.`,
  EACCES: notWritten,
  ENOENT: notWritten,
  EROFS: notWritten,
};
