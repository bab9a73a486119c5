import pg from 'pg';
import { callOneself } from './own-echo.ts';

/** What a link listens to, and how. */
export interface Listening {
  /** Of the database itself: behind a pooler that lends connections for a transaction, LISTEN succeeds and stays silent. */
  readonly url: string;
  readonly channel: string;
  readonly onPayload: (payload: string) => void;
  /** Sends a notification the way that all of them go. */
  readonly notify: (channel: string, payload: string) => Promise<unknown>;
  /** Milliseconds within which a notification to oneself has to come back. */
  readonly echoWait: number;
}

/** A connection that LISTENs while anybody uses it. */
export interface ListenLink {
  readonly use: () => void;
  readonly leave: () => void;
  /** Calls back when what is sent does not come back, once until it does again. */
  readonly onSilence: (tell: () => void) => void;
  readonly isSilent: () => boolean;
}

const pause = 1000;

/** One connection that LISTENs, comes back by itself when it was cut, and each time finds out whether it hears. */
export function listenLink({ url, channel, onPayload, notify, echoWait }: Listening): ListenLink {
  const echo = callOneself(`${channel}_echo`, notify, echoWait);
  let users = 0;
  let client: pg.Client | null = null;

  async function open(): Promise<void> {
    const made = new pg.Client({ connectionString: url, connectionTimeoutMillis: echoWait, keepAlive: true });
    client = made;
    made.on('notification', (message) => {
      if (message.channel === channel) onPayload(message.payload ?? '');
      else echo.hear(message.payload);
    });
    made.on('error', () => again(made));
    made.on('end', () => again(made));
    try {
      await made.connect();
      await made.query(`listen ${channel}; listen ${echo.channel}`);
    } catch {
      again(made);
    }
    await echo.call(() => users > 0);
  }

  function again(lost: pg.Client): void {
    if (client !== lost) return;
    client = null;
    setTimeout(() => users > 0 && client === null && void open(), pause).unref();
  }

  return {
    use() {
      users += 1;
      if (users === 1 && client === null) void open();
    },
    leave() {
      users -= 1;
      if (users > 0 || client === null) return;
      const last = client;
      client = null;
      void last.end().catch(() => undefined);
    },
    onSilence: echo.onSilence,
    isSilent: echo.isSilent,
  };
}
