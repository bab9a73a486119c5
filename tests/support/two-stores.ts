import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../portal/store/engine.ts';
import { openStore, type Store } from '../../portal/store/open-store.ts';
import { createDatabase } from './postgres.ts';
import { aQuickFolder } from './quick-folder.ts';

/** One empty database opened twice, as by two portal servers: neither knows what the other remembers. */
export async function twoStores(engine: Engine): Promise<readonly [Store, Store]> {
  const folder = aQuickFolder('twice');
  const address = engine === 'postgres' ? { url: await createDatabase() } : { file: join(folder, 'portal.db') };
  const first = await openStore(address);
  const second = await openStore(address);
  const close = async (): Promise<void> => {
    await second.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return [first, { ...second, close }];
}
