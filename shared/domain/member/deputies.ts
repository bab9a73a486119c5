import type { MemberId } from '../ids.ts';
import type { MemberEntry } from '../office/directory.ts';

type Reachable = Pick<MemberEntry, 'id' | 'active' | 'level' | 'away'>;

/** Somebody who is told, and of whom as the deputy; null where it is for him- or herself. */
export interface ToldMember<Member> {
  readonly member: Member;
  readonly standsInFor: MemberId | null;
}

/** True for whoever can be told of anything: an active member who sees the portal. */
export function canBeTold({ active, level }: Reachable): boolean {
  return active && level > 0;
}

/** Those who are to be told, and the deputies of those who are away (domain.md §11); nobody twice. */
export function withDeputies<Member extends Reachable>(
  asked: readonly Member[],
  memberOf: (id: MemberId) => Member | undefined,
): readonly ToldMember<Member>[] {
  const reached = asked.filter(canBeTold);
  const deputies = reached.flatMap(({ id, away }): ToldMember<Member>[] => {
    const deputy = away && memberOf(away.deputy);
    return deputy && canBeTold(deputy) ? [{ member: deputy, standsInFor: id }] : [];
  });
  const told = [...reached.map((member) => ({ member, standsInFor: null })), ...deputies];
  return told.filter((each, index) => told.findIndex(({ member }) => member.id === each.member.id) === index);
}
