import Sqlite from 'libsql';
import { placeIn } from '../../../portal/store/case-rows.ts';
import { benchPortal } from './bench-network.ts';

/** The peer of the portal server: the SQL driver alone, a loop of transactions that write what a chat message writes. */
export interface BareLoop {
  /** Writes a message into each case. */
  readonly write: (cases: readonly string[]) => void;
  readonly close: () => void;
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
  const writeOne = (id: string, number: number): void => {
    const at = new Date().toISOString();
    statements.mark.run(benchPortal, number, crypto.randomUUID(), at);
    statements.file.run(number, at, benchPortal, id);
    statements.entry.run(benchPortal, id, placeIn(number, 0), number, at, message);
    statements.reading.run(benchPortal, id, number);
    statements.outcome.run(benchPortal, 'peer', crypto.randomUUID(), id, id, 'carried-out', number, at);
  };
  return {
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
    file: database.prepare(
      'update case_file set changed = ?, changed_at = ?, messages = messages + 1 where portal = ? and id = ?',
    ),
    entry: database.prepare(
      `insert into case_entry (portal, case_id, tail, place, owner, change, at, text)
       values (?, ?, 'chat', ?, '', ?, ?, ?)`,
    ),
    reading: database.prepare(
      `insert into reading (portal, member, case_id, messages, changed) values (?, 'anna', ?, 1, ?)
       on conflict (portal, member, case_id)
       do update set messages = reading.messages + 1, changed = excluded.changed`,
    ),
    outcome: database.prepare(
      `insert into outcome (portal, account, command, subject, fingerprint, kind, change, at)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
  };
}
