import { z } from 'zod';
import { basedOnSeen } from '../domain/based-on.ts';
import { commandNames, commandSchema, commandSchemas, commandSchemaWith, type Command } from './commands.ts';
import { cancelledSchema, refusalIn, refusalSchema, notDecidedSchemas, type CommandOutcome } from './outcomes.ts';
import { commandIdSchema, madeIdSchema, moneySchema } from './parts.ts';

/*
 * What app 0.1.0 sends and reads, taken and answered for twelve months after version 2 (sync.md 16). It stays as it is:
 * an input that changes in version 2 keeps its former schema here.
 */

/** A command of version 1: it names one revision, of whatever it decides on, or none. */
type CommandOne = Command extends infer Each ? Omit<Each, 'basedOn'> & { readonly basedOn: string | null } : never;

/** Commands that came with version 2; those with items too: outcomes of version 1 could not say which of them was refused. */
const newer: ReadonlySet<Command['name']> = new Set<Command['name']>([
  'change-inspector-rights',
  'approve-tasks',
  'allocate-task',
  'allocate-tasks',
  'change-allocation',
  'change-work-plans',
  'change-selection',
  'ask-for',
  'decide-compensation',
  'reverse-compensation-decision',
  'change-compensation',
  'add-task',
  'add-tasks',
  'remove-task',
  'remove-tasks',
  'hand-back-task',
  'ask-information',
  'give-information',
  'withdraw-information',
  'define-categories',
  'categorise-office',
  'undo-start',
  'close-case',
  'reopen-case',
  'change-handler',
  'correct-customer',
  'recall-budget',
  'check-approval',
  'approve-budgets',
  'add-invoice',
  'change-invoice',
  'remove-invoice',
  'approve-invoice',
  'reject-invoice',
  'edit-work-plan',
  'submit-work-items',
  'decide-work-items',
  'accept-partial-approval',
  'mark-plan-ready',
  'settle-items',
  'bind-settlement',
  'return-items',
  'record-customer-answer',
  'change-settlement-rules',
]);

/** Inputs that have more in them by now, or take more: a plan may lower what is in force. */
const former = {
  'submit-budget': commandSchemas['submit-budget'].omit({ reason: true }),
  'approve-budget': commandSchemas['approve-budget'].extend({ money: moneySchema }),
  'change-rights': commandSchemas['change-rights'].omit({ sampleWithinLimit: true }),
};

/** What version 1 takes as a command. */
export const commandOneSchema = commandSchemaWith(
  madeIdSchema.nullable(),
  commandNames.filter((name) => !newer.has(name)),
  { ...commandSchemas, ...former },
) as z.ZodType<CommandOne>;

/** A command as it is understood now, and as it was issued. */
export interface IssuedCommand {
  readonly command: Command;
  /** By the schema of its own version: what the same command that comes again is compared with. */
  readonly asIssued: Command | CommandOne;
}

const issuedInOne = commandOneSchema.transform((one): IssuedCommand => ({ command: upcast(one), asIssued: one }));
const issuedInTwo = commandSchema.transform((command): IssuedCommand => ({ command, asIssued: command }));

/** Reads a command of either version, as it came or as it lies in a journal; which one is told by its form alone. */
export function readIssued(item: unknown): z.ZodSafeParseResult<IssuedCommand> {
  return (isOfVersionOne(item) ? issuedInOne : issuedInTwo).safeParse(item);
}

function isOfVersionOne(item: unknown): boolean {
  const basedOn = typeof item === 'object' && item !== null && 'basedOn' in item ? item.basedOn : undefined;
  return basedOn === null || typeof basedOn === 'string';
}

function upcast(one: CommandOne): Command {
  // Name and input were correlated by the schema.
  return { ...one, basedOn: basedOnSeen(one as Omit<Command, 'basedOn'>, one.basedOn) } as Command;
}

/** What version 1 says of one command: it has no items. */
export const outcomeOneSchema = z.discriminatedUnion('kind', [
  z.strictObject({ id: commandIdSchema, kind: z.literal('carried-out'), change: z.int() }),
  z.strictObject({ id: commandIdSchema, kind: z.literal('refused'), change: z.int(), refusal: refusalSchema }),
  cancelledSchema,
  ...notDecidedSchemas,
]);

/** One outcome of version 1. */
export type OutcomeOne = z.infer<typeof outcomeOneSchema>;

/** An outcome as version 1 says it. */
export function inVersionOne(outcome: CommandOutcome): OutcomeOne {
  if (outcome.kind !== 'decided') return outcome;
  const { id, change } = outcome;
  const refusal = refusalIn(outcome);
  return refusal ? { id, kind: 'refused', change, refusal } : { id, kind: 'carried-out', change };
}
