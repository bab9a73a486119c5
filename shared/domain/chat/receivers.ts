import type { MemberId } from '../ids.ts';
import { withDeputies } from '../member/deputies.ts';
import type { MemberStanding } from '../member/standing.ts';
import type { MemberEntry } from '../office/directory.ts';
import { roleUserWith } from '../rights/roles-in-case.ts';
import type { AskedCase } from '../rights/subject.ts';

/** Somebody who is told of a message: as the External case handler, or as the deputy of who is away. */
export interface ChatReceiver {
  readonly member: MemberId;
  readonly standsInFor: MemberId | null;
}

/** Whom right 14 marks for every message of this author: the role's user, who cannot be unmarked (seed); nobody is told of the own. */
export function markedForChat(subject: AskedCase, author: MemberStanding): MemberId | null {
  const handler = roleUserWith('chat.forceMark', subject, author.settings);
  return handler === author.member ? null : handler;
}

/**
 * All who are told of a message of this author, as far as the members are known. The role's user is told where he or
 * she is not among them too: who has the role is active, or would have lost it; a deputy is not known then.
 */
export function chatReceivers(
  subject: AskedCase,
  author: MemberStanding,
  memberOf: (id: MemberId) => MemberEntry | undefined,
): readonly ChatReceiver[] {
  const marked = markedForChat(subject, author);
  if (marked === null) return [];
  const known = memberOf(marked);
  if (!known) return [{ member: marked, standsInFor: null }];
  return withDeputies([known], memberOf)
    .filter(({ member }) => member.id !== author.member)
    .map(({ member, standsInFor }) => ({ member: member.id, standsInFor }));
}
