import { createRoute, z } from '@hono/zod-openapi';
import { idSchema, madeIdSchema } from '../../shared/contract/parts.ts';
import {
  reportAskedSchema,
  reportDroppedSchema,
  reportFileQuerySchema,
  reportPreviewSchema,
  reportRequestSchema,
  reportsSchema,
  rowsLeftOutHeader,
} from '../../shared/contract/reports.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { askReport } from '../reports/ask-report.ts';
import { dropReport, listReports, readReport } from '../reports/read-report.ts';
import { reportFile, reportHeadings } from '../reports/report-file.ts';
import { ProblemError, problemAnswers, slowDown } from './problems.ts';
import { answer, bearer, found, newRoutes, signedIn } from './routes.ts';

const ofPortal = z.strictObject({ portal: idSchema });
const ofReport = ofPortal.extend({ report: madeIdSchema });

const ask = createRoute({
  method: 'post',
  path: '/reports/{portal}',
  summary: 'Ask for a Case statistics report',
  description:
    'For the insurer’s people, and for a partner’s admins (level 4) about the cases they see and what they see of them. It is made in the background: `GET /reports/{portal}` says how far it is. The e-mail of the External case handler is of who holds the role while it is made.',
  security: bearer,
  request: {
    params: ofPortal,
    body: { required: true, content: { 'application/json': { schema: reportRequestSchema } } },
  },
  responses: { 200: answer(reportAskedSchema, 'It waits to be made.'), ...problemAnswers },
});

const list = createRoute({
  method: 'get',
  path: '/reports/{portal}',
  summary: 'One’s own reports, and how far they are',
  security: bearer,
  request: { params: ofPortal },
  responses: { 200: answer(reportsSchema, 'Newest first; a report is kept for seven days.'), ...problemAnswers },
});

const preview = createRoute({
  method: 'get',
  path: '/reports/{portal}/{report}',
  summary: 'The beginning of a made report',
  security: bearer,
  request: { params: ofReport },
  responses: { 200: answer(reportPreviewSchema, 'Its first rows.'), ...problemAnswers },
});

const file = createRoute({
  method: 'get',
  path: '/reports/{portal}/{report}/file',
  summary: 'A made report as a file',
  description:
    'The right is asked again: cases that are no longer seen are left out, and the header `Rows-Left-Out` says how many. CSV is UTF-8 with a byte order mark; a text that a spreadsheet program would take for a formula begins with an apostrophe. Only for who asked for the report.',
  security: bearer,
  request: { params: ofReport, query: reportFileQuerySchema },
  responses: {
    200: {
      description: 'The file.',
      content: { 'application/octet-stream': { schema: z.string().openapi({ type: 'string', format: 'binary' }) } },
    },
    ...problemAnswers,
  },
});

const drop = createRoute({
  method: 'delete',
  path: '/reports/{portal}/{report}',
  summary: 'Cancel a report that is being made, or delete a made one',
  security: bearer,
  request: { params: ofReport },
  responses: { 200: answer(reportDroppedSchema, 'It is gone.'), ...problemAnswers },
});

/** Reports: asked for, made in the background, fetched by who asked. */
export function reportRoutes(deps: PortalDeps) {
  const routes = newRoutes();
  routes.use('/reports/*', signedIn(deps));
  routes.openapi(ask, async (context) => {
    const asked = { ...context.req.valid('param'), ...context.req.valid('json') };
    const came = found(await askReport(deps, context.var.caller, asked));
    if (came.kind === 'refused') throw new ProblemError('not-allowed', { detail: came.refusal.code });
    if (came.kind === 'too-many') return slowDown(context, 10, 'Some of your reports are still being made.');
    return context.json({ id: came.id }, 200);
  });
  routes.openapi(list, async (context) =>
    context.json([...found(await listReports(deps, context.var.caller, context.req.valid('param').portal))], 200),
  );
  routes.openapi(preview, async (context) => {
    const { rows, leftOut } = found(await readReport(deps, context.var.caller, context.req.valid('param')));
    return context.json(
      { headings: [...reportHeadings], rows: rows.slice(0, 20).map((row) => [...row]), leftOut },
      200,
    );
  });
  routes.openapi(file, async (context) => {
    const made = found(await readReport(deps, context.var.caller, context.req.valid('param')));
    const { name, mediaType, bytes } = await reportFile(made, context.req.valid('query'));
    return context.body(bytes, 200, {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      [rowsLeftOutHeader]: String(made.leftOut),
    });
  });
  routes.openapi(drop, async (context) => {
    found(await dropReport(deps, context.var.caller, context.req.valid('param')));
    return context.json({ dropped: true as const }, 200);
  });
  return routes;
}
