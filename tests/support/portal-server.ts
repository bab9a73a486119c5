import { createHash } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { uuidv7 } from 'uuidv7';
import { createAccounts } from '../../portal/accounts/accounts.ts';
import { inChange } from '../../portal/commands/in-change.ts';
import { networkNow } from '../../portal/commands/directory-change.ts';
import { briefsWork } from '../../portal/commands/briefs-work.ts';
import { loadCase } from '../../portal/commands/case-content.ts';
import { addCases, saveCase } from '../../portal/commands/save-case.ts';
import { createJobs, type Jobs } from '../../portal/jobs/create-jobs.ts';
import { applyNetwork } from '../../portal/network/apply-network.ts';
import { networkSchema, type NetworkDraft } from '../../portal/network/network-document.ts';
import type { Accounts } from '../../portal/accounts/accounts.ts';
import type { PortalDeps } from '../../portal/portal-deps.ts';
import { createPortalApp } from '../../portal/portal-app.ts';
import { reportWork } from '../../portal/reports/report-work.ts';
import type { Engine } from '../../portal/store/engine.ts';
import type { Store } from '../../portal/store/open-store.ts';
import { lineSchema } from '../../portal/http/line-schemas.ts';
import type { Command } from '../../shared/contract/commands.ts';
import { commandAnswerSchema } from '../../shared/contract/outcomes.ts';
import { inVersionOne, type OutcomeOne } from '../../shared/contract/protocol-one.ts';
import { protocolVersion } from '../../shared/contract/protocol-version.ts';
import { contentOf, takePiece, type CasePiece } from '../../shared/domain/case/parts/held-case.ts';
import { givenFor, viewerOf } from '../../shared/domain/case/parts/ties.ts';
import type { Cursor, SyncLine } from '../../shared/contract/sync.ts';
import { basedOnSeen } from '../../shared/domain/based-on.ts';
import type { Case, CaseContent } from '../../shared/domain/case/case.ts';
import type { CommandInputs, CommandName } from '../../shared/domain/command-book.ts';
import { commandBook } from '../../shared/domain/command-book.ts';
import { fromMilliseconds, toMilliseconds } from '../../shared/domain/moment.ts';
import { emptyStore } from './engines.ts';
import { smallNetwork } from './small-network.ts';
import { recoveryKey } from './recovery-key.ts';

const password = 'a long enough password';
// The hash says its own cost: signing in is tested elsewhere, here it may be cheap.
const passwordHash = await argon2id({
  password,
  salt: 'salt of the tests',
  parallelism: 1,
  iterations: 1,
  memorySize: 8,
  hashLength: 16,
  outputType: 'encoded',
});

/** A portal server on a real database, without a socket; its clock moves by a second whenever it is read. */
export interface TestServer {
  readonly store: Store;
  readonly deps: PortalDeps & { readonly accounts: Accounts };
  readonly app: ReturnType<typeof createPortalApp>;
  /** What was reported as a fault of ours; closing fails while there is any. */
  readonly faults: unknown[];
  readonly clock: { now: string };
  /** What is done in the background, mails apart; a test says when. */
  readonly jobs: Jobs;
  readonly as: (member: string) => Promise<TestPerson>;
  readonly addCases: (portal: string, contents: readonly CaseContent[]) => Promise<void>;
  /** What no command does yet (a task moved to another office, a case closed), saved as a command would save it. */
  readonly changeCase: (portal: string, id: string, change: Partial<Case>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What is otherwise about a command; `basedOn` is the one revision that was seen. */
export type CommandMore = Omit<Partial<Command>, 'basedOn'> & { readonly basedOn?: string | null };

/** Somebody signed in. */
export interface TestPerson {
  readonly member: string;
  readonly account: string;
  readonly authorization: () => string;
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  /** Posts commands; each has one outcome, which is told as version 1 did: it has nothing but that. */
  readonly post: (...commands: readonly unknown[]) => Promise<readonly OutcomeOne[]>;
  /** Makes a command and posts it. */
  readonly issue: <Name extends CommandName>(
    name: Name,
    subject: string,
    input: CommandInputs[Name],
    more?: CommandMore,
  ) => Promise<OutcomeOne>;
  readonly command: <Name extends CommandName>(
    name: Name,
    subject: string,
    input: CommandInputs[Name],
    more?: CommandMore,
  ) => Command;
  readonly pages: (query?: string, portal?: string) => Promise<readonly SyncLine[]>;
  readonly delta: (cursor: Cursor, more?: object, portal?: string) => Promise<readonly SyncLine[]>;
  readonly upload: (file: string, subject: string, bytes: Uint8Array, name?: string) => Promise<Response>;
}

export async function aPortalServer(
  engine: Engine,
  options: { readonly store?: Store; readonly network?: NetworkDraft; readonly launchSecret?: string } = {},
): Promise<TestServer> {
  const store = options.store ?? (await emptyStore(engine));
  const clock = { now: '2026-11-23T09:00:00.000Z' };
  const faults: unknown[] = [];
  const now = (): string => (clock.now = fromMilliseconds(toMilliseconds(clock.now) + 1000));
  const onFault = (fault: unknown): void => void faults.push(fault);
  const publicUrl = () => 'https://portal.example';
  const accounts = createAccounts(store, {
    now,
    newId: uuidv7,
    mark: uuidv7,
    recoveryKey,
    publicUrl,
    onFault,
  });
  const deps = {
    store,
    accounts,
    now,
    newId: uuidv7,
    mark: uuidv7,
    publicUrl,
    version: '0.0.0',
    onFault,
    launchSecret: options.launchSecret,
  };
  const applied = await applyNetwork(deps, {
    network: networkSchema.parse(options.network ?? smallNetwork),
    passwordHash,
  });
  if (!applied.ok) throw new Error(JSON.stringify(applied.faults));
  const app = createPortalApp(deps);
  const people = new Map<string, Promise<TestPerson>>();
  return {
    store,
    deps,
    app,
    faults,
    clock,
    jobs: createJobs(deps, { briefs: briefsWork(deps), report: reportWork(deps) }),
    as(member) {
      const known = people.get(member) ?? signIn({ app, accounts, store, clock }, member);
      people.set(member, known);
      return known;
    },
    addCases: (portal, contents) =>
      inChange(deps, portal, async (change) => addCases(change, await networkNow(change), contents)),
    changeCase: (portal, id, changed) =>
      inChange(deps, portal, async (change) => {
        const before = await loadCase(change.db, portal, id);
        if (!before) throw new Error(`no case ${id}`);
        const after = { ...before.case, ...changed };
        await saveCase(change, await networkNow(change), { before, after, chat: [], log: [] });
      }),
    async close() {
      await accounts.idle();
      await store.close();
      if (faults.length > 0) throw new AggregateError(faults, 'The portal server reported faults of its own.');
    },
  };
}

type Place = Pick<TestServer, 'app' | 'store' | 'clock'> & { readonly accounts: Accounts };

async function signIn({ app, accounts, store, clock }: Place, member: string): Promise<TestPerson> {
  const email = `${member}@example.com`;
  const answer = await accounts.signIn({ email, password, from: member, userAgent: 'a test' });
  if (answer.kind !== 'signed-in') throw new Error(`${member} could not sign in: ${answer.kind}`);
  const account = `${store.storeId}.${answer.session.person.id}`;
  const authorization = `Bearer ${answer.session.token}`;
  const request = async (path: string, init: RequestInit = {}): Promise<Response> =>
    app.request(path, { ...init, headers: { authorization, ...Object.fromEntries(new Headers(init.headers)) } });
  const json = (path: string, body: unknown): Promise<Response> =>
    request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const person: TestPerson = {
    member,
    account,
    authorization: () => authorization,
    request,
    command: (name, subject, input, { basedOn = null, ...more } = {}) =>
      // Name and input were correlated by the caller.
      ({
        id: uuidv7(),
        portal: 'nordic-portal',
        account,
        subject: { kind: commandBook[name].subject, id: subject },
        name,
        input,
        basedOn: basedOnSeen({ name, subject: { id: subject }, input }, basedOn),
        after: null,
        at: clock.now,
        ...more,
      }) as Command,
    async post(...commands) {
      const response = await json('/commands', { protocol: protocolVersion, account, commands });
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
      return commandAnswerSchema.parse(await response.json()).outcomes.map(inVersionOne);
    },
    async issue(name, subject, input, more) {
      const [outcome] = await person.post(person.command(name, subject, input, more));
      if (!outcome) throw new Error('no outcome');
      return outcome;
    },
    pages: async (query = '', portal = 'nordic-portal') =>
      linesOf(await request(`/sync/${portal}/pages?protocol=${protocolVersion}${query}`)),
    delta: async (cursor, more = {}, portal = 'nordic-portal') =>
      linesOf(await json(`/sync/${portal}/delta`, { protocol: protocolVersion, cursor, named: [], ...more })),
    upload: (file, subject, bytes, name = 'plan.csv') =>
      request(
        `/files/nordic-portal/${file}?case=${subject}&name=${name}&sha256=${createHash('sha256').update(bytes).digest('hex')}`,
        { method: 'PUT', headers: { 'content-type': 'text/csv' }, body: new Uint8Array(bytes) },
      ),
  };
  return person;
}

/** The lines of an answer, each checked against the schema that outsiders are given. */
export async function linesOf(response: Response): Promise<readonly SyncLine[]> {
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${text}`);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)));
}

/** The one line of a kind, or undefined. */
export function lineOf<Kind extends SyncLine['kind']>(
  lines: readonly SyncLine[],
  kind: Kind,
): Extract<SyncLine, { kind: Kind }> | undefined {
  return lines.find((line): line is Extract<SyncLine, { kind: Kind }> => line.kind === kind);
}

/** The cursor that an answer leads to. */
export function cursorOf(lines: readonly SyncLine[]): Cursor {
  const tail = lineOf(lines, 'tail');
  if (!tail) throw new Error('an answer without a tail');
  return tail.cursor;
}

/** What an answer tells of its cases, by id: each piece where its row says that it lies. */
export function piecesOf(lines: readonly SyncLine[]): ReadonlyMap<string, CasePiece> {
  const pieces = lines.filter((line) => line.kind === 'pieces');
  const rows = lines.flatMap((line) => (line.kind === 'rows' ? line.rows : []));
  return new Map(
    rows.map(([row, index, place]) => {
      const piece = pieces[index]?.pieces[place];
      if (piece?.case !== row.id) throw new Error(`row ${row.id} points at ${piece?.case ?? 'nothing'}`);
      return [row.id, piece];
    }),
  );
}

/** What the first pages show of their cases, by id. */
export function contentsOf(lines: readonly SyncLine[]): ReadonlyMap<string, CaseContent> {
  const standing = lineOf(lines, 'standing')?.standing;
  if (!standing) throw new Error('only with the standing is it known what a piece shows');
  const { eyes } = viewerOf(standing);
  return new Map(
    [...piecesOf(lines)].map(([id, piece]) => {
      const given = eyes && givenFor(eyes, new Set(piece.ties));
      if (!given) throw new Error(`a piece of ${id}, which is not seen`);
      return [id, contentOf(takePiece(null, piece, given), given)];
    }),
  );
}
