import { create } from 'zustand';

type Dialog = 'keys' | 'sign-out' | 'renew';

interface Dialogs {
  /** The dialog of the frame that is open; one at a time. */
  readonly open: Dialog | null;
  readonly show: (dialog: Dialog) => void;
  readonly close: () => void;
}

export const useDialogs = create<Dialogs>((set) => ({
  open: null,
  show: (open) => set({ open }),
  close: () => set({ open: null }),
}));
