import { t } from '@lingui/core/macro';
import { LogLines, partLock, type Family } from '../case/frame.ts';

/** The log of a case. */
export const caseLog = {
  name: 'case-log',
  tabs: [{ id: 'log', order: 60, label: () => t`Log`, lock: (open) => partLock(open, 'log'), Panel: LogLines }],
} satisfies Family;
