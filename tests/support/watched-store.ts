import type { KyselyPlugin } from 'kysely';
import type { Engine } from '../../portal/store/engine.ts';
import type { Store } from '../../portal/store/open-store.ts';
import { emptyStore } from './engines.ts';

/** A database of its own, and the statements asked of it, without their values: what takes the same way asks alike. */
export interface WatchedStore {
  readonly store: Store;
  /** The statements since it was asked last. */
  readonly asked: () => readonly string[];
}

export async function watchedStore(engine: Engine): Promise<WatchedStore> {
  const store = await emptyStore(engine);
  let statements: string[] = [];
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      // A nudge of an earlier change goes out in a moment of its own.
      if (node.kind !== 'RawNode')
        statements.push(JSON.stringify(node, (key, part: unknown) => (/^values?$/.test(key) ? undefined : part)));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    store: { ...store, db: store.db.withPlugin(plugin) },
    asked() {
      const taken = statements;
      statements = [];
      return taken;
    },
  };
}
