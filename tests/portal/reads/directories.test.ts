import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteDirectoryChange, noteNetworkChange } from '../../../portal/commands/directory-change.ts';
import { inChange, type Change } from '../../../portal/commands/in-change.ts';
import { directoryFor, standingOf } from '../../../portal/reads/network.ts';
import type { Cursor } from '../../../shared/contract/sync.ts';
import type { Level } from '../../../shared/domain/member/standing.ts';
import type { Directory } from '../../../shared/domain/office/directory.ts';
import { foldDirectory } from '../../../shared/domain/office/fold-directory.ts';
import { engines } from '../../support/engines.ts';
import { freshNetwork, networkOf, told } from '../../support/networks.ts';
import { aPortalServer, cursorOf, lineOf, type TestServer } from '../../support/portal-server.ts';

const portal = 'nordic-portal';

const readers = ['bertil', 'oona', 'cora', 'anna', 'aki', 'rita'] as const;
const partners = {
  anna: 'kuivaus',
  aki: 'kuivaus',
  carla: 'arvio',
  cecil: 'arvio',
  cora: 'arvio',
  rita: 'rival',
} as const;
const offices = ['kuopio', 'arvio-kuopio', 'arvio-oulu', 'rival-kuopio'] as const;
const aPartner = fc.constantFrom(...(Object.keys(partners) as (keyof typeof partners)[]));

const step = fc.oneof(
  fc.record({ kind: fc.constant('level' as const), member: aPartner, level: fc.constantFrom<Level>(0, 1, 2, 4) }),
  fc.record({ kind: fc.constant('active' as const), member: aPartner, active: fc.boolean() }),
  fc.record({ kind: fc.constant('mark' as const), member: aPartner, marked: fc.boolean() }),
  fc.record({ kind: fc.constant('office' as const), office: fc.constantFrom(...offices), available: fc.boolean() }),
  fc.record({ kind: fc.constant('limit' as const), limit: fc.nat({ max: 3 }) }),
  fc.record({ kind: fc.constant('name' as const), member: aPartner, name: fc.constantFrom('One', 'Two') }),
  fc.record({ kind: fc.constant('out' as const), member: aPartner, back: fc.boolean() }),
  fc.record({ kind: fc.constant('move' as const), member: aPartner, to: fc.constantFrom('kuivaus', 'arvio', 'rival') }),
  fc.record({ kind: fc.constant('close' as const), office: fc.constantFrom(...offices), back: fc.boolean() }),
  fc.record({ kind: fc.constant('pull' as const), member: fc.constantFrom(...readers) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface Desk {
  cursor: Cursor | null;
  directory: Directory | null;
}

/** Pulls as an app does, and compares what is held with what a portal server that has just started would give. */
async function pull(server: TestServer, desk: Desk, member: string): Promise<void> {
  const person = await server.as(member);
  const network = await freshNetwork(server.store);
  const standing = standingOf(network, network.members.get(member));
  // Who was taken out of the portal finds none, and begins again when back.
  if (!standing) {
    desk.cursor = null;
    return;
  }
  const delta = desk.cursor && (await person.delta(desk.cursor));
  const lines = delta && !lineOf(delta, 'reset') ? delta : await person.pages();
  const line = lineOf(lines, 'directory');
  expect(line?.whole ?? false).toBe(lines !== delta);
  if (line) desk.directory = foldDirectory(desk.directory, line);
  desk.cursor = cursorOf(lines);
  expect(desk.directory).toEqual(plain(directoryFor(network, standing)));
  expect(told(await networkOf(server.store))).toEqual(told(network));
}

function plain(directory: Directory): unknown {
  return JSON.parse(JSON.stringify(directory));
}

/** Keeps what was taken out, to be put back. */
interface Out {
  readonly members: Map<string, object>;
  readonly offices: Map<string, object>;
}

async function take(server: TestServer, out: Out, taken: Step): Promise<void> {
  const { deps } = server;
  const written = (write: (change: Change) => Promise<void>) => inChange(deps, portal, write);
  switch (taken.kind) {
    case 'level':
    case 'active':
    case 'mark':
    case 'office':
    case 'limit':
      return command(server, taken);
    case 'name':
      return written(async (change) => {
        await change.db
          .updateTable('person')
          .set({ name: taken.name })
          .where('email', '=', `${taken.member}@example.com`)
          .execute();
        await noteDirectoryChange(change, { members: [await memberOf(change, taken.member)] });
      });
    case 'out':
      return written((change) => takeOut(change, out, taken));
    case 'move':
      return written(async (change) => {
        const before = await memberOf(change, taken.member);
        const here = change.db
          .updateTable('membership')
          .where('portal', '=', portal)
          .where('member', '=', taken.member);
        // What a reader may see changes with the company: that has always been a beginning anew.
        await here.set({ audience_changed: change.number }).execute();
        await change.db
          .updateTable('member')
          .set({ company: taken.to, office: null })
          .where('id', '=', taken.member)
          .execute();
        await noteDirectoryChange(change, { members: [before], offices });
      });
    case 'close':
      return written((change) => closeOffice(change, out, taken));
    case 'pull':
  }
}

async function memberOf({ db }: Change, id: string) {
  return db.selectFrom('member').select(['id', 'company']).where('id', '=', id).executeTakeFirstOrThrow();
}

async function takeOut(change: Change, out: Out, { member, back }: Extract<Step, { kind: 'out' }>): Promise<void> {
  const named = { members: [await memberOf(change, member)], offices };
  const held = out.members.get(member);
  if (back && held) {
    const anew = { ...held, audience_changed: change.number } as never;
    await change.db.insertInto('membership').values(anew).execute();
    out.members.delete(member);
    return noteDirectoryChange(change, named);
  }
  const mine = change.db.deleteFrom('membership').where('portal', '=', portal).where('member', '=', member);
  const row = await mine.returningAll().executeTakeFirst();
  if (row) out.members.set(member, row);
  return row ? noteDirectoryChange(change, named) : noteNetworkChange(change);
}

async function closeOffice(
  change: Change,
  out: Out,
  { office, back }: Extract<Step, { kind: 'close' }>,
): Promise<void> {
  const held = out.offices.get(office);
  if (back && held) {
    await change.db
      .insertInto('office_terms')
      .values(held as never)
      .execute();
    out.offices.delete(office);
  } else {
    const mine = change.db.deleteFrom('office_terms').where('portal', '=', portal).where('office', '=', office);
    const row = await mine.returningAll().executeTakeFirst();
    if (row) out.offices.set(office, row);
  }
  return noteDirectoryChange(change, { offices: [office] });
}

type Commanded = Extract<Step, { kind: 'level' | 'active' | 'mark' | 'office' | 'limit' }>;

async function command(server: TestServer, taken: Commanded): Promise<void> {
  const [bertil, oona] = [await server.as('bertil'), await server.as('oona')];
  const { members, offices: listed, settings } = await freshNetwork(server.store);
  if (taken.kind === 'limit') {
    const basedOn = settings.externalCaseHandler.revision?.command ?? portal;
    await oona.issue('change-rights', portal, { defaultLimit: taken.limit }, { basedOn });
  } else if (taken.kind === 'office') {
    const basedOn = listed.get(taken.office)?.revision?.command ?? taken.office;
    await bertil.issue('change-office', taken.office, { available: taken.available }, { basedOn });
  } else if (taken.kind === 'mark') {
    const basedOn = members.get(taken.member)?.markRevision?.command ?? taken.member;
    const { marked } = taken;
    await bertil.issue('mark-member', taken.member, { marked, limit: { kind: 'default' } }, { basedOn });
  } else {
    const basedOn = members.get(taken.member)?.termsRevision?.command ?? taken.member;
    const change = taken.kind === 'level' ? { level: taken.level } : { active: taken.active };
    await bertil.issue('change-member', taken.member, change, { basedOn });
  }
}

describe.each(engines)('directories on $engine', ({ engine }) => {
  test(
    'whatever changes and pulls follow each other, each reader holds the own directory',
    { timeout: 240_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
          const server = await aPortalServer(engine);
          try {
            const desks = new Map<string, Desk>(readers.map((member) => [member, { cursor: null, directory: null }]));
            const out: Out = { members: new Map(), offices: new Map() };
            const pulled = async (member: string): Promise<void> => {
              const desk = desks.get(member);
              if (desk) await pull(server, desk, member);
            };
            for (const member of readers) await pulled(member);
            for (const taken of steps) {
              if (taken.kind === 'pull') await pulled(taken.member);
              else await take(server, out, taken);
            }
            for (const member of readers) await pulled(member);
          } finally {
            await server.close();
          }
        }),
        { numRuns: engine === 'sqlite' ? 40 : 12 },
      );
    },
  );
});
