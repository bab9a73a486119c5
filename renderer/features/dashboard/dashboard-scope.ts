import { create } from 'zustand';
import type { Scope } from './count-actions.ts';

interface ChosenScope {
  /** null until the user has chosen: then the widest one that is the user's. */
  readonly scope: Scope | null;
  readonly choose: (scope: Scope) => void;
}

/** The scope of the dashboard, kept while the app runs. */
export const useChosenScope = create<ChosenScope>((set) => ({
  scope: null,
  choose: (scope) => set({ scope }),
}));

/** The chosen scope where it can be chosen (a mark or a level may be gone); else the company's, else one's own. */
export function scopeToShow(chosen: Scope | null, scopes: readonly Scope[]): Scope {
  if (chosen && scopes.includes(chosen)) return chosen;
  return scopes.includes('company') ? 'company' : 'mine';
}
