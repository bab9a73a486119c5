import { createRoute, z } from '@hono/zod-openapi';
import { claimsCountsSchema, largestClaimsFile } from '../../shared/contract/operator.ts';
import { idSchema } from '../../shared/contract/parts.ts';
import { columnMappingSchema } from '../claims-import/column-mapping.ts';
import { findImporter, importClaims } from '../claims-import/import-claims.ts';
import { readyMappings } from '../claims-import/nfip-columns.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { ProblemError, problemAnswers } from './problems.ts';
import { answer, asksFirst, atMost, bearer, found, newRoutes, signedIn } from './routes.ts';

const ready = z.enum(Object.keys(readyMappings) as ['nfip']);

const importBody = z.strictObject({
  /** The text of the file: CSV with headings. */
  csv: z.string().min(1),
  /** A mapping, or the name of a ready one. */
  mapping: z.union([ready, columnMappingSchema]),
});

const importRoute = createRoute({
  method: 'post',
  path: '/portals/{portal}/imports/claims',
  summary: 'Import a claims file',
  description:
    'Good rows become cases with one main inspection each; a bad row gets one message. A claim number that the portal has already adds nothing, so that sending a file again is no mistake; a second row of a claim in the file adds nothing either, and what it says otherwise is named in a note. The mapping says which column is what, and how the file writes dates and numbers. For the insurer and the operator.',
  security: bearer,
  request: {
    params: z.strictObject({ portal: idSchema }),
    query: z.strictObject({ dryRun: z.enum(['true', 'false']).default('false') }),
    body: { required: true, content: { 'application/json': { schema: importBody } } },
  },
  responses: { 200: answer(claimsCountsSchema, 'What came, or would come, of it.'), ...problemAnswers },
});

/** Claims files of insurers. */
export function importRoutes(deps: PortalDeps) {
  const routes = newRoutes();
  const importersOnly = asksFirst(async (context) => {
    // Before the route has parsed anything: what is no id is not asked of the database.
    const portal = idSchema.safeParse(context.req.param('portal'));
    if (!portal.success) throw new ProblemError('not-understood');
    const asked = { portal: portal.data, person: context.var.caller.person };
    const importer = found(await findImporter({ store: deps.store, db: deps.store.db }, asked));
    if ('refusal' in importer) throw new ProblemError('not-allowed', { detail: importer.refusal.code });
  });
  routes.use('/portals/:portal/imports/*', signedIn(deps), importersOnly, atMost(largestClaimsFile));
  routes.openapi(importRoute, async (context) => {
    const { csv, mapping } = context.req.valid('json');
    const imported = found(
      await importClaims(deps, {
        portal: context.req.valid('param').portal,
        person: context.var.caller.person,
        text: csv,
        mapping: typeof mapping === 'string' ? readyMappings[mapping] : mapping,
        dryRun: context.req.valid('query').dryRun === 'true',
      }),
    );
    if (imported.kind === 'refused') throw new ProblemError('not-allowed', { detail: imported.refusal.code });
    const { messages, notes } = imported.counts;
    return context.json({ ...imported.counts, messages: [...messages], notes: [...notes] }, 200);
  });
  return routes;
}
