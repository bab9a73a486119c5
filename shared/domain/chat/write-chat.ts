import type { Case } from '../case/case.ts';
import { refused, type CaseQuestion, type Consequence, type Decision } from '../decision.ts';
import { createdId } from '../ids.ts';
import { personRef } from '../member/standing.ts';
import { may } from '../rights/may.ts';
import { markedForChat } from './receivers.ts';

/** Writes a message in the case's chat; waits for nothing before it (sync.md 10: independent). */
export interface WriteChat {
  readonly text: string;
}

/** Decides `write-chat`. The role's user is always told where right 14 says so (seed). */
export function writeChat(question: CaseQuestion, input: WriteChat): Decision<Case> {
  const { case: subject, standing, stamp } = question;
  const verdict = may(standing, 'chat.write', { case: subject });
  if (!verdict.allowed) return refused(verdict.refusal);
  const message = {
    id: createdId<'chat'>(stamp.id),
    by: personRef(standing),
    companyName: standing.companyName,
    text: input.text,
    at: stamp.at,
    receivedAt: stamp.receivedAt,
  };
  const marked = markedForChat(subject, standing);
  const consequences: readonly Consequence[] =
    marked === null
      ? []
      : [{ kind: 'tell', notice: 'chat-written', to: { kind: 'member', member: marked }, case: subject.id }];
  return {
    kind: 'decided',
    after: { ...subject, changedAt: stamp.receivedAt ?? stamp.at },
    chat: [message],
    log: [],
    consequences,
  };
}
