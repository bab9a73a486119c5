import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Command } from '../../shared/contract/commands.ts';
import type { CommandOutcome, ItemOutcome } from '../../shared/contract/outcomes.ts';
import { itemsOf } from '../../shared/domain/command-items.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import { toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import type { IssuedCommand } from '../../shared/contract/protocol-one.ts';
import { readJson } from '../store/json.ts';
import type { OutcomeTable, Tables } from '../store/tables.ts';
import type { Concluded } from './carrying.ts';
import type { Change } from './in-change.ts';

/** An outcome that is kept for as long as the portal (sync.md 9). */
export type KeptOutcome = Extract<CommandOutcome, { kind: 'decided' | 'cancelled' }>;

/** All that is kept under a command's id in a portal: this account's outcome, and other accounts' of the same id. */
export function findOutcomes(db: Kysely<Tables>, portal: string, command: string): Promise<OutcomeTable[]> {
  return db.selectFrom('outcome').selectAll().where('portal', '=', portal).where('command', '=', command).execute();
}

/** A kept outcome as it is answered. */
export function answerOf(row: Pick<OutcomeTable, 'command' | 'kind' | 'refusal' | 'items' | 'change'>): KeptOutcome {
  const { command: id, kind, change } = row;
  if (kind === 'cancelled') return { id, kind, change };
  return { id, kind: 'decided', change, items: row.items === null ? [oneThing(row)] : readItems(row.items) };
}

/** What became of each item, as it is kept. */
export function readItems(text: string): ItemOutcome[] {
  return readJson<ItemOutcome[]>(text);
}

/** A command without items is one item without a name. */
function oneThing({ kind, refusal }: Pick<OutcomeTable, 'kind' | 'refusal'>): ItemOutcome {
  if (kind !== 'refused') return { item: null, kind: 'carried-out' };
  return { item: null, kind: 'refused', refusal: { ...readJson<Refusal>(refusal ?? '') } };
}

/** What was refused before its items were asked about is refused in each of them. */
export function inEachItem(command: Command, concluded: Concluded): Concluded {
  if (concluded.kind !== 'refused' || concluded.items?.length) return concluded;
  const { kind, refusal } = concluded;
  return { ...concluded, items: itemsOf(command).map(({ item }) => ({ item, kind, refusal })) };
}

function columnsOf(concluded: Concluded): Pick<OutcomeTable, 'kind' | 'refusal' | 'items'> {
  const { kind, items = [] } = concluded;
  return {
    kind,
    refusal: kind === 'refused' ? JSON.stringify(concluded.refusal) : null,
    items: items.length === 0 ? null : JSON.stringify(items),
  };
}

/** Keeps what became of a command, under the fingerprint of the form in which it was issued. */
export async function keepOutcome(
  change: Change,
  { command, asIssued }: IssuedCommand,
  concluded: Concluded,
): Promise<KeptOutcome> {
  const row: OutcomeTable = {
    portal: change.portal,
    account: command.account,
    command: command.id,
    subject: subjectKey(command),
    fingerprint: fingerprint(asIssued),
    ...columnsOf(concluded),
    change: change.number,
    at: change.at,
    skew: skewOf(command.at, change.at),
  };
  await change.db.insertInto('outcome').values(row).execute();
  return answerOf(row);
}

/** Who may do nothing in a portal: what such a person sends is answered and not kept (docs/decisions/0010). */
export function isInactive({ active, level }: Standing): boolean {
  return !active || level === 0;
}

/** A refusal as of the change before this one, which is not made. */
export function refusedUnkept({ number }: Change, id: string, concluded: Concluded): KeptOutcome {
  return answerOf({ ...columnsOf(concluded), command: id, change: number - 1 });
}

/** What a command is about, as one text. */
export function subjectKey({ subject }: Pick<Command, 'subject'>): string {
  return `${subject.kind}:${subject.id}`;
}

/**
 * The same for the same command as it was issued, whatever the order of keys it was sent in; of the form of its own
 * version, never of what it was made into since.
 */
export function fingerprint(command: unknown): string {
  return createHash('sha256').update(JSON.stringify(command, sorted)).digest('base64url');
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const noteworthy = 5 * 60_000;

function skewOf(decided: Moment, received: Moment): number | null {
  const skew = toMilliseconds(decided) - toMilliseconds(received);
  // Work that waited offline is old, not wrong: only a clock ahead of ours is certainly off (sync.md 24).
  return skew > noteworthy ? skew : null;
}
