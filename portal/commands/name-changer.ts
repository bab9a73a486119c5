import { seesMembersOf } from '../../shared/domain/office/directory-sight.ts';
import type { CommandId } from '../../shared/domain/ids.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import type { Carrying } from './carrying.ts';

/** A refusal as stale with who changed the thing, where the reader's directory has that person. */
export async function nameChanger(
  { change, network, standing }: Carrying,
  refusal: Refusal,
  revision: CommandId | null,
): Promise<Refusal> {
  if (refusal.code !== 'stale' || revision === null) return refusal;
  const outcome = await change.db
    .selectFrom('outcome')
    .select('account')
    .where('portal', '=', change.portal)
    .where('command', '=', revision)
    .where('kind', '=', 'carried-out')
    .executeTakeFirst();
  const person = outcome?.account.slice(`${change.store.storeId}.`.length) ?? '';
  const changer = network.byPerson.get(person);
  return { ...refusal, changedBy: changer && seesMembersOf(standing, changer.company) ? changer.name : null };
}
