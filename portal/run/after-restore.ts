import { endAll } from '../accounts/end-all.ts';
import { openStore, type StoreAddress } from '../store/open-store.ts';
import { holdDatabase } from './hold-database.ts';

/** What has to be done once with a database that was put back from a copy (docs/backup.md). Throws `DatabaseInUse`. */
export async function afterRestore(address: StoreAddress, say: (line: string) => void): Promise<void> {
  const held = 'file' in address ? holdDatabase(address.file) : null;
  try {
    const { sessions, links } = await ended(address);
    say(
      `${counted(sessions, 'session')} and ${counted(links, 'link')} were ended: everybody signs in anew. ` +
        'Start the portal server now without --restored.',
    );
  } finally {
    held?.release();
  }
}

async function ended(address: StoreAddress): Promise<{ readonly sessions: number; readonly links: number }> {
  const store = await openStore(address);
  try {
    return await endAll(store);
  } finally {
    await store.close();
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
