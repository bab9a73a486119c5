import { t } from '@lingui/core/macro';
import type { Family } from '../case/frame.ts';
import { OverviewTab } from './overview-tab.tsx';
import { WaitingMarks } from './waiting-marks.tsx';

/** What is known of a case by itself, and what of it waits for the portal. */
export const caseOverview = {
  name: 'case-overview',
  places: { mark: WaitingMarks },
  tabs: [{ id: 'overview', order: 10, label: () => t`Overview`, lock: () => null, Panel: OverviewTab }],
} satisfies Family;
