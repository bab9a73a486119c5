import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inChange } from '../../../portal/commands/in-change.ts';
import { briefFor } from '../../../portal/commands/case-brief.ts';
import { loadCase } from '../../../portal/commands/case-content.ts';
import { networkNow } from '../../../portal/commands/directory-change.ts';
import { addCases, saveCase } from '../../../portal/commands/save-case.ts';
import { readPieces } from '../../../portal/reads/read-pieces.ts';
import { audiencesFor, audiencesOf } from '../../support/brute-force/audiences.ts';
import { viewOf } from '../../support/brute-force/view-of.ts';
import type { Case, CaseContent } from '../../../shared/domain/case/case.ts';
import {
  contentOf,
  onlyGiven,
  takePiece,
  type CasePiece,
  type HeldCase,
} from '../../../shared/domain/case/parts/held-case.ts';
import { eyesOf, givenFor, viewerOf } from '../../../shared/domain/case/parts/ties.ts';
import type { RoleBrief } from '../../../shared/domain/external-case-handler/role.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import { roleTies } from '../../../shared/domain/rights/partner-roles.ts';
import {
  aBudget,
  aCase,
  aFile,
  anna,
  anInsurer,
  aRole,
  aStanding,
  aTask,
  bertil,
  carla,
  monday,
  settingsWithRole,
  someSettings,
} from '../../support/builders.ts';
import { decidedBy } from '../../support/compensation.ts';
import { engines } from '../../support/engines.ts';
import { aPortalServer, type TestServer } from '../../support/portal-server.ts';

const portal = 'nordic-portal';
const company = fc.constantFrom(anna.company, carla.company);
const versions = fc.record({
  role: fc.constantFrom(null, aRole(), aRole({ user: carla }), aRole({ user: anna, company: anna.company })),
  declined: fc.boolean(),
  tasks: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('t1', 't2'),
      company,
      responsibles: fc.subarray([anna, carla]),
      kind: fc.constantFrom('repair' as const, 'repair' as const, 'project-management' as const, 'inspection' as const),
      sentBack: fc.constantFrom(null, { reason: 'wet', by: bertil, at: monday }),
    }),
    { selector: ({ id }) => id },
  ),
  note: fc.constantFrom(null, '', 'too much'),
  words: fc.constantFrom('less', 'more'),
});
type Version = typeof versions extends fc.Arbitrary<infer Value> ? Value : never;

/** Budgets are never taken away; each company's has a file. */
function caseOf(id: string, { role, declined, tasks, note, words }: Version): Case {
  const budgets = [
    aBudget({ id: 'b1', company: anna.company, description: words }),
    aBudget({
      id: 'b2',
      company: carla.company,
      forwarded: note === null ? null : { by: carla, at: monday, note, over: 7 },
    }),
  ];
  const files = [null, 'b1', 'b2'].map((budget, at) => ({ ...aFile(), id: `d${at}`, budget, by: anna, at: monday }));
  return aCase({
    id,
    role,
    roleDeclined: declined ? { office: 'x', officeName: 'X', by: carla, reason: 'full', at: monday } : null,
    tasks: tasks.map((task) => aTask(task)),
    budgets,
    documents: files,
    ...decidedBy({ parts: 'walls', grounds: words, currency: 'EUR', amount: 5 }),
  });
}

/** Changes of what somebody sees: the mark, the budget permission, the portal's rights. */
const changesOfEyes = fc.record({
  marked: fc.boolean(),
  budgetPermission: fc.boolean(),
  settings: fc.constantFrom(
    settingsWithRole({}),
    settingsWithRole({ rights: [] }),
    settingsWithRole({ enabled: false }),
    someSettings({ projectManagerRights: ['budget.approve'] }),
    { ...settingsWithRole({ rights: ['decision.make'] }), projectManagerRights: ['tasks.approve' as const] },
    { ...settingsWithRole({ rights: ['tasks.allocate'] }), inspectorRights: ['decision.make' as const] },
    { ...settingsWithRole({ rights: [] }), inspectorRights: ['budget.onBehalf' as const] },
  ),
});
const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('save' as const),
        case: fc.constantFrom('c1', 'c2'),
        version: versions,
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('eyes' as const), change: changesOfEyes }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('pull' as const), who: fc.nat(3) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('wipe' as const), who: fc.nat(3) }) },
  ),
  { minLength: 5, maxLength: 30 },
);

interface Client {
  readonly base: Standing;
  cursor: number;
  /** Where a first sync began whose page is read later. */
  start: number | null;
  held: Map<string, HeldCase>;
}

/** The reader's own truth: what today's view of the whole case would show. */
function viewsOf(
  contents: ReadonlyMap<string, CaseContent>,
  briefs: ReadonlyMap<string, RoleBrief | null>,
  reader: Standing,
): Record<string, unknown> {
  const seen = [...contents.values()].flatMap((content) => {
    const views = audiencesOf(content.case, [reader]);
    const [first] = audiencesFor(reader).flatMap((mine) => views.filter(({ audience }) => audience === mine));
    return first ? [[content.case.id, alike(viewOf(content, first.sight, briefs.get(content.case.id)))] as const] : [];
  });
  return Object.fromEntries(seen);
}

function alike({ case: view, chat, log }: CaseContent): unknown {
  // Things come into a case at its end, which these random versions do not keep to.
  const inOrder = <Thing extends { readonly id: string }>(things: readonly Thing[]) =>
    things.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const bare = {
    ...view,
    documents: inOrder(view.documents),
    tasks: inOrder(view.tasks),
    changedAt: '',
    roleEnded: view.roleEnded ?? undefined,
  };
  return JSON.parse(JSON.stringify({ case: bare, chat, log }));
}

describe.each(engines)('pieces of cases on $engine', ({ engine }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await aPortalServer(engine);
  });
  afterAll(() => server.close());

  test('however changes of cases, rights and marks and pulls follow each other, who pulls holds exactly the own views', async () => {
    let runs = 0;
    const counts = { pieces: 0, whole: 0, withdrawn: 0 };
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const run = `run${(runs += 1)}`;
        const contents = new Map<string, CaseContent>();
        const briefs = new Map<string, RoleBrief | null>();
        let change: Partial<Standing> = {};
        let handlesChanged = 0;
        let opensChanged = 0;
        let permissionChanged = 0;
        let number = 0;
        const clients: Client[] = [
          anInsurer(),
          aStanding({ level: 2 }),
          aStanding({ level: 1 }),
          aStanding({ member: carla.member, company: carla.company, level: 2 }),
        ].map((base) => ({ base, cursor: 0, start: null, held: new Map() }));
        const readerOf = ({ base }: Client): Standing => (base.side === 'insurer' ? base : { ...base, ...change });
        const pull = async (client: Client) => {
          const reader = readerOf(client);
          const eyes = eyesOf(reader);
          if (!eyes) throw new Error('Everybody here sees cases.');
          const since = {
            number: client.cursor,
            handlesChanged: handlesChanged > client.cursor,
            opensChanged: opensChanged > client.cursor ? roleTies : [],
            permissionChanged: permissionChanged > client.cursor,
          };
          const told = await readPieces(server.deps.store, {
            portal,
            viewer: viewerOf(reader),
            cases: ['c1', 'c2'].map((id) => `${run}-${id}`),
            since: client.cursor === 0 ? null : since,
          });
          // The standing decides at once: what it does not give goes before anything that was told.
          for (const [id, held] of client.held) {
            const given = givenFor(eyes, new Set(held.ties));
            if (given) client.held.set(id, onlyGiven(held, given));
            else client.held.delete(id);
          }
          for (const id of told.gone) client.held.delete(id);
          for (const { case: id, text } of told.pieces) {
            const piece = JSON.parse(text) as CasePiece;
            const given = givenFor(eyes, new Set(piece.ties));
            if (!given) throw new Error('A piece of a case that is not seen.');
            counts.pieces += 1;
            counts.whole += piece.whole.length > 0 ? 1 : 0;
            client.held.set(id, takePiece(client.held.get(id) ?? null, piece, given));
          }
          counts.withdrawn += told.gone.length;
          client.cursor = client.start ?? number;
          client.start = null;
          const shown = [...client.held].map(([id, held]) => {
            const given = givenFor(eyes, new Set(held.ties));
            return [id, given && alike(contentOf(held, given))] as const;
          });
          expect(Object.fromEntries(shown)).toEqual(viewsOf(contents, briefs, reader));
        };
        for (const step of history) {
          if (step.kind === 'pull') await pull(clients[step.who] as Client);
          if (step.kind === 'wipe')
            Object.assign(clients[step.who] as Client, { cursor: 0, start: number, held: new Map() });
          if (step.kind === 'eyes') {
            await inChange(server.deps, portal, async (made) => void (number = made.number));
            [handlesChanged, opensChanged, permissionChanged] = [number, number, number];
            change = step.change;
          }
          if (step.kind === 'save') {
            const id = `${run}-${step.case}`;
            const before = contents.get(id);
            const after = caseOf(id, step.version);
            await inChange(server.deps, portal, async (made) => {
              number = made.number;
              const chat = [
                { id: `m${number}`, by: anna, companyName: '', text: 'words', at: monday, receivedAt: monday },
              ];
              const line = {
                command: 'x',
                by: bertil,
                as: 'insurer',
                at: monday,
                receivedAt: monday,
                facts: {},
              } as const;
              const log = [null, carla.company].map((owner) => ({
                ...line,
                id: `l${number}${owner}`,
                what: 'time-set' as const,
                company: owner,
              }));
              const network = await networkNow(made);
              const stored = before && (await loadCase(made.db, portal, id));
              if (stored) await saveCase(made, network, { before: stored, after, chat, log });
              else await addCases(made, network, [{ case: after, chat, log }]);
              briefs.set(id, briefFor(after, network));
              contents.set(id, {
                case: after,
                chat: [...(before?.chat ?? []), ...chat],
                log: [...(before?.log ?? []), ...log],
              });
            });
          }
        }
        for (const client of clients) await pull(client);
      }),
      { numRuns: 40 },
    );
    // A test in which nothing of a kind happens would prove nothing of it.
    for (const happened of [counts.pieces, counts.whole, counts.pieces - counts.whole, counts.withdrawn])
      expect(happened).toBeGreaterThan(20);
  });
});
