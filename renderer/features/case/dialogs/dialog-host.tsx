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
  const family = families.find(({ dialogs }) => dialogs && dialog.kind in dialogs);
  const Dialog: DialogBook[Kind] | undefined = family?.dialogs?.[dialog.kind];
  if (!Dialog) throw new Error(`No family has the dialog ${dialog.kind}.`);
  return createElement(Dialog, { about: dialog, onClose });
}
