import type { Command } from '../../shared/contract/commands.ts';
import type { Carrying } from './carrying.ts';

/** What was changed of a portal or one of its offices, as it was and as it is. */
export interface SettingsChange {
  readonly command: Command;
  readonly office: string | null;
  readonly before: object;
  readonly after: object;
}

/** Writes down who changed which settings, and to what; only the parts that differ. */
export async function logSettings({ change, standing }: Carrying, changed: SettingsChange): Promise<void> {
  const { command, office } = changed;
  const before = new Map(Object.entries(changed.before));
  const after = new Map(Object.entries(changed.after));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const differing = keys.filter((key) => JSON.stringify(before.get(key)) !== JSON.stringify(after.get(key)));
  const only = (all: ReadonlyMap<string, unknown>): string =>
    JSON.stringify(Object.fromEntries(differing.map((key) => [key, all.get(key) ?? null])));
  await change.db
    .insertInto('settings_log')
    .values({
      portal: change.portal,
      change: change.number,
      at: change.at,
      command: command.id,
      name: command.name,
      by_name: standing.name,
      office,
      before: only(before),
      after: only(after),
    })
    .execute();
}
