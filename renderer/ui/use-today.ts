import { useSyncExternalStore } from 'react';
import { dateFormat } from './date-format.ts';

/** The calendar day it is on this computer, as `2026-11-23`; changes at midnight. */
export function useToday(): string {
  return useSyncExternalStore(eachMinute, () => dayOf(Date.now()));
}

/** The calendar day of a moment on this computer. */
export function dayOf(moment: string | number): string {
  return dateFormat('sv', {}).format(new Date(moment));
}

function eachMinute(look: () => void): () => void {
  const timer = setInterval(look, 60_000);
  return () => clearInterval(timer);
}
