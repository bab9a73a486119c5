import { z } from '@hono/zod-openapi';
import { fileSchema, idSchema, momentSchema, moneySchema } from '../../shared/contract/parts.ts';
import type { Case, CaseContent } from '../../shared/domain/case/case.ts';
import { caseParts } from '../../shared/domain/case/case-part.ts';
import type { CaseRow } from '../../shared/domain/case/list-row.ts';
import { taskStatuses } from '../../shared/domain/task/task-status.ts';
import { positionSchema, revisionSchema } from './directory-schemas.ts';

const person = z.strictObject({ member: idSchema, name: z.string(), company: idSchema });
const role = z.enum(['insurer', 'operator', 'office', 'project-manager', 'external-case-handler', 'system']);
const target = z.strictObject({ near: momentSchema, due: momentSchema }).nullable();
const status = z.enum(taskStatuses);
const taskKind = z.enum(['inspection', 'first-aid', 'project-management', 'repair']);
const state = z.enum(['open', 'closed', 'deleted']);
const decisionResult = z.enum(['approved', 'rejected']);
const minor = z.int();

const task = z.strictObject({
  id: idSchema,
  type: z.string(),
  kind: taskKind,
  several: z.boolean(),
  budget: z.enum(['none', 'automatic', 'required']),
  main: z.boolean(),
  status,
  office: idSchema.nullable(),
  company: idSchema.nullable(),
  responsibles: z.array(person).readonly(),
  plannedStart: momentSchema.nullable(),
  plannedEnd: momentSchema.nullable(),
  since: momentSchema,
  target,
  completedBy: person.nullable().optional(),
  sentBack: z.strictObject({ reason: z.string(), by: person, at: momentSchema }).nullable(),
  revision: idSchema,
  membersAssigned: revisionSchema.optional(),
  timeSet: revisionSchema.optional(),
});

const budget = z.strictObject({
  id: idSchema,
  tasks: z.array(idSchema).readonly(),
  office: idSchema,
  company: idSchema,
  version: z.int(),
  state: z.enum(['submitted', 'approved', 'rejected']),
  description: z.string(),
  money: moneySchema,
  file: fileSchema,
  comment: z.string(),
  submittedBy: person,
  submittedAt: momentSchema,
  target,
  rejection: z.strictObject({ by: person, reason: z.string(), at: momentSchema }).nullable(),
  approvals: z
    .array(
      z.strictObject({
        version: z.int(),
        by: person,
        as: role,
        amount: minor,
        previous: minor,
        at: momentSchema,
      }),
    )
    .readonly(),
  forwarded: z.strictObject({ by: person, at: momentSchema, note: z.string(), over: minor.nullable() }).nullable(),
  revision: idSchema,
});

const casePart = z.enum(caseParts);

const wholeCase = z.strictObject({
  id: idSchema,
  portal: idSchema,
  number: z.string(),
  claimNumber: z.string(),
  state,
  createdAt: momentSchema,
  changedAt: momentSchema,
  damage: z.strictObject({ cause: z.string(), lossDate: z.string(), description: z.string() }),
  site: z.strictObject({
    street: z.string(),
    postalCode: z.string(),
    city: z.string(),
    region: z.string(),
    country: z.string(),
    position: positionSchema.nullable(),
  }),
  customer: z.strictObject({ name: z.string(), phone: z.string(), email: z.string() }).nullable(),
  cover: z
    .strictObject({
      insuredSum: minor.nullable(),
      buildingDamage: minor.nullable(),
      contentsDamage: minor.nullable(),
    })
    .nullable(),
  handler: person.nullable(),
  role: z
    .strictObject({
      office: idSchema,
      officeName: z.string(),
      company: idSchema,
      assignedBy: person,
      officeAssignedAt: momentSchema,
      user: person.nullable(),
      userAssignedAt: momentSchema.nullable(),
      target,
      revision: idSchema,
    })
    .nullable(),
  roleDeclined: z
    .strictObject({ office: idSchema, officeName: z.string(), by: person, reason: z.string(), at: momentSchema })
    .nullable(),
  tasks: z.array(task).readonly(),
  budgets: z.array(budget).readonly(),
  documents: z
    .array(fileSchema.extend({ id: idSchema, budget: idSchema.nullable(), by: person, at: momentSchema }))
    .readonly(),
  decision: z.strictObject({ result: decisionResult, at: momentSchema, by: person.nullable() }).nullable(),
  brief: z
    .strictObject({
      taskTypes: z.array(z.string()).readonly(),
      openBudgets: z.int(),
      above: z.record(idSchema, z.int()),
    })
    .optional(),
  hidden: z.array(casePart).readonly(),
  roleEnded: revisionSchema.nullable().optional(),
}) satisfies z.ZodType<Case>;

const chat = z.strictObject({
  id: idSchema,
  by: person,
  companyName: z.string(),
  text: z.string(),
  at: momentSchema,
  receivedAt: momentSchema.nullable(),
});

const logWhat = z.enum([
  'case-imported',
  'role-given',
  'role-removed',
  'role-declined',
  'role-user-assigned',
  'role-user-released',
  'received-confirmed',
  'members-assigned',
  'time-set',
  'task-started',
  'task-completed',
  'task-approved',
  'task-sent-back',
  'budget-submitted',
  'budget-approved',
  'budget-rejected',
  'budget-forwarded',
  'document-added',
]);

const log = z.strictObject({
  id: idSchema,
  command: idSchema,
  what: logWhat,
  by: person.nullable(),
  as: role,
  at: momentSchema,
  receivedAt: momentSchema.nullable(),
  facts: z.record(z.string(), z.string()),
  company: idSchema.nullable(),
});

/** A case with what was written in it, as far as its reader sees it. */
export const caseContentSchema = z
  .strictObject({ case: wholeCase, chat: z.array(chat).readonly(), log: z.array(log).readonly() })
  .openapi('CaseContent') satisfies z.ZodType<CaseContent>;

/** What lists know of a case. */
export const caseRowSchema = z
  .strictObject({
    id: idSchema,
    portal: idSchema,
    number: z.string(),
    claimNumber: z.string(),
    state,
    street: z.string(),
    postalCode: z.string(),
    city: z.string(),
    region: z.string(),
    cause: z.string(),
    lossDate: z.string(),
    handler: idSchema.nullable(),
    role: z
      .strictObject({
        office: idSchema,
        officeName: z.string(),
        company: idSchema,
        user: person.nullable(),
        since: momentSchema,
        target,
      })
      .nullable(),
    roleDeclined: z.boolean(),
    tasks: z
      .array(
        task
          .pick({
            id: true,
            type: true,
            kind: true,
            main: true,
            status: true,
            office: true,
            company: true,
            target: true,
          })
          .extend({ responsibles: z.array(idSchema).readonly(), completedBy: idSchema.nullable().optional() }),
      )
      .readonly(),
    budgets: z
      .array(
        z.strictObject({
          id: idSchema,
          company: idSchema,
          amount: minor,
          forwarded: z.boolean(),
          target,
          tasks: z.array(idSchema).readonly().optional(),
          submittedBy: idSchema.optional(),
        }),
      )
      .readonly(),
    decision: decisionResult.nullable(),
    messages: z.int(),
    changedAt: momentSchema,
    content: z.boolean(),
  })
  .openapi('CaseRow') satisfies z.ZodType<CaseRow>;
