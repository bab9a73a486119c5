import { createElement, type FunctionComponent } from 'react';
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

/** A book whose dialogs are told apart by their kind alone: all their types at once are too many for the compiler. */
type Book = Readonly<Partial<Record<string, FunctionComponent<never>>>>;

function Shown({ dialog, onClose }: DialogHostProps & { readonly dialog: CaseDialog }) {
  const { families } = useCaseView();
  const books: readonly Book[] = families.flatMap(({ dialogs }): readonly Book[] => (dialogs ? [dialogs] : []));
  const found = books.find((book) => book[dialog.kind])?.[dialog.kind];
  if (!found) throw new Error(`No family has the dialog ${dialog.kind}.`);
  // A kind and what it is about belong together by the type of the book.
  const Dialog = found as FunctionComponent<{ readonly about: CaseDialog; readonly onClose: () => void }>;
  return createElement(Dialog, { about: dialog, onClose });
}
