import { z } from '@hono/zod-openapi';
import { idSchema, momentSchema } from '../../shared/contract/parts.ts';

/** What a thing was last changed by. */
export const revisionSchema = z.strictObject({ command: idSchema, decidedAt: momentSchema });
