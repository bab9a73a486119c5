import { create } from 'zustand';

interface InsurerFilter {
  /** The portal shown, null for all. Dashboard and lists apply it. */
  readonly portal: string | null;
  readonly choose: (portal: string | null) => void;
}

/** The insurer filter of the top bar. */
export const useInsurerFilter = create<InsurerFilter>((set) => ({
  portal: null,
  choose: (portal) => set({ portal }),
}));
