import type { PersonId } from '../../shared/domain/ids.ts';
import type { PortalDeps } from '../portal-deps.ts';

/** True for the operator's people: set-up is theirs alone, and is about no portal yet. */
export async function isOperator({ store }: Pick<PortalDeps, 'store'>, person: PersonId): Promise<boolean> {
  const member = await store.db
    .selectFrom('member')
    .innerJoin('company', 'company.id', 'member.company')
    .select('member.id')
    .where('member.person', '=', person)
    .where('company.side', '=', 'operator')
    .executeTakeFirst();
  return member !== undefined;
}
