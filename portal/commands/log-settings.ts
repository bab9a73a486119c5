import type { Command } from '../../shared/contract/commands.ts';
import type { Differing } from '../../shared/domain/differing.ts';
import type { Carrying } from './carrying.ts';

/** Writes down who changed what of a portal, its categories, an office or a member, and to what; only the parts that differ. */
export async function logSettings(
  { change, standing }: Pick<Carrying, 'change' | 'standing'>,
  { subject: { kind, id }, id: command, name }: Pick<Command, 'subject' | 'id'> & { readonly name: string },
  differs: Differing<object> | null | undefined,
): Promise<void> {
  if (!differs) return;
  await change.db
    .insertInto('settings_log')
    .values({
      portal: change.portal,
      change: change.number,
      at: change.at,
      command,
      name,
      by_name: standing.name,
      office: kind === 'office' ? id : null,
      member: kind === 'member' ? id : null,
      categories: kind === 'categories' ? 1 : 0,
      before: JSON.stringify(differs.before),
      after: JSON.stringify(differs.after),
    })
    .execute();
}
