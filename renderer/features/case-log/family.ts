import { t } from '@lingui/core/macro';
import { partLock, type Family } from '../case/frame.ts';
import { LogTab } from './log-tab.tsx';

/** The log of a case. */
export const caseLog = {
  name: 'case-log',
  tabs: [{ id: 'log', order: 60, label: () => t`Log`, lock: (open) => partLock(open, 'log'), Panel: LogTab }],
} satisfies Family;
