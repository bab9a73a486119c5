import type { MemberId } from '../ids.ts';
import { withDeputies } from '../member/deputies.ts';
import type { MemberStanding } from '../member/standing.ts';
import type { MemberEntry } from '../office/directory.ts';
import { holdersWith } from '../rights/partner-roles.ts';
import type { AskedCase } from '../rights/subject.ts';

/** Somebody who is told of a message: by a role with right 14, or as the deputy of who is away. */
export interface ChatReceiver {
  readonly member: MemberId;
  readonly standsInFor: MemberId | null;
}

/** Whom right 14 marks for every message of this author: nobody can unmark them (seed), and nobody is told of the own. */
export function markedForChat(subject: AskedCase, author: MemberStanding): readonly MemberId[] {
  return holdersWith('chat.forceMark', subject, author.settings).filter((member) => member !== author.member);
}

/**
 * All who are told of a message of this author, as far as the members are known. Who is marked is told where he or she is
 * not among them too: who has a role is active, or would have lost it; a deputy is not known then.
 */
export function chatReceivers(
  subject: AskedCase,
  author: MemberStanding,
  memberOf: (id: MemberId) => MemberEntry | undefined,
): readonly ChatReceiver[] {
  const marked = markedForChat(subject, author);
  const known = marked.flatMap((member) => memberOf(member) ?? []);
  const told = withDeputies(known, memberOf).map(({ member, standsInFor }) => ({ member: member.id, standsInFor }));
  const unknown = marked.filter((member) => !memberOf(member)).map((member) => ({ member, standsInFor: null }));
  return [...unknown, ...told.filter(({ member }) => member !== author.member)];
}
