import { z } from '@hono/zod-openapi';

/** As whom somebody acts. */
export const roleSchema = z.enum([
  'insurer',
  'operator',
  'office',
  'project-manager',
  'inspector',
  'external-case-handler',
  'system',
]);
