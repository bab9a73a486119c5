import type { PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { DatabaseAway } from './database-away.ts';
import type { Patience } from './patience.ts';

/** Where connections come from. */
export interface Pools {
  readonly reads: pg.Pool;
  readonly changes: pg.Pool;
}

/**
 * A connection for Kysely, taken from one of the pools by its first statement. Its transactions begin with the limits
 * of how long they may wait: `set local`, because a pooler in between refuses or mixes up what is set for a whole
 * session, and as one message with `begin`, which costs no round trip. It is no read: the next statement is still the
 * first that sees anything. A lone change gets a transaction around it, so that it does not wait without end either.
 */
export function borrowClient(pools: Pools, patience: Patience): PostgresPoolClient {
  let connection: Connection | undefined;
  let begun = false;
  const limits = `set local lock_timeout = ${patience.lock}; set local idle_in_transaction_session_timeout = ${patience.idle}`;

  async function query(text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> {
    const reads = onlyReads.test(text);
    const { ask } = (connection ??= await connect(reads ? pools.reads : pools.changes));
    if (begins.test(text)) {
      begun = true;
      return ask(`${text}; ${limits}`);
    }
    if (begun || reads) return ask(text, values);
    await ask(`begin; ${limits}`);
    try {
      const result = await ask(text, values);
      await ask('commit');
      return result;
    } catch (cause) {
      await ask('rollback').catch(() => undefined);
      throw cause;
    }
  }
  // Kysely's type has cursors too, which it asks for only where it is given their constructor.
  return { query: query as never, release: (destroy) => connection?.release(destroy) };
}

const begins = /^(begin|start transaction)\b/;
const onlyReads = /^(select\b|start transaction .*read only)/;

interface Connection {
  readonly ask: (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>;
  readonly release: (destroy?: boolean) => void;
}

async function connect(pool: pg.Pool): Promise<Connection> {
  const client = await pool.connect().catch((cause: unknown) => {
    throw new DatabaseAway('The database gave no connection.', { cause });
  });
  let lost = false;
  // Between two statements nobody else hears that the connection was cut, and unheard it would end the process.
  const lose = (): void => void (lost = true);
  client.on('error', lose);
  return {
    async ask(text, values = []) {
      try {
        return await client.query(text, [...values]);
      } catch (cause) {
        lost ||= isUnanswered(cause);
        throw lost ? new DatabaseAway('The database did not answer.', { cause }) : cause;
      }
    },
    release(destroy = false) {
      client.off('error', lose);
      client.release(destroy || lost);
    },
  };
}

/** pg gives this error no code; the statement may still be running, so that the connection is of no use any more. */
function isUnanswered(cause: unknown): boolean {
  return cause instanceof Error && cause.message === 'Query read timeout';
}
