import { createInterface } from 'node:readline';
import Sqlite from 'libsql';

/** Another program on a SQLite file: takes its write lock and gives it back whenever it is told a line. */
const database = new Sqlite(process.argv[2] ?? '', { timeout: 5000 });
let held = false;
createInterface({ input: process.stdin }).on('line', () => {
  database.exec(held ? 'rollback' : 'begin immediate');
  held = !held;
  process.stdout.write(held ? 'held\n' : 'free\n');
});
process.stdout.write('free\n');
