import { readNetwork, type Network } from '../reads/network.ts';
import type { Change } from './in-change.ts';

/** Notes that what everybody in the portal knows of its companies, offices and members has changed. */
export async function noteDirectoryChange(change: Change): Promise<void> {
  await change.db
    .updateTable('portal')
    .set({ directory_changed: change.number })
    .where('id', '=', change.portal)
    .execute();
  change.touch('everybody');
}

/** The network with what this change has written so far. */
export async function networkNow(change: Change): Promise<Network> {
  const network = await readNetwork({ store: change.store, db: change.db, during: change.number }, change.portal);
  if (!network) throw new Error('The portal is gone.');
  return network;
}
