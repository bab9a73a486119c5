import type { Command } from '../../shared/contract/commands.ts';
import type { Carrying } from './carrying.ts';

/** What was changed of what a command is about, as it was and as it is. */
export interface SettingsChange {
  readonly command: Command;
  readonly before: object;
  readonly after: object;
}

/** What is kept beside the settings and says nothing of them. */
const asides = new Set(['revision', 'markRevision', 'termsRevision', 'projectManagerRevision', 'reading']);

/** Writes down who changed what of a portal, an office or a member, and to what; only the parts that differ. */
export async function logSettings({ change, standing }: Carrying, changed: SettingsChange): Promise<void> {
  const { command } = changed;
  const { kind, id } = command.subject;
  const before = new Map(Object.entries(changed.before));
  const after = new Map(Object.entries(changed.after));
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter((key) => !asides.has(key));
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
      office: kind === 'office' ? id : null,
      member: kind === 'member' ? id : null,
      before: only(before),
      after: only(after),
    })
    .execute();
}
