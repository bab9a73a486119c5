import { createContext } from 'react';
import type { Moment } from '../../../shared/domain/moment.ts';
import { useGiven } from '../../bindings/contexts.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import type { CaseDialog, CaseTab, Family } from './family.ts';

/** What everything on the case page works with. */
export interface CaseView {
  readonly open: OpenCase;
  /** The clock of the screens. */
  readonly now: Moment;
  readonly families: readonly Family[];
  readonly show: (dialog: CaseDialog) => void;
  /** Opens a tab, where one is named with a thing of it to begin with: the tab finds its id in `about`. */
  readonly openTab: (tab: CaseTab['id'], about?: string) => void;
  readonly about: string | null;
}

export const CaseViewContext = createContext<CaseView | null>(null);

/** The case page around this component. */
export function useCaseView(): CaseView {
  return useGiven(CaseViewContext, 'CaseViewContext');
}
