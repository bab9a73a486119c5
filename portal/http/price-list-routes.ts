import { createRoute, z } from '@hono/zod-openapi';
import { idSchema } from '../../shared/contract/parts.ts';
import {
  importedListSchema,
  importedPricesSchema,
  largestPriceFile,
  priceItemSchema,
  priceListsSchema,
} from '../../shared/contract/price-lists.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { findKeeper } from '../price-lists/find-keeper.ts';
import { importPrices } from '../price-lists/import-prices.ts';
import { priceColumnsSchema } from '../price-lists/price-columns.ts';
import { removePriceList } from '../price-lists/remove-price-list.ts';
import { readPriceItems, readPriceLists } from '../reads/price-lists.ts';
import { answerLines } from './line-answer.ts';
import { ProblemError, problemAnswers } from './problems.ts';
import { answer, asksFirst, atMost, bearer, found, newRoutes, signedIn } from './routes.ts';

const ofPortal = z.strictObject({ portal: idSchema });
const ofList = ofPortal.extend({ list: idSchema });
// As a plain string: the router takes every literal type with json in it for JSON.
const linesOfJson: string = 'application/x-ndjson';

const importBody = z.strictObject({
  /** The text of the file: CSV with headings. */
  csv: z.string().min(1),
  mapping: priceColumnsSchema,
  list: importedListSchema,
});

const lists = createRoute({
  method: 'get',
  path: '/portals/{portal}/price-lists',
  summary: 'Price lists of a portal, without their items',
  security: bearer,
  request: { params: ofPortal },
  responses: { 200: answer(priceListsSchema, 'All of them, also those that have ended.'), ...problemAnswers },
});

const items = createRoute({
  method: 'get',
  path: '/portals/{portal}/price-lists/{list}/items',
  summary: 'The items of a price list',
  security: bearer,
  request: {
    params: ofList,
    query: z.strictObject({
      mark: z.coerce
        .number()
        .int()
        .openapi({ type: 'integer', param: { name: 'mark', in: 'query', required: true } }),
    }),
  },
  responses: {
    200: {
      description: 'Lines of JSON, each of this schema, in the order of the file.',
      content: { [linesOfJson]: { schema: priceItemSchema } },
    },
    ...problemAnswers,
  },
});

const importing = createRoute({
  method: 'post',
  path: '/portals/{portal}/price-lists',
  summary: 'Import a price list',
  description:
    'All rows become the items of one list; where a single row is wrong nothing is taken, and each such row gets one message. For the operator and the insurer from level 5 on.',
  security: bearer,
  request: {
    params: ofPortal,
    query: z.strictObject({ dryRun: z.enum(['true', 'false']).default('false') }),
    body: { required: true, content: { 'application/json': { schema: importBody } } },
  },
  responses: { 200: answer(importedPricesSchema, 'What came, or would come, of it.'), ...problemAnswers },
});

const removal = createRoute({
  method: 'delete',
  path: '/portals/{portal}/price-lists/{list}',
  summary: 'Remove a price list that no work item has its price from',
  security: bearer,
  request: { params: ofList },
  responses: { 200: answer(z.strictObject({ list: idSchema }), 'The list that is gone.'), ...problemAnswers },
});

/** Price lists: kept by the operator and the insurer's seniors, read by who enters or decides what things cost. */
export function priceListRoutes(deps: PortalDeps) {
  const routes = newRoutes();
  const keepersOnly = asksFirst(async (context) => {
    if (context.req.method === 'GET') return;
    // Before the route has parsed anything: what is no id is not asked of the database.
    const portal = idSchema.safeParse(context.req.param('portal'));
    if (!portal.success) throw new ProblemError('not-understood');
    const asked = { portal: portal.data, person: context.var.caller.person };
    const keeper = found(await findKeeper({ store: deps.store, db: deps.store.db }, asked));
    if ('refusal' in keeper) throw new ProblemError('not-allowed', { detail: keeper.refusal.code });
  });
  routes.use('/portals/:portal/price-lists/*', signedIn(deps), keepersOnly, atMost(largestPriceFile));
  routes.openapi(lists, async (context) => {
    const { portal } = context.req.valid('param');
    return context.json([...found(await readPriceLists(deps, context.var.caller, portal))], 200);
  });
  routes.openapi(items, async (context) => {
    const asked = { ...context.req.valid('param'), ...context.req.valid('query') };
    return answerLines(deps, context, [found(await readPriceItems(deps, context.var.caller, asked))]);
  });
  routes.openapi(importing, async (context) => {
    const { csv, mapping, list } = context.req.valid('json');
    const read = found(
      await importPrices(deps, {
        portal: context.req.valid('param').portal,
        person: context.var.caller.person,
        text: csv,
        mapping,
        list,
        dryRun: context.req.valid('query').dryRun === 'true',
      }),
    );
    if (read.kind === 'refused') throw new ProblemError('not-allowed', { detail: read.refusal.code });
    return context.json(read.imported, 200);
  });
  routes.openapi(removal, async (context) => {
    const asked = { ...context.req.valid('param'), person: context.var.caller.person };
    const removed = found(await removePriceList(deps, asked));
    if (removed.kind === 'in-use') throw new ProblemError('not-allowed', { detail: 'price-list-in-use' });
    if (removed.kind === 'refused') throw new ProblemError('not-allowed', { detail: removed.refusal.code });
    return context.json({ list: asked.list }, 200);
  });
  return routes;
}
