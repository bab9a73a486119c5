import { create } from 'zustand';
import type { CaseKey } from '../../shared/contract/desk-api.ts';

interface KeptCases {
  /** The cases whose documents are to be on this computer, by `keyOf`. */
  readonly cases: ReadonlySet<string>;
  readonly keep: (key: CaseKey, on: boolean) => void;
  readonly set: (cases: Iterable<string>) => void;
}

/** A case as one text. */
export function keyOf(key: CaseKey): string {
  return JSON.stringify([key.portal, key.case]);
}

/** Kept by the app in the drafts of the account. */
export const useKeptCases = create<KeptCases>((set) => ({
  cases: new Set(),
  keep: (key, on) =>
    set(({ cases }) => ({
      cases: new Set(on ? [...cases, keyOf(key)] : [...cases].filter((each) => each !== keyOf(key))),
    })),
  set: (cases) => set({ cases: new Set(cases) }),
}));
