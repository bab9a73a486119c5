import { create } from 'zustand';

interface SingleKeys {
  /** Whether shortcuts of one letter work; WCAG 2.1.4 wants a way to turn them off. */
  readonly on: boolean;
  readonly choose: (on: boolean) => void;
}

/** Kept by the app in the drafts of the account. */
export const useSingleKeys = create<SingleKeys>((set) => ({ on: true, choose: (on) => set({ on }) }));
