import type { Family, Refused } from '../case/frame.ts';
import { AskDialog } from './ask-dialog.tsx';
import { AskInCase } from './ask-in-case.tsx';
import { AskedFor } from './asked-for.tsx';

declare module '../case/family.ts' {
  interface CaseDialogs {
    'ask-for': Refused;
  }
}

/** Asking those who can grant it for what one may not do in a case. */
export const asking = {
  name: 'asking',
  places: { note: AskedFor },
  dialogs: { 'ask-for': AskDialog },
  help: AskInCase,
} satisfies Family;
