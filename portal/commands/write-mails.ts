import type { Case } from '../../shared/domain/case/case.ts';
import { viewerOf } from '../../shared/domain/case/parts/ties.ts';
import type { CaseRow } from '../../shared/domain/case/list-row.ts';
import { dueFor } from '../../shared/domain/dashboard/notice-actions.ts';
import { notices, type NoticeKind } from '../../shared/domain/told.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { MemberEntry } from '../../shared/domain/office/directory.ts';
import { toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import { addMails } from '../mail/add-mails.ts';
import { readRows } from '../reads/case-lines.ts';
import { standingOf, type Network } from '../reads/network.ts';
import { givenOf } from '../reads/visibility.ts';
import type { MailCheck } from '../store/job-tables.ts';
import type { Change } from './in-change.ts';

/** A notice, who gets it, and its id, which is the mail's as well. */
export interface Told {
  readonly id: string;
  readonly notice: NoticeKind;
  readonly to: MemberEntry;
}

/** Writes the mails of notices in the same transaction (sync.md 15). */
export async function writeMails(
  change: Change,
  network: Network,
  subject: Case,
  told: readonly Told[],
): Promise<void> {
  const rows = [];
  for (const each of told) rows.push(await mailFor(change, network, subject, each));
  await addMails(change, rows);
}

async function mailFor(change: Change, network: Network, subject: Case, { id, notice, to }: Told) {
  const role = notice === 'role-given' ? (subject.role?.revision ?? null) : null;
  const standing = standingOf(network, to);
  const seen = standing && (await seenBy(change, standing, subject));
  const check: MailCheck = { case: subject.id, notice, member: to.id, role, ...(seen ? { sees: true } : {}) };
  const lines = [
    notices[notice].mail.text,
    '',
    `Case ${subject.number}, ${network.portalName}.`,
    ...(seen ? seenLines(notice, { row: seen, standing }, change.at) : []),
  ];
  return {
    portal: change.portal,
    id,
    to_address: to.email,
    subject: `${notices[notice].mail.subject}: ${subject.number}`,
    text: `${lines.join('\n')}\n`,
    message_id: `<${id}@${change.store.storeId}.partner-desk>`,
    check_text: JSON.stringify(check),
    created_at: change.at,
    sent_at: null,
  };
}

/** The case as the reader sees it once this change is made; null for who has lost it by it. */
async function seenBy(change: Change, standing: Standing, subject: Case): Promise<CaseRow | null> {
  const viewer = viewerOf(standing);
  const given = await givenOf(change.db, change.portal, { viewer, case: subject.id });
  if (!given) return null;
  const seen = { case: subject.id, given, changedAt: change.at };
  return (await readRows(change.db, change.portal, viewer, [seen])).get(subject.id) ?? null;
}

/** Where it is, until when something is to be done, and the way there; never what is in the case. */
function seenLines(
  notice: NoticeKind,
  view: { readonly row: CaseRow; readonly standing: Standing },
  now: Moment,
): readonly string[] {
  const { row, standing } = view;
  const place = [row.postalCode, row.city].filter(Boolean).join(' ');
  const site = [row.street, place].filter(Boolean).join(', ');
  const due = dueFor(notice, view, now);
  return [
    ...(site ? [`Site: ${site}`] : []),
    ...(due ? [`To be done by: ${inWords(due, standing.settings.timeZone)}`] : []),
    '',
    `Open it in Partner Desk: partnerdesk://case/${row.portal}/${row.id}`,
  ];
}

/** A moment as the portal's clock shows it, which is named: the reader's may differ. */
function inWords(moment: Moment, timeZone: string): string {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone });
  return `${words.format(toMilliseconds(moment))} (${timeZone})`;
}
