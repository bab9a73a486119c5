import type { Family } from '../case/frame.ts';
import { CaseMenu } from './case-menu.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { ClosedNote } from './closed-note.tsx';
import { CustomerDialog } from './customer-dialog.tsx';
import { HandlerDialog } from './who-handles-dialog.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';

declare module '../case/family.ts' {
  interface CaseDialogs {
    'close-case': object;
    'reopen-case': object;
    'change-handler': object;
    'correct-customer': object;
  }
}

/** What the insurer does with a case as a whole, and that it is closed. */
export const caseRecord = {
  name: 'case-record',
  places: { deed: CaseMenu, note: ClosedNote },
  dialogs: {
    'close-case': CloseDialog,
    'reopen-case': ReopenDialog,
    'change-handler': HandlerDialog,
    'correct-customer': CustomerDialog,
  },
  unchosen: {
    'change-handler': (refusal) => refusal.code === 'member-not-eligible' && refusal.why === 'unknown-member',
  },
} satisfies Family;
