import { createWholeApp } from '../../../portal/whole-app.ts';
import type { Engine } from '../../../portal/store/engine.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { aTask } from '../builders.ts';
import { aPortalServer, type TestPerson, type TestServer } from '../portal-server.ts';
import { invited, matrixNetwork, portal, type Actor, type NetworkTwist } from './actors.ts';
import { seenCase } from './requests.ts';
import { takenBack } from './taken-back.ts';
import { triesByGroup } from './tries.ts';
import type { Try } from './try.ts';
import { wholeCase, type CaseChange } from './whole-case.ts';
import { refOf, wordOf, type Edition } from './words.ts';

/** Whom the insurer has invited. */
export const invitedId = '0199aaaa-0000-7000-8000-0000000000aa';

/** Every try by its words. */
export const tries: readonly (readonly [words: string, Try])[] = Object.values(triesByGroup).flatMap((group) =>
  Object.entries<Try>(group),
);

/** The case that a try is about. */
export const caseOf = (words: string): string => `case-${tries.findIndex(([each]) => each === words)}`;

export interface MatrixServer {
  readonly server: TestServer;
  /** Asks as somebody; every change is taken back. */
  readonly ask: (who: TestPerson | null, path: string, init: RequestInit) => Promise<Response>;
  readonly personOf: (actor: Actor) => Promise<TestPerson | null>;
}

/** How a server is otherwise than the usual one: the twin of it that differs in what somebody does not see. */
export interface ServerTwist {
  readonly network: NetworkTwist;
  /** What the categories of offices are, and which have which. */
  readonly categories: Edition;
  /** What becomes of a case and of the bytes of a file; null where there is none. */
  readonly content: (content: CaseContent, change: CaseChange) => CaseContent | null;
  readonly bytes: (part: 'documents' | 'budget-files', owner: string | null) => Edition;
}

const usual: ServerTwist = {
  network: { keeps: null },
  categories: 'one',
  content: (content) => content,
  bytes: () => 'one',
};

/** When everything that is there beforehand came. */
const beginning = '2026-11-23T09:00:00.000Z';
/** When everything is asked. */
export const asking = '2026-11-23T10:00:00.000Z';

/** A portal server on which every kind of actor can try everything, with the same case for every try. */
export async function aMatrixServer(engine: Engine, portals: readonly string[], twist = usual): Promise<MatrixServer> {
  const all = matrixNetwork(twist.network);
  const network = { ...all, portals: all.portals.filter(({ id }) => portals.includes(id)) };
  const server = await aPortalServer(engine, { network });
  const contents = [
    ...tries.map(([words, { change = {} }]) => [caseOf(words), change] as const),
    [seenCase, {}] as const,
  ].flatMap(([id, change]) => twist.content(wholeCase(id, 'one', change), change) ?? []);
  for (const id of portals) {
    server.clock.now = beginning;
    await server.addCases(id, id.startsWith('southern') ? [] : contents);
    await addFiles(server, id, twist);
  }
  server.clock.now = beginning;
  for (const id of portals) if (!id.startsWith('southern')) await categorise(server, id, twist.categories);
  for (const id of portals) await addPrices(server, id);
  await invite(server);
  await addElsewhere(server);
  const deps = { ...server.deps, store: takenBack(server.store), demoAccounts: [], addressHeader: 'x-test-address' };
  const app = createWholeApp(deps);
  return {
    server,
    personOf: async ({ member }) => (member === null || member === invited ? null : server.as(member)),
    async ask(who, path, init) {
      server.clock.now = asking;
      const headers = new Headers(init.headers);
      if (who) headers.set('authorization', who.authorization());
      return app.request(path, { ...init, headers });
    },
  };
}

/** The insurer's categories, by command, so that they are in their log as well; the editions differ in code, label, rank and office, and are as many changes. */
async function categorise(server: TestServer, portal: string, edition: Edition): Promise<void> {
  const insurer = await server.as('insurer-5');
  const [word, offices] = [
    wordOf(edition, 'categories'),
    edition === 'one' ? ['gamma', 'kuopio'] : ['arvio-kuopio', 'rival-kuopio'],
  ];
  const terms = [
    { code: word, label: `Label ${word}`, colour: 'green' },
    { code: `${word}-last`, label: `Last ${word}`, colour: edition === 'one' ? 'red' : 'grey' },
  ] as const;
  await insurer.post(
    insurer.command(
      'define-categories',
      portal,
      { categories: edition === 'one' ? terms : terms.toReversed() },
      { portal },
    ),
    ...offices.map((office) =>
      insurer.command(
        'categorise-office',
        portal,
        { office, categories: [{ category: word, taskType: null }] },
        { portal },
      ),
    ),
  );
}

/** A price list, with a word in its name and in its one item. */
async function addPrices({ store: { db } }: TestServer, portal: string): Promise<void> {
  const [word, list] = [wordOf('one', 'prices'), { portal, id: 'prices', mark: 1, currency: 'EUR', items: 1 }];
  await db
    .insertInto('price_list')
    .values({ ...list, name: `List ${word}`, valid_from: '2026-01-01', valid_until: null })
    .execute();
  const item = { code: '1', text: `Item ${word}`, unit: 'm', trade: '', unitPrice: 1250 };
  await db
    .insertInto('price_list_items')
    .values({ portal, list: list.id, items: JSON.stringify(item) })
    .execute();
}

/** Somebody is invited and has not come yet; the mail has not gone out, and other work in the background failed. */
async function invite(server: TestServer): Promise<void> {
  const insurer = await server.as('insurer-5');
  const person = { name: 'invited person', email: `${invited}@example.com`, company: 'kuivaus', office: 'kuopio' };
  const command = insurer.command('invite-member', invitedId, {
    ...person,
    level: 2,
    certified: [],
    budgetPermission: false,
  });
  await insurer.post(command);
  const { db } = server.store;
  await db.updateTable('mail').set({ id: 'failed' }).execute();
  const failed = { attempts: 1, failure: 'ECONNREFUSED', added_at: beginning, noted_at: beginning };
  await db
    .updateTable('job')
    .set({ subject: 'failed', ...failed })
    .where('kind', '=', 'mail')
    .execute();
  const [of, claim] = [{ kind: 'sweep-portals', portal: '', subject: '' } as const, { lease: null, lease_until: null }];
  await db
    .insertInto('job')
    .values({ ...of, ...failed, ...claim, due: null, place: '' })
    .execute();
}

/** The case of which others are the handler, the project manager and the inspector. */
async function addElsewhere(server: TestServer): Promise<void> {
  const { case: whole } = wholeCase('elsewhere', 'other');
  const user = { member: 'handler-elsewhere', name: 'handler-elsewhere person', company: 'gamma' };
  const role = whole.role && { ...whole.role, office: 'gamma', officeName: 'Gamma', company: 'gamma', user };
  const tasks = (['project-management', 'inspection'] as const).map((kind) => {
    const member = kind === 'inspection' ? 'inspector-elsewhere' : 'manager-elsewhere';
    const responsibles = [refOf(member, 'elsewhere')];
    return aTask({ id: `${kind}-elsewhere`, kind, type: kind, company: 'elsewhere', office: null, responsibles });
  });
  const other = { ...whole, role, tasks, budgets: [], documents: [], roleDeclined: null };
  await server.addCases(portal, [{ case: other, chat: [], log: [] }]);
}

async function addFiles({ store }: TestServer, id: string, { bytes }: ServerTwist): Promise<void> {
  const { id: uploader } = await store.db.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow();
  const files = [
    ['file-1', 'documents', null],
    ['file-of-budget-1', 'budget-files', 'kuivaus'],
    ['file-of-budget-of-rival', 'budget-files', 'rival'],
  ] as const;
  for (const [file, part, owner] of files) {
    const content = Buffer.from(wordOf(bytes(part, owner), part, owner));
    const kept = {
      case_id: seenCase,
      name: file,
      size: content.length,
      sha256: 'a'.repeat(64),
      media_type: 'text/csv',
    };
    await store.db
      .insertInto('stored_file')
      .values({ portal: id, id: file, uploader, ...kept, content, at: beginning, attached_by: 'before' })
      .execute();
  }
}
