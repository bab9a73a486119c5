import { z } from 'zod';
import { reasonIn } from '../domain/decision.ts';
import { commandIdSchema, idSchema, madeIdSchema, momentSchema } from './parts.ts';

/** Of what was sent as an id, so many characters come back. */
export const longestId = 100;

/** Why the rules say no: a code with who can help, and what makes it exact. */
export const refusalSchema = z.looseObject({ code: z.string(), grantor: z.string() });

/** `null`: the command has no items, it is one thing to do. */
const item = madeIdSchema.nullable();

/** What became of one item of a command. */
const itemOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ item, kind: z.literal('carried-out') }),
  z.strictObject({ item, kind: z.literal('refused'), refusal: refusalSchema }),
]);

/** What became of one item. */
export type ItemOutcome = z.infer<typeof itemOutcomeSchema>;

/** What became of the items of a command, in their order. */
export const itemOutcomesSchema = z.array(itemOutcomeSchema).min(1);

/** The same as an app of this version or another kept it; null where it is none. */
export function readItemOutcomes(value: unknown): readonly ItemOutcome[] | null {
  return itemOutcomesSchema.safeParse(value).data ?? null;
}

/** Why a command was not decided on; said in the same words in every version of the wire. */
export const notDecidedSchemas = [
  /** The command it comes after was not carried out; not stored, offered again (sync.md 10). */
  z.strictObject({ id: commandIdSchema, kind: z.literal('blocked'), by: commandIdSchema }),
  /** The bytes it names have not arrived: upload again, it is no refusal (sync.md 5). */
  z.strictObject({ id: commandIdSchema, kind: z.literal('file-missing'), file: idSchema }),
  /** Trouble with this command alone (it does not parse, its id names another body, a fault of ours). */
  z.strictObject({
    /** As it was sent, also where it is none: its beginning, or nothing where it was no text. */
    id: z.string().max(longestId),
    kind: z.literal('trouble'),
    problem: z.enum(['not-understood', 'other-body', 'fault']),
    detail: z.string(),
  }),
] as const;

/** Cancelled before it was carried out: it can never run. */
export const cancelledSchema = z.strictObject({ id: commandIdSchema, kind: z.literal('cancelled'), change: z.int() });

/** What the portal server says about one command; never case content (sync.md 9). */
export const outcomeSchema = z.discriminatedUnion('kind', [
  /**
   * Decided on, as of this change: an outcome an item, in the order of the items. All are carried out or none is,
   * unless the command says each by itself.
   */
  z.strictObject({
    id: commandIdSchema,
    kind: z.literal('decided'),
    change: z.int(),
    items: itemOutcomesSchema,
  }),
  cancelledSchema,
  ...notDecidedSchemas,
]);

/** One outcome. */
export type CommandOutcome = z.infer<typeof outcomeSchema>;

/** The answer to a batch: outcomes in order, as far as it went. */
export const commandAnswerSchema = z.strictObject({ outcomes: z.array(outcomeSchema), serverTime: momentSchema });

/** The answer to a batch. */
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;

/** The refusal of a command of which no item was carried out, or null: a command counts as carried out if any item was. */
export function refusalIn({
  items,
}: Extract<CommandOutcome, { kind: 'decided' }>): z.infer<typeof refusalSchema> | null {
  if (items.some(({ kind }) => kind === 'carried-out')) return null;
  return reasonIn<z.infer<typeof refusalSchema>>(items);
}
