import { IconCheck } from '@tabler/icons-react';
import { t } from '@lingui/core/macro';
import type { TaskId } from '../../../shared/domain/ids.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import { stepsOfTasks, type Family } from '../case/frame.ts';
import { AddOrRemoveDialog } from './add-or-remove-dialog.tsx';
import { AskInformationDialog } from './ask-information-dialog.tsx';
import { GiveInformationDialog, WithdrawInformationDialog } from './give-information-dialog.tsx';
import { HandBackDialog } from './hand-back-dialog.tsx';
import { allocationStep } from './allocation-step.ts';
import { MembersDialog } from './members-dialog.tsx';
import { PartnerDialog } from './partner-dialog.tsx';
import { SendBackDialog } from './send-back-dialog.tsx';
import { taskActions } from './task-actions.tsx';
import { TaskApproval } from './task-approval.tsx';
import { TaskList } from './task-list.tsx';
import { TasksApproval } from './tasks-approval.tsx';
import { TimeDialog } from './time-dialog.tsx';
import { UndoStartDialog } from './undo-start-dialog.tsx';

interface OfTask {
  readonly task: TaskId;
}

declare module '../case/family.ts' {
  interface CaseDialogs {
    'assign-partner': { readonly tasks: readonly TaskId[] };
    'assign-members': OfTask;
    'set-time': OfTask;
    'approve-task': OfTask;
    'approve-tasks': object;
    'send-back': OfTask;
    'undo-start': OfTask;
    /** With what is chosen to be removed to begin with. */
    'add-or-remove': { readonly removed?: readonly TaskId[] };
    'hand-back': OfTask;
    'ask-information': OfTask;
    'give-information': OfTask;
    'withdraw-information': OfTask;
  }
}

/** The tasks of a case, beside its tabs. */
export const tasks = {
  name: 'tasks',
  places: { list: TaskList },
  dialogs: {
    'assign-partner': PartnerDialog,
    'assign-members': MembersDialog,
    'set-time': TimeDialog,
    'approve-task': TaskApproval,
    'approve-tasks': TasksApproval,
    'send-back': SendBackDialog,
    'undo-start': UndoStartDialog,
    'add-or-remove': AddOrRemoveDialog,
    'hand-back': HandBackDialog,
    'ask-information': AskInformationDialog,
    'give-information': GiveInformationDialog,
    'withdraw-information': WithdrawInformationDialog,
  },
  taskActions,
  steps: {
    'allocate-tasks': allocationStep,
    'confirm-received': stepsOfTasks(({ id: task }) => ({
      label: t`Confirm`,
      command: { name: 'confirm-received', input: { task } },
      icon: IconCheck,
    })),
    'assign-members': stepsOfTasks(({ id: task }, label) => ({ label, dialog: { kind: 'assign-members', task } })),
    'set-time': stepsOfTasks(({ id: task }, label) => ({ label, dialog: { kind: 'set-time', task } })),
    start: stepsOfTasks(({ id: task }, label) => ({ label, command: { name: 'start-task', input: { task } } })),
    'approve-tasks': stepsOfTasks(({ id: task }, label) => ({ label, dialog: { kind: 'approve-task', task } })),
    'give-information': stepsOfTasks(({ id: task }, label) => ({ label, dialog: { kind: 'give-information', task } })),
    ongoing: stepsOfTasks(() => null),
  },
  unchosen: {
    'allocate-task': noOffice,
    'allocate-tasks': noOffice,
    'assign-members': ({ code }) => code === 'nothing-to-change',
  },
} satisfies Family;

function noOffice(refusal: Refusal): boolean {
  return refusal.code === 'office-not-eligible' && refusal.why === 'unknown-office';
}
