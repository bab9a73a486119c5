import type { Family } from '../case/frame.ts';
import { DeclineRoleDialog } from './decline-role-dialog.tsx';
import { HeaderOnlyNote } from './header-only-note.tsx';
import { OfficeDialog } from './office-dialog.tsx';
import { RemoveRoleDialog } from './remove-role-dialog.tsx';
import { RoleCard } from './role-card.tsx';
import { roleSteps } from './role-steps.ts';
import { UserDialog } from './user-dialog.tsx';

declare module '../case/family.ts' {
  interface CaseDialogs {
    'give-role': object;
    'assign-user': object;
    'remove-role': object;
    'decline-role': object;
  }
}

/** The External Case Handler role of a case: who has it, and what it shows to who has it not. */
export const externalCaseHandler = {
  name: 'external-case-handler',
  places: { note: HeaderOnlyNote, card: RoleCard },
  dialogs: {
    'give-role': OfficeDialog,
    'assign-user': UserDialog,
    'remove-role': RemoveRoleDialog,
    'decline-role': DeclineRoleDialog,
  },
  steps: { 'assign-role-user': roleSteps('assign-user'), 'role-declined': roleSteps('give-role') },
  unchosen: {
    'give-role-to-office': (refusal) => refusal.code === 'office-not-eligible' && refusal.why === 'unknown-office',
    'assign-role-user': (refusal) => refusal.code === 'member-not-eligible' && refusal.why === 'unknown-member',
  },
} satisfies Family;
