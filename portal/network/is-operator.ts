import type { Kysely } from 'kysely';
import type { PersonId } from '../../shared/domain/ids.ts';
import type { Tables } from '../store/tables.ts';

/** True for the operator's people: set-up is theirs alone, and is about no portal yet. */
export async function isOperator(db: Kysely<Tables>, person: PersonId): Promise<boolean> {
  const member = await db
    .selectFrom('member')
    .innerJoin('company', 'company.id', 'member.company')
    .select('member.id')
    .where('member.person', '=', person)
    .where('company.side', '=', 'operator')
    .executeTakeFirst();
  return member !== undefined;
}
