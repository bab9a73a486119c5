import { z } from '@hono/zod-openapi';
import { idSchema, momentSchema } from '../../shared/contract/parts.ts';
import { taskStatuses } from '../../shared/domain/task/task-status.ts';
import { owingSides } from '../../shared/domain/task/task.ts';
import { revisionSchema } from './revision-schema.ts';

/** Somebody as a case names people. */
export const personSchema = z.strictObject({ member: idSchema, name: z.string(), company: idSchema });

/** When a target is near, and when it is due. */
export const targetSchema = z.strictObject({ near: momentSchema, due: momentSchema }).nullable();

/** A task's status. */
export const statusSchema = z.enum(taskStatuses);

/** What the domain treats alike of tasks. */
export const taskKindSchema = z.enum(['inspection', 'first-aid', 'project-management', 'repair']);

/** Who owes information. */
export const owingSchema = z.enum(owingSides);

/** A task of a case, without what has a part of its own. */
export const taskSchema = z.strictObject({
  id: idSchema,
  type: z.string(),
  kind: taskKindSchema,
  several: z.boolean(),
  budget: z.enum(['none', 'automatic', 'required']),
  main: z.boolean(),
  status: statusSchema,
  office: idSchema.nullable(),
  company: idSchema.nullable(),
  responsibles: z.array(personSchema).readonly(),
  plannedStart: momentSchema.nullable(),
  plannedEnd: momentSchema.nullable(),
  since: momentSchema,
  target: targetSchema,
  started: revisionSchema
    .extend({ by: personSchema, from: z.enum(['field', 'desk']) })
    .nullable()
    .optional(),
  completedBy: personSchema.nullable().optional(),
  inquiry: z
    .strictObject({
      owedBy: owingSchema,
      from: z.enum(['3', '4']),
      paused: z.strictObject({ at: momentSchema, target: targetSchema }),
      asked: revisionSchema,
    })
    .nullable()
    .optional()
    .describe('Information that is wanted: its status is I.'),
  settled: revisionSchema
    .extend({ from: statusSchema, by: personSchema })
    .optional()
    .describe('That all that was left of it went to the customer.'),
  planReady: revisionSchema.extend({ by: personSchema }).optional().describe('That the first work plan is ready.'),
  revision: idSchema,
  allocated: revisionSchema.optional(),
  membersAssigned: revisionSchema.optional(),
  timeSet: revisionSchema.optional(),
});
