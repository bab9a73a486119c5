import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { PortalConnection } from '../server/portal-connection.ts';
import type { EmbeddedDemo } from '../server/server-choice.ts';

/** The process of the embedded portal server, however it is started. */
export interface PortalChild {
  readonly post: (message: OpenMessage | DeleteMessage) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: (code: number) => void) => void;
  readonly kill: () => void;
}

/** What the portal server needs to open; sent by message port, never as an argument or a file (sync.md 27). */
export interface OpenMessage {
  readonly kind: 'open';
  readonly secret: string;
  readonly folder: string;
  readonly encryptionKey: string;
  readonly demo: boolean;
  readonly mailFolder: string;
  readonly today?: string;
}

/** Where the database and the mails lie that a process is to delete instead of opening them. */
export interface DeleteMessage {
  readonly kind: 'delete';
  readonly folder: string;
  readonly mailFolder: string;
}

export type PortalState = { readonly state: 'starting' | 'up' | 'down'; readonly detail?: string };

export interface EmbeddedPortal {
  readonly start: () => void;
  /** Null until the running process has said its port. */
  readonly connection: () => PortalConnection | null;
  /** Waits for the process that is starting; null when it does not come up in time or was stopped. */
  readonly whenUp: (milliseconds: number) => Promise<PortalConnection | null>;
  readonly demo: () => EmbeddedDemo;
  readonly state: () => PortalState;
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

const answerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('listening'),
    port: z.int().min(1).max(65_535),
    store: z.string(),
    demoAccounts: z.array(demoAccount).optional(),
    demoDay: z.string().nullish(),
  }),
  z.object({ kind: z.literal('failed'), detail: z.string() }),
]);

const LONGEST_BACKOFF = 60_000;
const SETTLED_AFTER = 30_000;

/*
 *   start ──> starting ──listening──> up
 *                ^                     │
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
  const waiting = new Set<(found: PortalConnection | null) => void>();

  function tell(state: PortalState): void {
    current = state;
    options.onState(state);
  }

  function answerWaiting(found: PortalConnection | null): void {
    for (const answer of waiting) answer(found);
    waiting.clear();
  }

  function launch(): void {
    const secret = randomBytes(32).toString('base64url');
    const started = Date.now();
    const mine = options.fork();
    child = mine;
    tell({ state: 'starting' });
    mine.onMessage((message) => {
      const answer = answerSchema.safeParse(message);
      if (child !== mine || !answer.success) return;
      if (answer.data.kind === 'failed') {
        tell({ state: 'down', detail: answer.data.detail });
        mine.kill();
        return;
      }
      connection = { base: `http://127.0.0.1:${String(answer.data.port)}`, secret };
      const { demoAccounts = [], demoDay } = answer.data;
      demo = { demoAccounts, ...(demoDay ? { demoDay } : {}) };
      tell({ state: 'up' });
      answerWaiting(connection);
    });
    mine.onExit((code) => exited(mine, code, Date.now() - started));
    mine.post({ kind: 'open', secret, ...options.settings() });
  }

  function exited(gone: PortalChild, code: number, lived: number): void {
    if (child !== gone) return;
    child = null;
    connection = null;
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
    answerWaiting(null);
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
      if (connection !== null || !wanted) return Promise.resolve(connection);
      return new Promise((resolve) => {
        const late = setTimeout(() => answer(null), milliseconds);
        function answer(found: PortalConnection | null): void {
          clearTimeout(late);
          waiting.delete(answer);
          resolve(found);
        }
        waiting.add(answer);
      });
    },
    demo: () => demo,
    state: () => current,
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
