import { createRoute, z } from '@hono/zod-openapi';
import { invoiceNumberAnswerSchema, invoiceNumberSchema } from '../../shared/contract/invoices.ts';
import { idSchema } from '../../shared/contract/parts.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { readInvoiceNumber } from '../reads/invoice-number.ts';
import { problemAnswers } from './problems.ts';
import { answer, bearer, found, newRoutes, signedIn } from './routes.ts';

const number = createRoute({
  method: 'get',
  path: '/invoice-numbers/{portal}',
  summary: 'Whether your company has used an invoice number in the portal',
  description: 'Capitals and spaces make no other number. In which case it was used is not said.',
  security: bearer,
  request: { params: z.strictObject({ portal: idSchema }), query: z.strictObject({ number: invoiceNumberSchema }) },
  responses: { 200: answer(invoiceNumberAnswerSchema, 'For who may see and enter budgets.'), ...problemAnswers },
});

/** Numbers of invoices, asked while one is typed. */
export function invoiceRoutes(deps: PortalDeps) {
  const routes = newRoutes();
  routes.use('/invoice-numbers/*', signedIn(deps));
  routes.openapi(number, async (context) => {
    const { portal } = context.req.valid('param');
    const { number: typed } = context.req.valid('query');
    return context.json(found(await readInvoiceNumber(deps, context.var.caller, { portal, number: typed })), 200);
  });
  return routes;
}
