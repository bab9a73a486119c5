import type { CaseId, MemberId } from '../../shared/domain/ids.ts';
import type { Change } from './in-change.ts';

/** How many messages of a case's chat a member has read. */
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

/** How many messages the chat of a case has. */
export async function countMessages(change: Change, subject: CaseId): Promise<number> {
  const { messages } = await change.db
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number | string>().as('messages'))
    .where('portal', '=', change.portal)
    .where('case_id', '=', subject)
    .where('kind', '=', 'chat')
    .executeTakeFirstOrThrow();
  return Number(messages);
}

/** Notes how many messages of a case's chat a member has read, and tells his or her desks. */
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
