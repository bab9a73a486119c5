import type { Me } from '../../shared/contract/session.ts';
import type { Caller } from '../portal-deps.ts';
import type { ReadDeps } from './reader.ts';

/** The person and the portals he or she is a member of; null for a person who is gone. */
export async function readMe(deps: ReadDeps, { person: id, account }: Caller): Promise<Me | null> {
  const { db } = deps.store;
  const person = await db.selectFrom('person').select(['id', 'name', 'email']).where('id', '=', id).executeTakeFirst();
  if (!person) return null;
  const portals = await db
    .selectFrom('member')
    .innerJoin('membership', 'membership.member', 'member.id')
    .innerJoin('portal', 'portal.id', 'membership.portal')
    .select(['portal.id', 'portal.name'])
    .distinct()
    .where('member.person', '=', id)
    .orderBy('portal.name')
    .orderBy('portal.id')
    .execute();
  return { account, person, portals, serverTime: deps.now() };
}
