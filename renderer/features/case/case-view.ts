import { createContext } from 'react';
import type { BudgetId, TaskId } from '../../../shared/domain/ids.ts';
import type { Moment } from '../../../shared/domain/moment.ts';
import { useGiven } from '../../bindings/contexts.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import type { CaseTab } from './tab-locks.ts';

/** A dialog of the case page; one at a time. */
export type CaseDialog =
  | { readonly kind: 'give-role' | 'assign-user' | 'remove-role' | 'decline-role' }
  | { readonly kind: 'assign-members' | 'set-time' | 'approve-task' | 'send-back'; readonly task: TaskId }
  | { readonly kind: 'submit-budget'; readonly revises: BudgetId | null; readonly task: TaskId | null }
  | { readonly kind: 'decide-budget'; readonly budget: BudgetId };

/** What everything on the case page works with. */
export interface CaseView {
  readonly open: OpenCase;
  /** The clock of the screens. */
  readonly now: Moment;
  readonly show: (dialog: CaseDialog) => void;
  readonly openTab: (tab: CaseTab) => void;
}

export const CaseViewContext = createContext<CaseView | null>(null);

/** The case page around this component. */
export function useCaseView(): CaseView {
  return useGiven(CaseViewContext, 'CaseViewContext');
}
