import { useEffect, useState } from 'react';
import type { CaseKey } from '../../shared/contract/desk-api.ts';
import type { OfflineState, OpenCase } from '../offline/offline-desk.ts';
import { useWorkplace } from './contexts.ts';
import { useOffline } from './use-offline.ts';

/** Many cases with their content; those that are not held any more are missing. */
export interface OpenCases {
  /** How many were looked for so far. */
  readonly done: number;
  /** null until all were. */
  readonly cases: readonly OpenCase[] | null;
}

const lookedForInOneGo = 20;

/** Opens cases one after the other, and again when one of them changed; until then the former reading stays. */
export function useOpenCases(keys: readonly CaseKey[]): OpenCases {
  const { offline } = useWorkplace();
  const signs = useOffline((state) => rowsOf(state, keys));
  const [read, setRead] = useState<OpenCases & { readonly of: readonly CaseKey[] }>({ of: keys, done: 0, cases: null });
  useEffect(() => {
    let current = true;
    void (async () => {
      const found: OpenCase[] = [];
      for (const [done, key] of keys.entries()) {
        if (!current) return;
        if (done % lookedForInOneGo === 0)
          setRead(({ of, cases }) => ({ of: keys, done, cases: of === keys ? cases : null }));
        const open = await offline.openCase(key);
        if (open) found.push(open);
      }
      if (current) setRead({ of: keys, done: keys.length, cases: found });
    })();
    return () => {
      current = false;
    };
    // `signs` is what tells that they have to be read again.
  }, [offline, keys, signs]);
  return read.of === keys ? read : { done: 0, cases: null };
}

function rowsOf({ rows }: OfflineState, keys: readonly CaseKey[]): readonly unknown[] {
  const wanted = new Set(keys.map((key) => `${key.portal}/${key.case}`));
  return rows.filter(({ row }) => wanted.has(`${row.portal}/${row.id}`)).map(({ row }) => row);
}
