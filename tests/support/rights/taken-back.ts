import type { Store } from '../../../portal/store/open-store.ts';

/** The same database, on which every change is carried out to its end and then taken back: the next one finds what was. */
export function takenBack(store: Store): Store {
  const db = new Proxy(store.db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name !== 'startTransaction') return typeof value === 'function' ? value.bind(target) : value;
      return () => ({
        async execute() {
          const transaction = await target.startTransaction().execute();
          return new Proxy(transaction, {
            get(within, key) {
              const member: unknown = Reflect.get(within, key, within);
              if (key === 'commit') return () => within.rollback();
              return typeof member === 'function' ? member.bind(within) : member;
            },
          });
        },
      });
    },
  });
  return { ...store, db };
}
