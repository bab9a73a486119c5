import { useSyncExternalStore } from 'react';

/** The calendar day it is in a zone, as `2026-11-23`; changes at midnight. */
export function useToday(zone?: string): string {
  return useSyncExternalStore(eachMinute, () => dayOf(Date.now(), zone));
}

/** The calendar day of a moment in a zone. */
export function dayOf(moment: string | number, timeZone?: string): string {
  return new Intl.DateTimeFormat('sv', { timeZone }).format(new Date(moment));
}

function eachMinute(look: () => void): () => void {
  const timer = setInterval(look, 60_000);
  return () => clearInterval(timer);
}
