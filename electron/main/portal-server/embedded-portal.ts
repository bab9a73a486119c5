import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { PasswordFault } from '../../../shared/contract/password-fault.ts';
import type { SetUp, SetUpAnswer } from '../../../shared/contract/set-up.ts';
import type { PortalConnection } from '../server/portal-connection.ts';
import type { EmbeddedDemo } from '../server/server-choice.ts';
import type { Chooser, OpenMessage, PortalChild } from './portal-child.ts';
import { createQuestions } from './questions.ts';

/** `empty`: it runs, and waits to be set up. */
export type PortalState = {
  readonly state: 'starting' | 'up' | 'empty' | 'down';
  readonly detail?: string;
  /** How many of its cases a database of an older version has upgraded by now. */
  readonly upgrade?: { readonly done: number; readonly total: number };
};

export interface EmbeddedPortal {
  readonly start: () => void;
  /** Null until the running process has said its port. */
  readonly connection: () => PortalConnection | null;
  /** Waits for the process that is starting; null when it does not come up in time or was stopped. */
  readonly whenUp: (milliseconds: number) => Promise<PortalConnection | null>;
  readonly demo: () => EmbeddedDemo;
  readonly state: () => PortalState;
  /** Fills an empty one, which then is up. */
  readonly setUp: (setUp: SetUp) => Promise<SetUpAnswer>;
  readonly passwordFault: (password: string, chooser: Chooser) => Promise<PasswordFault | null>;
  /** Ends it. Whoever starts it before that and `afterwards` are over waits for both. */
  readonly stop: (afterwards?: () => Promise<void>) => Promise<void>;
}

export interface EmbeddedPortalOptions {
  readonly fork: () => PortalChild;
  readonly settings: () => Omit<OpenMessage, 'kind' | 'secret'>;
  readonly onState: (state: PortalState) => void;
  /** The wait before the first restart; it doubles up to a minute. */
  readonly backoff?: number;
}

const demoAccount = z.object({ email: z.string(), name: z.string(), role: z.string(), password: z.string() });

const listeningSchema = z.object({
  kind: z.literal('listening'),
  port: z.int().min(1).max(65_535),
  store: z.string(),
  demoAccounts: z.array(demoAccount).optional(),
  demoDay: z.string().nullish(),
});

const answerSchema = z.discriminatedUnion('kind', [
  listeningSchema,
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('failed'), detail: z.string() }),
  z.object({ kind: z.literal('upgrading'), upgrade: z.object({ done: z.int(), total: z.int() }) }),
]);

const LONGEST_BACKOFF = 60_000;
const SETTLED_AFTER = 30_000;

/*
 *   start ──> starting ──listening──> up <──made──┐
 *                ^  └──────empty──────┼──────> empty
 *                └─ backoff <─ down <──┴── exit, failed
 *
 * `stop` ends it from anywhere. Each process gets a secret of its own, so that nothing that held the last one is let in.
 */
export function createEmbeddedPortal(options: EmbeddedPortalOptions): EmbeddedPortal {
  let child: PortalChild | null = null;
  let connection: PortalConnection | null = null;
  let demo: EmbeddedDemo = { demoAccounts: [] };
  let current: PortalState = { state: 'down' };
  let wanted = false;
  let failures = 0;
  let restart: NodeJS.Timeout | undefined;
  let stopping: Promise<void> | null = null;
  const questions = createQuestions();
  const waiting = createWaiting();

  function tell(state: PortalState): void {
    current = state;
    options.onState(state);
  }

  function launch(): void {
    const secret = randomBytes(32).toString('base64url');
    const started = Date.now();
    const mine = options.fork();
    child = mine;
    tell({ state: 'starting' });
    mine.onMessage((message) => {
      if (child === mine) heard(mine, secret, message);
    });
    mine.onExit((code) => exited(mine, code, Date.now() - started));
    mine.post({ kind: 'open', secret, ...options.settings() });
  }

  function heard(mine: PortalChild, secret: string, message: unknown): void {
    const reply = questions.hear(message);
    const answer = answerSchema.safeParse(reply?.kind === 'made' ? reply.listening : message);
    if (!answer.success) return;
    if (answer.data.kind === 'upgrading') return tell({ state: 'starting', upgrade: answer.data.upgrade });
    if (answer.data.kind === 'failed') {
      tell({ state: 'down', detail: answer.data.detail });
      return mine.kill();
    }
    if (answer.data.kind === 'empty') {
      tell({ state: 'empty' });
      return waiting.answer(null);
    }
    connection = { base: `http://127.0.0.1:${String(answer.data.port)}`, secret };
    demo = demoOf(answer.data);
    tell({ state: 'up' });
    waiting.answer(connection);
  }

  function exited(gone: PortalChild, code: number, lived: number): void {
    if (child !== gone) return;
    child = null;
    connection = null;
    questions.giveUp();
    if (!wanted) return;
    failures = lived > SETTLED_AFTER ? 0 : failures + 1;
    const wait = Math.min(LONGEST_BACKOFF, (options.backoff ?? 500) * 2 ** Math.max(0, failures - 1));
    tell({
      state: 'down',
      detail: current.state === 'down' && current.detail !== undefined ? current.detail : `exit ${String(code)}`,
    });
    restart = setTimeout(launch, wait);
  }

  async function end(): Promise<void> {
    clearTimeout(restart);
    const ending = child;
    child = null;
    connection = null;
    failures = 0;
    questions.giveUp();
    waiting.answer(null);
    if (ending === null) return;
    await new Promise<void>((resolve) => {
      ending.onExit(() => resolve());
      ending.kill();
      // A process that does not end must not keep the app from ending.
      setTimeout(resolve, 5000).unref();
    });
    tell({ state: 'down' });
  }

  return {
    start: () => {
      if (wanted) return;
      wanted = true;
      if (stopping === null) launch();
      else void stopping.catch(() => undefined).then(() => wanted && stopping === null && child === null && launch());
    },
    connection: () => connection,
    whenUp: (milliseconds) => {
      if (connection !== null || !wanted || current.state === 'empty') return Promise.resolve(connection);
      return waiting.wait(milliseconds);
    },
    demo: () => demo,
    state: () => current,
    setUp: (setUp) => questions.setUp(child, setUp),
    passwordFault: (password, chooser) => questions.passwordFault(child, password, chooser),
    stop: (afterwards) => {
      wanted = false;
      // Asked again while it ends, everybody waits for the one end, and for what others do after it.
      const mine: Promise<void> = (stopping ?? end()).then(afterwards).finally(() => {
        if (stopping === mine) stopping = null;
      });
      return (stopping = mine);
    },
  };
}

function demoOf({ demoAccounts = [], demoDay }: z.infer<typeof listeningSchema>): EmbeddedDemo {
  return { demoAccounts, ...(demoDay ? { demoDay } : {}) };
}

/** Whoever waits for a connection, none of them for ever. */
function createWaiting() {
  const waiting = new Set<(found: PortalConnection | null) => void>();
  return {
    answer: (found: PortalConnection | null): void => {
      for (const answer of waiting) answer(found);
      waiting.clear();
    },
    wait: (milliseconds: number): Promise<PortalConnection | null> =>
      new Promise((resolve) => {
        const late = setTimeout(() => answer(null), milliseconds);
        function answer(found: PortalConnection | null): void {
          clearTimeout(late);
          waiting.delete(answer);
          resolve(found);
        }
        waiting.add(answer);
      }),
  };
}
