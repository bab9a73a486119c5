import { createElement, type ComponentType } from 'react';
import { useCaseView } from '../case-view.ts';
import type { CaseDialog } from '../family.ts';

interface DialogHostProps {
  readonly dialog: CaseDialog | null;
  readonly onClose: () => void;
}

/** The dialog that is open, if any, shown by the family it is of. */
export function DialogHost({ dialog, onClose }: DialogHostProps) {
  return dialog && <Shown key={Object.values(dialog).join('/')} dialog={dialog} onClose={onClose} />;
}

interface ShownProps {
  readonly dialog: CaseDialog;
  readonly onClose: () => void;
}

/** What a dialog is given, whichever it is. */
type AnyDialog = ComponentType<{ readonly about: CaseDialog; readonly onClose: () => void }>;

function Shown({ dialog, onClose }: ShownProps) {
  const { families } = useCaseView();
  const family = families.find(({ dialogs }) => dialogs && dialog.kind in dialogs);
  // A dialog and what it is about are correlated by their kind, in more kinds than the compiler follows.
  const Dialog = family?.dialogs?.[dialog.kind] as AnyDialog | undefined;
  if (!Dialog) throw new Error(`No family has the dialog ${dialog.kind}.`);
  return createElement(Dialog, { about: dialog, onClose });
}
