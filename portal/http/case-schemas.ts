import { z } from '@hono/zod-openapi';
import { askableCodes } from '../../shared/domain/asking/lack.ts';
import { compensationResultSchema, decidedPart, deductionSchema } from '../../shared/contract/compensation.ts';
import { fileSchema, idSchema, momentSchema, rightSchema } from '../../shared/contract/parts.ts';
import { settlementKindSchema } from '../../shared/contract/settlement.ts';
import type { Logged } from '../../shared/domain/case/log-entry.ts';
import { logKinds } from '../../shared/domain/told.ts';
import type { CasePiece } from '../../shared/domain/case/parts/held-case.ts';
import { parts } from '../../shared/domain/case/parts/part.ts';
import { ties } from '../../shared/domain/case/parts/ties.ts';
import { positionSchema } from './directory-schemas.ts';
import { minorSchema, moneyParts } from './money-schemas.ts';
import { revisionSchema } from './revision-schema.ts';
import { planParts } from './plan-schemas.ts';
import { settlementParts } from './settlement-schemas.ts';
import { roleSchema } from './role-schema.ts';
import { personSchema, statusSchema, targetSchema, taskSchema } from './task-schemas.ts';

const state = z.enum(['open', 'closed', 'deleted']);
const declined = z.strictObject({
  office: idSchema,
  officeName: z.string(),
  by: personSchema,
  reason: z.string(),
  at: momentSchema,
});

const document = fileSchema.extend({
  id: idSchema,
  budget: idSchema.nullable(),
  invoice: idSchema.optional(),
  by: personSchema,
  at: momentSchema,
});

/** What is insured. */
const cover = z.strictObject({
  insuredSum: minorSchema.nullable(),
  buildingDamage: minorSchema.nullable(),
  contentsDamage: minorSchema.nullable(),
});

const customerDetails = z.strictObject({ name: z.string(), phone: z.string(), email: z.string() });

/** Parts with one text. */
const smallParts = {
  head: z.strictObject({
    id: idSchema,
    portal: idSchema,
    number: z.string(),
    claimNumber: z.string(),
    state,
    closed: z.strictObject({ by: personSchema, at: momentSchema }).nullable().optional(),
    stateSet: revisionSchema.optional(),
    createdAt: momentSchema,
    handler: personSchema.nullable(),
    handlerSet: revisionSchema.optional(),
    site: z.strictObject({
      street: z.string(),
      postalCode: z.string(),
      city: z.string(),
      region: z.string(),
      country: z.string(),
      position: positionSchema.nullable(),
    }),
  }),
  damage: z.strictObject({ cause: z.string(), lossDate: z.string(), description: z.string() }),
  role: z
    .strictObject({
      office: idSchema,
      officeName: z.string(),
      company: idSchema,
      assignedBy: personSchema,
      officeAssignedAt: momentSchema,
      user: personSchema.nullable(),
      userAssignedAt: momentSchema.nullable(),
      target: targetSchema,
      revision: idSchema,
    })
    .nullable(),
  decision: z
    .strictObject({
      result: compensationResultSchema,
      at: momentSchema,
      by: personSchema.nullable(),
      as: roleSchema.optional(),
      revision: idSchema.optional(),
    })
    .nullable(),
  'decision-parts': z.strictObject({ early: z.boolean(), parts: z.array(z.strictObject(decidedPart)).readonly() }),
  'decision-grounds': z.strictObject({
    parts: z.array(z.strictObject({ deduction: deductionSchema, reason: z.string() })).readonly(),
    reason: z.string(),
    customerText: z.string(),
    authority: z.string(),
    seen: z.strictObject({
      status: statusSchema,
      since: momentSchema,
      completedBy: personSchema.nullable(),
      documents: z.array(z.strictObject({ id: idSchema, name: z.string() })).readonly(),
    }),
    takenFrom: z.string().nullable(),
  }),
  'decision-amounts': z.strictObject({
    currency: z.string(),
    parts: z.array(minorSchema.nullable()).readonly(),
    cover: cover.nullable(),
  }),
  customer: customerDetails
    .extend({
      corrections: z
        .array(revisionSchema.extend({ by: personSchema, before: customerDetails.nullable() }))
        .readonly()
        .optional()
        .describe('How it was before each correction, the oldest first.'),
    })
    .nullable(),
  cover: cover.nullable(),
  'role-past': z.strictObject({ roleDeclined: declined.nullable(), roleEnded: revisionSchema.nullable() }),
  brief: z.strictObject({
    taskTypes: z.array(z.string()).readonly(),
    openBudgets: z.int(),
    above: z.record(idSchema, z.int()),
  }),
};

const ask = z.strictObject({
  id: idSchema,
  by: personSchema,
  at: momentSchema,
  receivedAt: momentSchema.nullable(),
  wanted: z.string().describe('The name of a command about a case, or an authority.'),
  authority: z.string().describe('What that takes.'),
  task: idSchema.nullable(),
  budget: idSchema.nullable(),
  office: idSchema.optional().describe('The office that was chosen.'),
  settling: settlementKindSchema.optional().describe('As what work items were to go to the customer.'),
  lacks: z.strictObject({
    code: z.enum(askableCodes),
    right: rightSchema.nullable(),
    level: z.int().nullable(),
    feature: z.enum(['external-case-handler', 'work-plans-in-use', 'work-plans']).nullable(),
  }),
  of: z.strictObject({
    kind: z.enum(['insurer', 'company-admin', 'own-office', 'other-office']),
    name: z.string(),
    company: idSchema.nullable(),
    office: idSchema.nullable(),
    passesOn: z.boolean().describe('Only the operator can change it.'),
  }),
  note: z.string(),
});

/** Parts of things by id. */
const keyedParts = {
  tasks: z.array(taskSchema).readonly(),
  'task-returns': z
    .array(z.strictObject({ id: idSchema, reason: z.string(), by: personSchema, at: momentSchema }))
    .readonly()
    .describe('Why a task came back, by the task’s id.'),
  'task-inquiries': z
    .array(
      z.strictObject({
        id: idSchema,
        question: z.string(),
        by: personSchema,
        at: momentSchema,
        answer: z.strictObject({ text: z.string(), by: personSchema, at: momentSchema }).nullable(),
      }),
    )
    .readonly()
    .describe('What was asked about a task last, by the task’s id.'),
  'task-handbacks': z
    .array(
      z.strictObject({
        id: idSchema,
        reason: z.string(),
        by: personSchema,
        at: momentSchema,
        company: idSchema,
        office: z.string(),
      }),
    )
    .readonly()
    .describe('Why a task is no longer with an office that had it, by the task’s id.'),
  ...moneyParts,
  documents: z.array(document).readonly(),
  'budget-files': z.array(document).readonly(),
  ...planParts,
  ...settlementParts,
  asks: z.array(ask).readonly().describe('What people asked for that they may not do, until it is asked for again.'),
};

const chat = z.strictObject({
  id: idSchema,
  by: personSchema,
  companyName: z.string(),
  text: z.string(),
  at: momentSchema,
  receivedAt: momentSchema.nullable(),
});

/** What differs of what a line is about. */
const logged = z
  .strictObject({
    status: statusSchema.nullable(),
    start: momentSchema.nullable(),
    end: momentSchema.nullable(),
    names: z.string().nullable(),
    version: z.string().nullable(),
    decision: z.string().nullable(),
    office: z.string().nullable(),
    user: z.string().nullable(),
    handler: z.string().nullable(),
  })
  .partial() satisfies z.ZodType<Logged>;

const log = z.strictObject({
  id: idSchema,
  command: idSchema,
  what: z.enum(logKinds),
  by: personSchema.nullable(),
  as: roleSchema,
  at: momentSchema,
  receivedAt: momentSchema.nullable(),
  facts: z.record(z.string(), z.string()),
  before: logged.optional().describe('What it changed of what it is about, as that was.'),
  after: logged.optional().describe('The same, as it is.'),
  company: idSchema.nullable(),
});

const keys = z.array(z.string()).readonly();

/** What an answer tells of one case. */
export const pieceSchema = z
  .strictObject({
    case: idSchema,
    ties: z.array(z.enum(ties)).readonly().describe('What ties the reader to the case now.'),
    changedAt: momentSchema,
    whole: z
      .array(z.enum([...parts.small, ...parts.keyed, ...parts.tails]))
      .readonly()
      .describe('Parts that replace what is held of them; the others add to it, things by their ids.'),
    parts: z
      .strictObject({ ...smallParts, ...keyedParts, chat: z.array(chat).readonly(), log: z.array(log).readonly() })
      .partial(),
    gone: z
      .partialRecord(z.enum([...parts.small, ...parts.keyed]), keys)
      .optional()
      .describe('Ids of things that are no more; the empty one is a part with one text itself.'),
  })
  .openapi('CasePiece') satisfies z.ZodType<CasePiece>;
