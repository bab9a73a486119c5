import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../portal/store/engine.ts';
import { openStore, type Store } from '../../portal/store/open-store.ts';
import { createDatabase } from './postgres.ts';
import { aQuickFolder } from './quick-folder.ts';

/** Both engines, for `describe.each(engines)`: whatever is promised about SQL is promised on both. */
export const engines: readonly { readonly engine: Engine }[] = [{ engine: 'sqlite' }, { engine: 'postgres' }];

/** An empty, migrated database of its own; closing it leaves nothing behind. */
export async function emptyStore(engine: Engine): Promise<Store> {
  if (engine === 'postgres') return openStore({ url: await createDatabase(await template()) });
  const folder = aQuickFolder('store');
  const store = await openStore({ file: join(folder, 'portal.db') });
  return {
    ...store,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let migrated: Promise<string> | undefined;

/** A migrated database to copy from: ten times as fast as migrating each. Who it is, each copy says for itself. */
function template(): Promise<string> {
  migrated ??= (async () => {
    const url = await createDatabase();
    const store = await openStore({ url });
    await store.db.deleteFrom('store').execute();
    await store.close();
    return new URL(url).pathname.slice(1);
  })();
  return migrated;
}
