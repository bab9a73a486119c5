import { t } from '@lingui/core/macro';
import { partLock, stepsOfTasks, type Family } from '../case/frame.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionTab } from './decision-tab.tsx';
import { ResultMark } from './result-mark.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';

declare module '../case/family.ts' {
  interface CaseDialogs {
    'decide-compensation': object;
    'reverse-compensation': object;
  }
}

/** The decision on the compensation of a case. */
export const compensation = {
  name: 'compensation',
  places: { mark: ResultMark },
  tabs: [
    {
      id: 'decision',
      order: 25,
      label: () => t`Decision`,
      lock: (open) => partLock(open, 'tasks'),
      wants: () => ({ wanted: 'chat.write' }),
      Panel: DecisionTab,
    },
  ],
  dialogs: { 'decide-compensation': DecisionForm, 'reverse-compensation': ReverseDialog },
  steps: { 'decide-compensation': stepsOfTasks((_, label) => ({ label, dialog: { kind: 'decide-compensation' } })) },
} satisfies Family;
