import type { OperatorHealth, OperatorPortal } from '../../../shared/contract/operator.ts';
import { monday } from '../builders.ts';

export const somePortals: readonly OperatorPortal[] = [
  {
    id: 'baltic-portal',
    name: 'Baltic Insurance',
    currency: 'SEK',
    timeZone: 'Europe/Stockholm',
    companies: 5,
    offices: 14,
    members: 88,
    marked: 12,
    openCases: 1204,
    roleInUse: true,
    lastChange: '2026-11-23T07:41:00.000Z',
  },
  {
    id: 'southern-portal',
    name: 'Southern Insurance',
    currency: 'EUR',
    timeZone: 'Europe/Helsinki',
    companies: 2,
    offices: 1,
    members: 3,
    marked: 0,
    openCases: 0,
    roleInUse: false,
    lastChange: null,
  },
];

export const someHealth: OperatorHealth = {
  version: '0.2.0',
  protocol: 2,
  store: '5f2c8e1a9d3b7c40aa10be22',
  engine: 'postgres',
  serverTime: monday,
  startedAt: '2026-11-20T05:12:00.000Z',
  databaseBytes: 412_000_000,
  hearsOthers: false,
  mailsWaiting: 2,
  mailsFailed: 2,
  failedMails: [
    {
      id: 'mail-1',
      to: 'carla@arvio.example',
      kind: 'role-given',
      portal: 'Baltic Insurance',
      since: '2026-11-22T06:00:00.000Z',
      tries: 7,
      lastTry: '2026-11-23T07:30:00.000Z',
      failure: 'EENVELOPE 550',
      givenUp: false,
    },
    {
      id: 'mail-2',
      to: 'petra@drying.example',
      kind: 'account',
      portal: null,
      since: '2026-11-21T06:00:00.000Z',
      tries: 40,
      lastTry: '2026-11-22T19:00:00.000Z',
      failure: null,
      givenUp: true,
    },
  ],
  jobsFailed: 1,
  failedJobs: [
    {
      kind: 'briefs',
      portal: 'baltic-portal',
      subject: 'arvio',
      portalName: 'Baltic Insurance',
      since: '2026-11-22T06:00:00.000Z',
      tries: 3,
      lastTry: '2026-11-23T07:30:00.000Z',
      failure: '55P03',
      givenUp: false,
    },
  ],
};

/** What was asked, and how it is answered: by method and the path behind the account. */
export interface Asked {
  readonly call: string;
  readonly body: string | null;
}

type Answering = Readonly<Record<string, (body: string | null) => Response | Promise<Response>>>;

/** A portal server's side of the operator's desk, for `fetch`; keeps what it was asked. */
export function operatorAnswers(more: Answering = {}) {
  const asked: Asked[] = [];
  const answers: Answering = {
    'GET /operator/portals': () => Response.json(somePortals),
    'GET /operator/health': () => Response.json(someHealth),
    ...more,
  };
  const fetch = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const call = `${init.method ?? 'GET'} ${path.replace(/^\/portal\/[^/]+/, '')}`;
    const body = typeof init.body === 'string' ? init.body : null;
    asked.push({ call, body });
    const problem = { kind: 'not-found', title: 'There is no such thing for you here.', status: 404 };
    return answers[call]?.(body) ?? aProblem(problem);
  };
  return { asked, fetch };
}

export function aProblem(problem: {
  readonly status: number;
  readonly kind: string;
  readonly title: string;
}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
