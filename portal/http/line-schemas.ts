import { z } from '@hono/zod-openapi';
import { itemOutcomesSchema } from '../../shared/contract/outcomes.ts';
import { commandIdSchema, idSchema, momentSchema } from '../../shared/contract/parts.ts';
import { priceListHeadSchema } from '../../shared/contract/price-lists.ts';
import { headLineSchema, tailLineSchema, type SyncLine } from '../../shared/contract/sync.ts';
import { noticeKinds } from '../../shared/domain/told.ts';
import { rowLineSchema } from './case-row-schema.ts';
import { pieceSchema } from './case-schemas.ts';
import { categoriesLineSchema } from './category-schemas.ts';
import { directoryLineSchema, standingSchema } from './directory-schemas.ts';

const withdrawal = z.strictObject({
  case: idSchema,
  number: z.string(),
  at: momentSchema,
  reason: z.enum([
    'role-removed',
    'role-moved',
    'mark-removed',
    'task-moved',
    'task-removed',
    'task-handed-back',
    'early-decision',
    'level-changed',
    'deleted',
    'other',
  ]),
  said: z.string().optional(),
});

const notice = z.strictObject({
  id: idSchema,
  kind: z.enum(noticeKinds),
  case: idSchema,
  number: z.string(),
  at: momentSchema,
});

const contained = z.strictObject({
  id: commandIdSchema,
  kind: z.enum(['carried-out', 'refused', 'cancelled', 'unknown']),
  refusal: z.looseObject({ code: z.string(), grantor: z.string() }).optional(),
  items: itemOutcomesSchema.readonly().optional(),
});

/** Every kind of line of a sync answer, for outsiders who read it with the OpenAPI description alone. */
export const lineSchema = z
  .discriminatedUnion('kind', [
    headLineSchema,
    z.strictObject({
      kind: z.literal('reset'),
      reason: z.enum(['unknown-cursor', 'audience-changed', 'horizon']),
    }),
    z.strictObject({ kind: z.literal('standing'), standing: standingSchema }),
    directoryLineSchema,
    categoriesLineSchema,
    z.strictObject({ kind: z.literal('price-lists'), lists: z.array(priceListHeadSchema).readonly().nullable() }),
    z.strictObject({ kind: z.literal('reading'), reading: z.record(z.string(), z.int()) }),
    z.strictObject({ kind: z.literal('notices'), notices: z.array(notice).readonly() }),
    z.strictObject({ kind: z.literal('withdrawn'), cases: z.array(withdrawal).readonly() }),
    z.strictObject({
      kind: z.literal('rows'),
      rows: z
        .array(z.tuple([rowLineSchema, z.int().min(0), z.int().min(0)]).readonly())
        .readonly()
        .describe('Each row with the number of the line of pieces in this answer and the place in it of its piece.'),
    }),
    z.strictObject({ kind: z.literal('pieces'), pieces: z.array(pieceSchema).readonly() }),
    z.strictObject({ kind: z.literal('own'), commands: z.array(commandIdSchema).readonly() }),
    z.strictObject({ kind: z.literal('contained'), commands: z.array(contained).readonly() }),
    tailLineSchema,
  ])
  .openapi('SyncLine') satisfies z.ZodType<SyncLine>;
