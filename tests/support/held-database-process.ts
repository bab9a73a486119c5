import { holdDatabase } from '../../portal/run/hold-database.ts';
import { openStore } from '../../portal/store/open-store.ts';

/**
 * Has a SQLite database as a portal server has it, in a process of its own that can be killed;
 * as another user where one is named. Says its store on its output.
 */
const [file = '', user] = process.argv.slice(2);
if (user) process.setuid?.(user);
holdDatabase(file);
const { storeId } = await openStore({ file });
process.stdout.write(`${storeId}\n`);
setInterval(() => undefined, 1000);
