import { casePage } from '../case/case-page.ts';
import type { Told } from '../decision.ts';
import { createdId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import { may } from '../rights/may.ts';
import { markedForChat } from './receivers.ts';

/** Writes a message in the case's chat; waits for nothing before it (sync.md 10: independent). */
export interface WriteChat {
  readonly text: string;
}

/** The page of `write-chat`. Who holds a role with right 14 is always told (seed). */
export const writeChat = casePage<WriteChat, object>({
  authority: 'chat.write',
  independent: true,
  rights: ['chat.forceMark'],
  reads: ['head', 'tasks', 'role'],
  changes: ['chat'],
  find: () => ({}),
  may: ({ standing, case: subject }) => may(standing, 'chat.write', { case: subject }),
  apply: () => ({}),
  says: ({ standing, stamp }, { text }) => ({
    id: createdId<'chat'>(stamp.id),
    by: personRef(standing),
    companyName: standing.companyName,
    text,
    at: stamp.at,
    receivedAt: stamp.receivedAt,
  }),
  tells: ({ case: subject, standing }) =>
    markedForChat(subject, standing).map((member): Told => ['chat-written', { kind: 'member', member }]),
});
