import Sqlite from 'libsql';
import { benchPortal } from './bench-network.ts';

/** The peer of the portal server: the SQL driver alone, a loop of transactions that write what a chat message writes. */
export interface BareLoop {
  /** Writes a message into each case; every case was prepared before. */
  readonly write: (cases: readonly string[]) => void;
  /** Reads what each case's message is going to write: that is no work of the loop. */
  readonly prepare: (cases: readonly string[]) => void;
  readonly close: () => void;
}

interface Written {
  readonly aggregate: string;
  readonly views: readonly { readonly audience: string; readonly row: string; readonly body: string }[];
}

const message = JSON.stringify({ id: 'a message of the peer', by: 'anna', text: 'The dryers stand in the cellar.' });

/** Makes a copy of a portal server's database as it is now, and opens it with the same settings. */
export function openBareLoop(original: string, copy: string): BareLoop {
  const source = new Sqlite(original);
  source.exec(`vacuum into '${copy}'`);
  source.close();
  const database = new Sqlite(copy);
  for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) database.pragma(setting);
  const statements = statementsOf(database);
  const prepared = new Map<string, Written>();
  const writeOne = (id: string, number: number): void => {
    const { aggregate, views } = prepared.get(id) ?? { aggregate: '', views: [] };
    const at = new Date().toISOString();
    statements.mark.run(benchPortal, number, crypto.randomUUID(), at);
    statements.file.run(aggregate, benchPortal, id);
    // The portal server counts what a case has; the number of the change is as unique.
    statements.entry.run(benchPortal, id, 1000 + number, 'chat', message, number);
    for (const { audience, row, body } of views)
      statements.view.run(benchPortal, audience, id, number, number, at, '', row, body);
    statements.outcome.run(benchPortal, 'peer', crypto.randomUUID(), id, id, 'carried-out', number, at);
  };
  return {
    prepare: (cases) => {
      for (const id of cases) {
        const { aggregate } = statements.aggregateOf.get(benchPortal, id) as Pick<Written, 'aggregate'>;
        const held = statements.viewsOf.all(benchPortal, id) as Written['views'];
        prepared.set(id, { aggregate, views: held.map((view) => ({ ...view, body: view.body + message })) });
      }
    },
    write: (cases) => {
      for (const id of cases) {
        statements.begin.run();
        const { number } = statements.number.get(benchPortal) as { readonly number: number };
        writeOne(id, number);
        statements.commit.run();
      }
    },
    close: () => void database.close(),
  };
}

function statementsOf(database: Sqlite.Database) {
  return {
    begin: database.prepare('begin immediate'),
    commit: database.prepare('commit'),
    number: database.prepare('update portal_counter set number = number + 1 where portal = ? returning number'),
    mark: database.prepare('insert into change_mark (portal, number, mark, at) values (?, ?, ?, ?)'),
    file: database.prepare('update case_file set version = version + 1, aggregate = ? where portal = ? and id = ?'),
    entry: database.prepare('insert into entry (portal, case_id, seq, kind, body, change) values (?, ?, ?, ?, ?, ?)'),
    view: database.prepare(
      `insert into case_view (portal, audience, case_id, gained, changed, changed_at, number, row, body)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (portal, audience, case_id)
       do update set changed = excluded.changed, changed_at = excluded.changed_at, row = excluded.row, body = excluded.body`,
    ),
    outcome: database.prepare(
      `insert into outcome (portal, account, command, subject, fingerprint, kind, change, at)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    aggregateOf: database.prepare('select aggregate from case_file where portal = ? and id = ?'),
    viewsOf: database.prepare('select audience, row, body from case_view where portal = ? and case_id = ?'),
  };
}
