import type { Cursor } from '../../../shared/contract/sync.ts';
import { bytes, sha256 } from './try.ts';

/** What a request is made of beside its route. */
export interface Asked {
  readonly portal: string;
  readonly who: string;
  /** Where the reader stands: deltas are asked from there. */
  readonly cursor: Cursor;
  /** A report that the actor asked for; nobody’s where none could be. */
  readonly report: string;
  readonly account: string;
  /** Another session of the actor’s own. */
  readonly session: string;
}

/** What is asked of a route: a row of the rights matrix. */
export interface Request {
  /** As the description of the API names it. */
  readonly route: string;
  readonly path: (asked: Asked) => string;
  readonly body?: (asked: Asked) => unknown;
  readonly raw?: Uint8Array<ArrayBuffer>;
}

/** The case that requests are about. */
export const seenCase = 'seen';

const days = { from: '2026-01-01', to: '2026-12-31', state: 'all' };
const claims = {
  csv: 'claim,loss,cause\nA-1,2026-11-01,Rain\n',
  mapping: { name: 'ours', columns: { claimNumber: 'claim', lossDate: 'loss', cause: 'cause' } },
};
const prices = {
  csv: 'code;text;unit;price\n1;Drying;day;12.50\n',
  mapping: { columns: { code: 'code', text: 'text', unit: 'unit', unitPrice: 'price' } },
  list: { name: 'Ours', validFrom: '2026-01-01', validUntil: null, fileName: 'ours.csv' },
};
const nothing = { companies: [], offices: [], members: [], portals: [] };
const log = (kind: string, id: (asked: Asked) => string): Request => ({
  route: 'GET /settings-log/{portal}',
  path: (asked) => `/settings-log/${asked.portal}?kind=${kind}&id=${id(asked)}`,
});
const file = (id: string): Request => ({
  route: 'GET /files/{portal}/{file}',
  path: ({ portal }) => `/files/${portal}/${id}`,
});

/** Every route, in the order in which they are asked: what comes later may need what was made before. */
export const requests: Readonly<Record<string, Request>> = {
  'Who answers here': { route: 'GET /health', path: () => '/health' },
  'The demo’s accounts': { route: 'GET /demo-accounts', path: () => '/demo-accounts' },
  'Who I am': { route: 'GET /me', path: () => '/me?protocol=2' },
  'Where I am signed in': { route: 'GET /sessions', path: () => '/sessions' },
  'End another session of one’s own': { route: 'DELETE /sessions/{id}', path: ({ session }) => `/sessions/${session}` },
  'The first sync': {
    route: 'GET /sync/{portal}/pages',
    path: ({ portal }) => `/sync/${portal}/pages?protocol=2&categories=told&priceLists=told`,
  },
  'What changed since': {
    route: 'POST /sync/{portal}/delta',
    path: ({ portal }) => `/sync/${portal}/delta`,
    body: ({ cursor }) => ({ protocol: 2, cursor, named: [], categories: false, priceLists: false }),
  },
  Nudges: { route: 'GET /sync/nudges', path: () => '/sync/nudges' },
  'Take back a command': {
    route: 'POST /commands/{id}/cancel',
    path: () => '/commands/0199aaaa-0000-7000-8000-000000000009/cancel',
    body: ({ portal, account }) => ({ protocol: 2, portal, account }),
  },
  'Offices for the role': {
    route: 'GET /candidates/{portal}/{case}/offices',
    path: ({ portal }) => `/candidates/${portal}/${seenCase}/offices`,
  },
  'Offices for a task': {
    route: 'GET /candidates/{portal}/{case}/tasks/{task}/offices',
    path: ({ portal }) => `/candidates/${portal}/${seenCase}/tasks/drying-1/offices`,
  },
  'Users for the role': {
    route: 'GET /candidates/{portal}/{case}/users',
    path: ({ portal }) => `/candidates/${portal}/${seenCase}/users`,
  },
  'A document’s bytes': file('file-1'),
  'The bytes of a budget’s file': file('file-of-budget-1'),
  'The bytes of another partner’s budget’s file': file('file-of-budget-of-rival'),
  'Send a file for a case': {
    route: 'PUT /files/{portal}/{file}',
    path: ({ portal, who }) => `/files/${portal}/sent-${who}?case=${seenCase}&name=x.csv&sha256=${sha256}`,
    raw: bytes,
  },
  'A place for a postal code': {
    route: 'GET /places/{portal}',
    path: ({ portal }) => `/places/${portal}?postalCode=70100`,
  },
  'Whether an invoice number was used': {
    route: 'GET /invoice-numbers/{portal}',
    path: ({ portal }) => `/invoice-numbers/${portal}?number=${encodeURIComponent('never used')}`,
  },
  'Countries with known holidays': { route: 'GET /calendar/places', path: () => '/calendar/places' },
  'A year’s holidays': { route: 'GET /calendar/holidays', path: () => '/calendar/holidays?place=FI&year=2026' },
  'What was set in the portal': log('portal', ({ portal }) => portal),
  'What was set of the office at work': log('office', () => 'kuopio'),
  'What was set of a member there': log('member', () => 'target'),
  'What was set of office categories': log('categories', ({ portal }) => portal),
  'How many a setting touches': {
    route: 'GET /settings-reach/{portal}',
    path: ({ portal }) => `/settings-reach/${portal}?limit=0&basis=cumulative`,
  },
  'Ask for a report': { route: 'POST /reports/{portal}', path: ({ portal }) => `/reports/${portal}`, body: () => days },
  'One’s own reports': { route: 'GET /reports/{portal}', path: ({ portal }) => `/reports/${portal}` },
  'The beginning of a report': {
    route: 'GET /reports/{portal}/{report}',
    path: ({ portal, report }) => `/reports/${portal}/${report}`,
  },
  'A report as a file': {
    route: 'GET /reports/{portal}/{report}/file',
    path: ({ portal, report }) => `/reports/${portal}/${report}/file?format=csv&separator=comma`,
  },
  'Delete a report': {
    route: 'DELETE /reports/{portal}/{report}',
    path: ({ portal, report }) => `/reports/${portal}/${report}`,
  },
  'Import claims': {
    route: 'POST /portals/{portal}/imports/claims',
    path: ({ portal }) => `/portals/${portal}/imports/claims?dryRun=true`,
    body: () => claims,
  },
  'The price lists': {
    route: 'GET /portals/{portal}/price-lists',
    path: ({ portal }) => `/portals/${portal}/price-lists`,
  },
  'What a price list holds': {
    route: 'GET /portals/{portal}/price-lists/{list}/items',
    path: ({ portal }) => `/portals/${portal}/price-lists/prices/items?mark=1`,
  },
  'Import a price list': {
    route: 'POST /portals/{portal}/price-lists',
    path: ({ portal }) => `/portals/${portal}/price-lists?dryRun=true`,
    body: () => prices,
  },
  'Remove a price list': {
    route: 'DELETE /portals/{portal}/price-lists/{list}',
    path: ({ portal }) => `/portals/${portal}/price-lists/prices`,
  },
  'Every portal in numbers': { route: 'GET /operator/portals', path: () => '/operator/portals' },
  'How the portal server is': { route: 'GET /operator/health', path: () => '/operator/health' },
  'Settle a mail that did not go out': {
    route: 'POST /operator/mails/{mail}/{deed}',
    path: () => '/operator/mails/failed/retry',
    body: () => ({}),
  },
  'Try work again that failed in the background': {
    route: 'POST /operator/jobs/retry',
    path: () => '/operator/jobs/retry',
    body: () => ({ kind: 'sweep-portals', portal: null, subject: null }),
  },
  'Add to the network': {
    route: 'POST /set-up/network',
    path: () => '/set-up/network?dryRun=true',
    body: () => nothing,
  },
};

/** Routes that are rows of their own or no answer to an actor: each with the reason. */
export const elsewhere: Readonly<Record<string, string>> = {
  'POST /commands': 'each command has a row of its own',
  'POST /sign-in': 'makes the session by which an actor is one',
  'POST /sign-out': 'ends it',
  'POST /forgot-password': 'answers everybody alike, known or not',
};

/** A request as a client sends it. */
export function initOf({ route, body, raw }: Request, asked: Asked): RequestInit {
  const [method = 'GET'] = route.split(' ');
  if (raw) return { method, headers: { 'content-type': 'text/csv' }, body: raw };
  if (!body) return { method };
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body(asked)) };
}
