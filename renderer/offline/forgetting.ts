import type { CaseKey } from '../../shared/contract/desk-api.ts';

/** Drops what a place keeps of a case. */
export type Forget = (subject: CaseKey) => void | Promise<void>;

/** Every place that keeps case content, so that a withdrawal reaches them all (sync.md 29). */
export interface Forgetting {
  /** Adds a place under its name; answers a function that takes it out again (a closed screen keeps nothing). */
  readonly register: (place: string, forget: Forget) => () => void;
  readonly places: () => readonly string[];
  /** Resolves when every place has dropped the case; only then may the cursor be committed. */
  readonly forget: Forget;
}

export function createForgetting(): Forgetting {
  const places = new Map<symbol, { readonly place: string; readonly forget: Forget }>();
  return {
    register: (place, forget) => {
      const key = Symbol(place);
      places.set(key, { place, forget });
      return () => places.delete(key);
    },
    places: () => [...places.values()].map(({ place }) => place),
    forget: async (subject) => {
      await Promise.all([...places.values()].map(async ({ forget }) => forget(subject)));
    },
  };
}
