import type { ChatEntry } from '../../shared/domain/chat/chat-entry.ts';
import { countRead } from '../../shared/domain/chat/count-read.ts';
import type { CaseId, MemberId } from '../../shared/domain/ids.ts';
import { readJson } from '../store/json.ts';
import type { Change } from './in-change.ts';

/** How many messages of a case's chat are not new to a member. */
export async function readMessages(change: Change, member: MemberId, subject: CaseId): Promise<number> {
  const row = await change.db
    .selectFrom('reading')
    .select('messages')
    .where('portal', '=', change.portal)
    .where('member', '=', member)
    .where('case_id', '=', subject)
    .executeTakeFirst();
  return row?.messages ?? 0;
}

/** How many messages are not new to a member who has read the first so many: no more than there are, and the own ones. */
export async function readUpTo(change: Change, member: MemberId, subject: CaseId, upTo: number): Promise<number> {
  const { messages } = await change.db
    .selectFrom('case_file')
    .select('messages')
    .where('portal', '=', change.portal)
    .where('id', '=', subject)
    .executeTakeFirstOrThrow();
  const read = Math.min(upTo, messages);
  const after = await change.db
    .selectFrom('case_entry')
    .select('text')
    .where('portal', '=', change.portal)
    .where('case_id', '=', subject)
    .where('tail', '=', 'chat')
    .orderBy('place', 'desc')
    .limit(messages - read)
    .execute();
  const chat = after.toReversed().map(({ text }) => text);
  return read + countRead(readJson<ChatEntry[]>(`[${chat.join(',')}]`), member, 0);
}

/** Notes how many messages of a case's chat are not new to a member, and tells his or her desks. */
export async function noteReading(change: Change, member: MemberId, subject: CaseId, messages: number): Promise<void> {
  await change.db
    .insertInto('reading')
    .values({ portal: change.portal, member, case_id: subject, messages, changed: change.number })
    .onConflict((conflict) =>
      conflict.columns(['portal', 'member', 'case_id']).doUpdateSet({ messages, changed: change.number }),
    )
    .execute();
  change.touch(`member:${member}`);
}
