import { z } from 'zod';
import { thingsOverwritten } from '../domain/based-on.ts';
import { mostBudgetsAtOnce } from '../domain/budget/approve-budgets.ts';
import { askableCodes } from '../domain/asking/lack.ts';
import {
  askableNames,
  commandBook,
  type CommandInputs,
  type CommandName,
  type CommandNameFor,
  type SubjectKind,
} from '../domain/command-book.ts';
import { itemsOf } from '../domain/command-items.ts';
import type { BasedOn } from '../domain/revision.ts';
import { rights } from '../domain/rights/rights.ts';
import { owingSides } from '../domain/task/task.ts';
import { categoryTermsSchema, givenCategoriesSchema } from './categories.ts';
import { allocationParts, memberSelectionSchema } from './allocation.ts';
import { calendarParts, calendarSchema, placeSchema } from './calendar.ts';
import { decideCompensationSchema } from './compensation.ts';
import { invoiceParts } from './invoices.ts';
import { officePlaceSchema } from './office-place.ts';
import {
  codesSchema,
  commandIdSchema,
  emailSchema,
  fileSchema,
  idSchema,
  levelSchema,
  limitSchema,
  madeIdSchema,
  minorUnits,
  momentSchema,
  moneySchema,
  nameSchema,
  optionalText,
  phoneSchema,
  rightSchema,
  smallThing,
  thingSchema,
  typedText,
} from './parts.ts';
import {
  bindSettlementSchema,
  customerAnswerSchema,
  returnItemsSchema,
  settleItemsSchema,
  settlementKindSchema,
  settlementRulesSchema,
} from './settlement.ts';
import { addedMoneySchema, decideWorkItemsSchema, editWorkPlanSchema, submitWorkItemsSchema } from './work-plan.ts';

const task = z.strictObject({ task: madeIdSchema });
const invoice = z.strictObject({ invoice: madeIdSchema });
/** A new task is named by an id that the app makes: it is nobody else's. */
const addedTask = z.strictObject({ id: commandIdSchema, type: idSchema, extra: z.boolean() });
const removedTask = z.strictObject({ task: madeIdSchema, type: idSchema });
const approvedBudget = z.strictObject({ budget: madeIdSchema, version: z.int().min(1), money: addedMoneySchema });
const reason = z.strictObject({ reason: typedText });
const setOfRights = z.strictObject({ rights: z.array(rightSchema).max(rights.length) });

/** One schema a command; what it parses is what `decide` takes. */
export const commandSchemas = {
  'allocate-task': z.strictObject({ task: madeIdSchema, office: idSchema }),
  // Office and members of each are named as what is overwritten.
  'allocate-tasks': z.strictObject({ tasks: z.array(madeIdSchema).min(1).max(50), office: idSchema }),
  'confirm-received': task,
  'assign-members': z.strictObject({ task: madeIdSchema, members: z.array(idSchema).min(1).max(100) }),
  'set-time': z.strictObject({ task: madeIdSchema, start: momentSchema, end: momentSchema }),
  'start-task': task,
  'undo-start': z.strictObject({ task: madeIdSchema, reason: typedText }),
  'complete-task': task,
  'approve-task': task,
  'approve-tasks': z.strictObject({ tasks: z.array(madeIdSchema).min(1).max(100) }),
  'send-back-task': z.strictObject({ task: madeIdSchema, reason: typedText }),
  'add-task': addedTask,
  'add-tasks': z.strictObject({ added: z.array(addedTask).min(1).max(100) }),
  'remove-task': removedTask,
  'remove-tasks': z.strictObject({ removed: z.array(removedTask).min(1).max(100) }),
  'hand-back-task': z.strictObject({ task: madeIdSchema, reason: typedText }),
  'ask-information': z.strictObject({ task: madeIdSchema, owedBy: z.enum(owingSides), question: typedText }),
  'give-information': z.strictObject({ task: madeIdSchema, answer: typedText }),
  'withdraw-information': task,
  'submit-budget': z.strictObject({
    tasks: z.array(madeIdSchema).min(1).max(100),
    description: typedText,
    money: moneySchema,
    file: fileSchema,
    comment: optionalText,
    revises: madeIdSchema.nullable(),
    reason: typedText.optional(),
  }),
  'approve-budget': approvedBudget,
  'approve-budgets': z.strictObject({ budgets: z.array(approvedBudget).min(1).max(mostBudgetsAtOnce) }),
  'reject-budget': z.strictObject({ budget: madeIdSchema, version: z.int().min(1), reason: typedText }),
  'forward-budget': z.strictObject({ budget: madeIdSchema, version: z.int().min(1), note: optionalText }),
  'recall-budget': z.strictObject({ budget: madeIdSchema, version: z.int().min(1), comment: optionalText }),
  'check-approval': z.strictObject({ budget: madeIdSchema, version: z.int().min(1) }),
  'add-invoice': z.strictObject({ ...invoiceParts, file: fileSchema }),
  'change-invoice': z.strictObject({ invoice: madeIdSchema, ...invoiceParts, file: fileSchema.nullable() }),
  'remove-invoice': invoice,
  'approve-invoice': invoice.extend({ money: moneySchema }),
  'reject-invoice': invoice.extend({ reason: typedText }),
  'edit-work-plan': editWorkPlanSchema,
  'submit-work-items': submitWorkItemsSchema,
  'decide-work-items': decideWorkItemsSchema,
  'accept-partial-approval': task,
  'mark-plan-ready': task,
  'settle-items': settleItemsSchema,
  'bind-settlement': bindSettlementSchema,
  'return-items': returnItemsSchema,
  'record-customer-answer': customerAnswerSchema,
  'decide-compensation': decideCompensationSchema,
  'reverse-compensation-decision': reason,
  'close-case': z.strictObject({ reason: optionalText }),
  'reopen-case': reason,
  'change-handler': z.strictObject({ member: idSchema }),
  'correct-customer': z.strictObject({
    name: nameSchema,
    phone: phoneSchema,
    email: z.union([z.literal(''), emailSchema]),
  }),
  'give-role-to-office': z.strictObject({ office: idSchema }),
  'remove-role': reason,
  'decline-role': reason,
  'assign-role-user': z.strictObject({ member: idSchema }),
  'write-chat': z.strictObject({ text: typedText }),
  'add-document': z.strictObject({ file: fileSchema }),
  'ask-for': z.strictObject({
    wanted: z.enum(askableNames),
    task: madeIdSchema.optional(),
    budget: madeIdSchema.optional(),
    office: idSchema.optional(),
    settling: settlementKindSchema.optional(),
    code: z.enum(askableCodes),
    note: optionalText,
  }),
  'mark-member': z.strictObject({ marked: z.boolean(), limit: limitSchema }),
  'change-member': z.strictObject({
    level: levelSchema.optional(),
    active: z.boolean().optional(),
    certified: codesSchema.optional(),
    budgetPermission: z.boolean().optional(),
    away: z.strictObject({ deputy: idSchema }).nullable().optional(),
  }),
  'invite-member': z.strictObject({
    name: nameSchema,
    email: emailSchema,
    company: idSchema,
    office: idSchema.nullable(),
    level: levelSchema,
    certified: codesSchema,
    budgetPermission: z.boolean(),
  }),
  'invite-again': z.strictObject({}),
  'mark-read': z.strictObject({ case: madeIdSchema, messages: z.int().min(0) }),
  'change-office': z.strictObject({
    available: z.boolean().optional(),
    inNetwork: z.boolean().optional(),
    services: codesSchema.optional(),
    calendar: calendarSchema.nullable().optional(),
    place: officePlaceSchema.nullable().optional(),
  }),
  'change-selection': z.strictObject({ selection: memberSelectionSchema.nullable() }),
  'change-rights': z.strictObject({
    enabled: z.boolean().optional(),
    rights: z.array(rightSchema).max(rights.length).optional(),
    defaultLimit: minorUnits.nullable().optional(),
    limitBasis: z.enum(['cumulative', 'per-budget']).optional(),
    ownCompany: z.boolean().optional(),
    sampleWithinLimit: z.int().min(0).max(100).optional(),
  }),
  'change-manager-rights': setOfRights,
  'change-inspector-rights': setOfRights,
  'change-calendar': z.strictObject({ ...calendarParts, place: placeSchema.nullable() }),
  'change-compensation': z.strictObject({ parts: z.enum(['by-part', 'whole']) }),
  'define-categories': z.strictObject({ categories: categoryTermsSchema }),
  'categorise-office': z.strictObject({ office: idSchema, categories: givenCategoriesSchema }),
  'change-allocation': z.strictObject(allocationParts),
  'change-work-plans': z.strictObject({ workPlans: z.boolean() }),
  'change-settlement-rules': settlementRulesSchema,
} as const satisfies { readonly [Name in CommandName]: z.ZodType<CommandInputs[Name]> };

const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), id: madeIdSchema }),
  z.strictObject({ kind: z.enum(['member', 'office', 'portal']), id: idSchema }),
]);

/** Somebody new is named by an id that the app makes: one that is somebody else's cannot be hit upon. */
const newcomer = z.strictObject({ kind: z.literal('member'), id: commandIdSchema });

/** The categories of a portal's offices go by its id. */
const categories = z.strictObject({ kind: z.literal('categories'), id: idSchema });

/** What some commands alone are about, and no other one is. */
const ownSubjects: { readonly [Name in CommandName]?: { readonly subject: z.ZodType } } = {
  'invite-member': { subject: newcomer },
  'define-categories': { subject: categories },
  'categorise-office': { subject: categories },
};

/** What stands around every command's name and input. */
const envelope = {
  /** UUIDv7, made where the command was decided; the same id is carried out at most once. */
  id: commandIdSchema,
  portal: idSchema,
  account: idSchema,
  subject,
  /** The account's previous waiting command on the same subject; it is carried out only if that one was. */
  after: commandIdSchema.nullable(),
  at: momentSchema,
  /** Commands made in one go (bulk). */
  batch: commandIdSchema.optional(),
};

/** Every command by its name. */
export const commandNames = Object.keys(commandSchemas) as readonly CommandName[];

/** The schema of these commands, whose `basedOn` is written like this: first the envelope, the input by its own schema. */
export function commandSchemaWith(
  basedOn: z.ZodType,
  names: readonly CommandName[],
  inputs: Readonly<Record<CommandName, z.ZodType>> = commandSchemas,
): z.ZodType {
  return z.discriminatedUnion(
    'name',
    names.map((name) =>
      z.strictObject({
        ...envelope,
        basedOn,
        ...ownSubjects[name],
        name: z.literal(name),
        input: inputs[name],
      }),
    ) as never,
  );
}

/** What a command would overwrite, each with the revision that was seen. */
const basedOn = z.array(z.strictObject({ thing: thingSchema, revision: madeIdSchema })).max(100);

/** A command as it crosses and as it lies in the journal. */
export const commandSchema = (commandSchemaWith(basedOn, commandNames) as z.ZodType<Command>)
  .refine(namesWhatItOverwrites, {
    path: ['basedOn'],
    error: 'The command overwrites something else than it names.',
  })
  .refine(namesItemsOnce, { path: ['input'], error: 'The command names an item twice.' });

/** A revision of something else would guard nothing: what was seen would be overwritten unasked. */
function namesWhatItOverwrites(command: Command): boolean {
  const things = new Set(thingsOverwritten(command).map(smallThing));
  return command.basedOn.every(({ thing }) => things.delete(thing));
}

/** An outcome is told by the name of its item. */
function namesItemsOnce(command: Command): boolean {
  const items = itemsOf(command);
  return new Set(items.map(({ item }) => item)).size === items.length;
}

/** A command of any name. */
export type Command = {
  [Name in CommandName]: CommandEnvelope & { readonly name: Name; readonly input: CommandInputs[Name] };
}[CommandName];

/** The commands about one kind of subject. */
export type CommandAbout<Kind extends SubjectKind> = Extract<Command, { readonly name: CommandNameFor<Kind> }>;

/** True for a command about this kind of subject. */
export function isAbout<Kind extends SubjectKind>(command: Command, kind: Kind): command is CommandAbout<Kind> {
  return commandBook[command.name].subject === kind;
}

/** What every command carries. */
export interface CommandEnvelope {
  readonly id: string;
  readonly portal: string;
  readonly account: string;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly basedOn: readonly BasedOn[];
  readonly after: string | null;
  readonly at: string;
  readonly batch?: string;
}

/** `POST /commands`: up to 100, in journal order. Items are parsed one by one, so that one bad one harms no other. */
export const commandBatchSchema = z.strictObject({
  protocol: z.int(),
  account: idSchema,
  commands: z.array(z.unknown()).min(1).max(100),
});
