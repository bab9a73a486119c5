import { createContext } from 'react';
import type { DeskSettings } from '../../shared/contract/desk-api.ts';
import { useGiven } from './contexts.ts';

/** The settings of this machine and how they are changed. */
export interface SettingsHold {
  readonly settings: DeskSettings;
  readonly change: (change: Partial<DeskSettings>) => Promise<void>;
}

export const SettingsContext = createContext<SettingsHold | null>(null);

export function useSettings(): SettingsHold {
  return useGiven(SettingsContext, 'SettingsContext');
}
