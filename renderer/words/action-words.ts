import { t } from '@lingui/core/macro';
import {
  IconArrowForwardUp,
  IconCheck,
  IconCoins,
  IconFileInvoice,
  IconInbox,
  IconPlayerPlay,
  IconProgress,
  IconScale,
  IconUserPlus,
  IconUserShield,
  IconUserX,
  IconClockHour4,
  IconBuildingPlus,
  type Icon,
} from '@tabler/icons-react';
import type { ActionKind } from '../../shared/domain/dashboard/actions.ts';

/** A row of the dashboard in words. */
export interface ActionWords {
  readonly row: string;
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
    next: t`Assign user`,
    icon: IconUserShield,
  }),
  'role-declined': () => ({
    row: t`Declined External case handler roles`,
    next: t`Give to an office`,
    icon: IconUserX,
  }),
  'forwarded-budgets': () => ({ row: t`Budgets forwarded to you`, next: t`Decide`, icon: IconArrowForwardUp }),
  'decide-budgets': () => ({ row: t`Budgets to approve`, next: t`Decide`, icon: IconCoins }),
  compensation: () => ({ row: t`Compensation decisions`, next: t`Open`, icon: IconScale }),
  'approve-tasks': () => ({ row: t`Tasks to approve`, next: t`Approve`, icon: IconCheck }),
  'assign-partner': () => ({ row: t`Tasks without a partner`, next: t`Open`, icon: IconBuildingPlus }),
  'confirm-received': () => ({ row: t`Confirm received`, next: t`Confirm received`, icon: IconInbox }),
  'assign-members': () => ({ row: t`Assign members`, next: t`Assign members`, icon: IconUserPlus }),
  'set-time': () => ({ row: t`Set the time`, next: t`Set the time`, icon: IconClockHour4 }),
  'enter-budget': () => ({ row: t`Enter the budget`, next: t`Enter the budget`, icon: IconFileInvoice }),
  start: () => ({ row: t`Start the work`, next: t`Start`, icon: IconPlayerPlay }),
  ongoing: () => ({ row: t`Ongoing work`, next: t`Open`, icon: IconProgress }),
};
