import type { MemberId } from '../ids.ts';
import type { Directory, MemberEntry } from '../office/directory.ts';
import { revisionBy, standsAt, type Thing } from '../overwriting.ts';
import { may } from '../rights/may.ts';
import type { MemberExclusion } from '../rights/refusal.ts';
import type { Told } from '../decision.ts';
import type { Case } from './case.ts';
import { casePage } from './case-page.ts';

/** Names another internal case handler, one of the insurer's people: an open case always has somebody who is told of it. */
export interface ChangeHandler {
  readonly member: MemberId;
}

interface Found {
  readonly member: MemberEntry | undefined;
}

/** The page of `change-handler`: the one before and the new one are told. */
export const changeHandler = casePage<ChangeHandler, Found>({
  authority: 'case.changeHandler',
  reads: ['head'],
  changes: ['head', 'log'],
  find: ({ directory }, input) => ({ member: directory.members.find(({ id }) => id === input.member) }),
  may: ({ standing, case: subject }) => may(standing, 'case.changeHandler', { case: subject }),
  since: ({ case: { handlerSet } }) => [handlerSet?.decidedAt ?? null],
  basedOn: () => [handlerOfCase],
  already: ({ case: { handler } }, input) => handler?.member === input.member,
  limits: (asked, input) => {
    if (asked.case.handler?.member === input.member) return null;
    const why = handlerExclusion(asked.directory, asked.member);
    return why && { code: 'member-not-eligible', grantor: 'insurer', why, name: asked.member?.name ?? '' };
  },
  apply: ({ case: { handler }, member, stamp }) => {
    if (!member || handler?.member === member.id) return null;
    const { id, name, company } = member;
    return { handler: { member: id, name, company }, handlerSet: revisionBy(stamp) };
  },
  log: ({ member }) => ({ what: 'handler-changed', facts: { name: member?.name ?? '' } }),
  shows: ({ handler }) => ({ handler: handler?.name ?? null }),
  tells: ({ case: { handler } }, { member }): readonly Told[] => [
    ['handler-yours', { kind: 'member', member }],
    ...(handler ? [['handler-changed', { kind: 'member', member: handler.member }] as const] : []),
  ],
  instead: ({ log }) => log.findLast(({ what }) => what === 'handler-changed') ?? null,
});

/** Why somebody cannot be the internal case handler, or null: for a list to choose from and for the decision. */
export function handlerExclusion(
  { companies }: Pick<Directory, 'companies'>,
  member: MemberEntry | undefined,
): MemberExclusion | null {
  if (!member) return 'unknown-member';
  const company = companies.find(({ id }) => id === member.company);
  if (company?.side !== 'insurer') return 'other-company';
  return member.active && member.level > 0 ? null : 'inactive';
}

const handlerOfCase: Thing<Case> = { thing: 'handler', in: ({ id, handlerSet }) => standsAt(handlerSet, id) };
