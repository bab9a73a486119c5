import { createElement } from 'react';
import { useCaseView } from '../case-view.ts';
import type { CaseDialog, CaseDialogs, DialogBook } from '../family.ts';

interface DialogHostProps {
  readonly dialog: CaseDialog | null;
  readonly onClose: () => void;
}

/** The dialog that is open, if any, shown by the family it is of. */
export function DialogHost({ dialog, onClose }: DialogHostProps) {
  return dialog && <Shown key={Object.values(dialog).join('/')} dialog={dialog} onClose={onClose} />;
}

interface ShownProps<Kind extends keyof CaseDialogs> {
  readonly dialog: { readonly kind: Kind } & CaseDialogs[Kind];
  readonly onClose: () => void;
}

function Shown<Kind extends keyof CaseDialogs>({ dialog, onClose }: ShownProps<Kind>) {
  const { families } = useCaseView();
  // By its own type the kind stays one: as a part of what the dialog is about it would be all there are.
  const kind: Kind = dialog.kind;
  const family = families.find(({ dialogs }) => dialogs && kind in dialogs);
  const Dialog: DialogBook[Kind] | undefined = family?.dialogs?.[kind];
  if (!Dialog) throw new Error(`No family has the dialog ${kind}.`);
  return createElement(Dialog, { about: dialog, onClose });
}
