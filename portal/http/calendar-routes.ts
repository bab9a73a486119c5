import { createRoute, z } from '@hono/zod-openapi';
import { holidaysSchema, placesSchema } from '../../shared/contract/calendar-answers.ts';
import { placeSchema } from '../../shared/contract/calendar.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { readHolidays, readPlaces } from '../reads/holidays.ts';
import { problemAnswers } from './problems.ts';
import { answer, bearer, found, newRoutes, signedIn } from './routes.ts';

const places = createRoute({
  method: 'get',
  path: '/calendar/places',
  summary: 'Countries, states and regions whose public holidays are known',
  security: bearer,
  responses: { 200: answer(placesSchema, 'In the order of their names.'), ...problemAnswers },
});

const year = z.coerce
  .number()
  .int()
  .min(2000)
  .max(2100)
  .openapi({ type: 'integer', minimum: 2000, maximum: 2100, param: { name: 'year', in: 'query', required: true } });

const holidays = createRoute({
  method: 'get',
  path: '/calendar/holidays',
  summary: 'The public holidays of a place and a year, to choose closed days from',
  security: bearer,
  request: { query: z.strictObject({ place: placeSchema, year }) },
  responses: { 200: answer(holidaysSchema, 'Each day once, in order.'), ...problemAnswers },
});

/** Working hours and closed days: what is proposed. */
export function calendarRoutes(deps: PortalDeps) {
  const routes = newRoutes();
  routes.use('/calendar/*', signedIn(deps));
  routes.openapi(places, async (context) => context.json([...(await readPlaces())], 200));
  routes.openapi(holidays, async (context) => {
    const asked = context.req.valid('query');
    return context.json([...found(await readHolidays(asked.place, asked.year))], 200);
  });
  return routes;
}
