import type { Icon } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { create } from 'zustand';

/** Something that can be done on the page as it stands; a button of the page does it too. */
export interface PageAct {
  readonly id: string;
  readonly label: string;
  readonly icon: Icon;
  readonly keys?: string;
  readonly run: () => void;
}

interface PageActs {
  /** Asked when the palette opens: what can be done changes with each case that is selected. */
  readonly offered: () => readonly PageAct[];
}

const nothing = (): readonly PageAct[] => [];

/** What the page in front offers to the palette. */
export const usePageActs = create<PageActs>(() => ({ offered: nothing }));

/** Offers acts to the palette, as long as the page is there. */
export function useOfferActs(acts: readonly PageAct[]): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const offered = () => latest.current;
    usePageActs.setState({ offered });
    return () => usePageActs.setState((now) => (now.offered === offered ? { offered: nothing } : now));
  }, []);
}
