import { existsSync } from 'node:fs';
import { endAll } from '../accounts/end-all.ts';
import { openStore, type Store, type StoreAddress } from '../store/open-store.ts';
import { CommandLineError } from './command-line-error.ts';
import { holdDatabase } from './hold-database.ts';
import { whenReachable } from './reach-database.ts';

/**
 * What has to be done once with a database that was put back from a copy (docs/backup.md). Throws `DatabaseInUse`, and a
 * `CommandLineError` where it cannot be the one: nothing is ended there, and who believes it leaves a thief signed in.
 */
export async function afterRestore(address: StoreAddress, say: (line: string) => void): Promise<void> {
  if ('file' in address && !existsSync(address.file)) {
    throw new CommandLineError(`There is no ${address.file}: say the --data that the portal server always has.`);
  }
  const held = 'file' in address ? holdDatabase(address.file) : null;
  try {
    const { sessions, links } = await ended(address, say);
    say(
      `${counted(sessions, 'session')} and ${counted(links, 'link')} were ended: everybody signs in anew. ` +
        'Start the portal server now without --restored.',
    );
  } finally {
    held?.release();
  }
}

async function ended(address: StoreAddress, say: (line: string) => void): ReturnType<typeof endAll> {
  const open = (): Promise<Store> => openStore(address);
  const store = await ('url' in address ? whenReachable(open, say) : open());
  try {
    const somebody = await store.db.selectFrom('person').select('id').limit(1).executeTakeFirst();
    if (!somebody) throw new CommandLineError('This database is empty: it is not the one that was put back.');
    return await endAll(store);
  } finally {
    await store.close();
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
