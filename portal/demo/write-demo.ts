import type { Case } from '../../shared/domain/case/case.ts';
import type { MemberId } from '../../shared/domain/ids.ts';
import { tiesOf } from '../../shared/domain/case/parts/ties.ts';
import type { Change } from '../commands/in-change.ts';
import type { Network } from '../reads/network.ts';
import { demoPeople } from './demo-accounts.ts';
import type { ToldCase } from './tell-case.ts';

/** Rows a statement: both stay far below what the engines take. */
const slice = 500;

/** Writes the files of all stories, attached as they were sent. */
export async function writeFiles(change: Change, told: readonly ToldCase[]): Promise<number> {
  const rows = told.flatMap(({ content, files }) =>
    files.map(({ ref, content: bytes, uploader, attachedBy, at }) => ({
      portal: change.portal,
      id: ref.file,
      case_id: content.case.id,
      uploader,
      name: ref.name,
      size: ref.size,
      sha256: ref.sha256,
      media_type: ref.mediaType,
      content: bytes,
      attached_by: attachedBy,
      at,
    })),
  );
  for (let from = 0; from < rows.length; from += slice) {
    await change.db
      .insertInto('stored_file')
      .values(rows.slice(from, from + slice))
      .execute();
  }
  return rows.length;
}

/** Notes how far the chats were read: whole, but where the plan keeps the last message unread. */
export async function writeReading(
  change: Change,
  network: Network,
  { told, unread }: { readonly told: readonly ToldCase[]; readonly unread: readonly boolean[] },
): Promise<void> {
  const offered = Object.values(demoPeople).map((person) => person.id);
  const here = new Set(offered.filter((id) => network.members.has(id)));
  const rows = told.flatMap(({ content: { case: whole, chat } }, index) => {
    if (chat.length === 0) return [];
    const readers = new Set([...here, ...namedIn(whole), ...(whole.handler ? [whole.handler.member] : [])]);
    return [...readers].map((member) => {
      const own = chat.findLastIndex((entry) => entry.by.member === member) + 1;
      const messages = unread[index] ? Math.max(own, chat.length - 1) : chat.length;
      return { portal: change.portal, member, case_id: whole.id, messages, changed: change.number };
    });
  });
  for (let from = 0; from < rows.length; from += slice) {
    await change.db
      .insertInto('reading')
      .values(rows.slice(from, from + slice))
      .execute();
  }
}

/** Who is named in a case: the role's user and the responsibles of its tasks. */
function namedIn(whole: Case): readonly MemberId[] {
  return tiesOf(whole).flatMap(({ to }) => (to.startsWith('member:') ? [to.slice('member:'.length)] : []));
}
