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
  const chat = change.db
    .selectFrom('entry')
    .where('portal', '=', change.portal)
    .where('case_id', '=', subject)
    .where('kind', '=', 'chat');
  const { messages } = await chat
    .select(({ fn }) => fn.countAll<number | string>().as('messages'))
    .executeTakeFirstOrThrow();
  const read = Math.min(upTo, Number(messages));
  const after = await chat
    .select('body')
    .orderBy('seq')
    .limit(Number(messages) - read)
    .offset(read)
    .execute();
  return read + countRead(readJson<ChatEntry[]>(`[${after.map(({ body }) => body).join(',')}]`), member, 0);
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
