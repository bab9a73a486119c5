import { t } from '@lingui/core/macro';
import {
  IconArrowForwardUp,
  IconCheck,
  IconCoins,
  IconFileInvoice,
  IconInbox,
  IconPlayerPlay,
  IconProgress,
  IconUserPlus,
  IconUserShield,
  IconUserX,
  IconClockHour4,
  type Icon,
} from '@tabler/icons-react';
import type { ActionKind } from '../../shared/domain/dashboard/actions.ts';

/** A row of the dashboard in words. */
export interface ActionWords {
  readonly row: string;
  /** One of them, as a line of what is due says it. */
  readonly one: string;
  /** What one does about it, as a button says it. */
  readonly next: string;
  readonly icon: Icon;
}

/** The words of a kind of thing to do. */
export function actionWords(kind: ActionKind): ActionWords {
  return actions[kind]();
}

const actions: Readonly<Record<ActionKind, () => ActionWords>> = {
  'assign-role-user': () => ({
    row: t`New External case handler assignments`,
    one: t`Assign the External case handler`,
    next: t`Assign user`,
    icon: IconUserShield,
  }),
  'role-declined': () => ({
    row: t`Declined External case handler roles`,
    one: t`Role declined by an office`,
    next: t`Give to an office`,
    icon: IconUserX,
  }),
  'forwarded-budgets': () => ({
    row: t`Budgets forwarded to you`,
    one: t`Budget forwarded to you`,
    next: t`Decide`,
    icon: IconArrowForwardUp,
  }),
  'decide-budgets': () => ({ row: t`Budgets to approve`, one: t`Budget to approve`, next: t`Decide`, icon: IconCoins }),
  'approve-tasks': () => ({ row: t`Tasks to approve`, one: t`Task to approve`, next: t`Approve`, icon: IconCheck }),
  'confirm-received': () => ({
    row: t`Confirm received`,
    one: t`Confirm received`,
    next: t`Confirm received`,
    icon: IconInbox,
  }),
  'assign-members': () => ({
    row: t`Assign members`,
    one: t`Assign members`,
    next: t`Assign members`,
    icon: IconUserPlus,
  }),
  'set-time': () => ({ row: t`Set the time`, one: t`Set the time`, next: t`Set the time`, icon: IconClockHour4 }),
  'enter-budget': () => ({
    row: t`Enter the budget`,
    one: t`Enter the budget`,
    next: t`Enter the budget`,
    icon: IconFileInvoice,
  }),
  start: () => ({ row: t`Start the work`, one: t`Start the work`, next: t`Start`, icon: IconPlayerPlay }),
  ongoing: () => ({ row: t`Ongoing work`, one: t`Ongoing work`, next: t`Open`, icon: IconProgress }),
};
