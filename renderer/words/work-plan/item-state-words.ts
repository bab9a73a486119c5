import { t } from '@lingui/core/macro';
import { IconEdit, IconPencil, type Icon } from '@tabler/icons-react';
import type { WorkItemState } from '../../../shared/domain/work-plan/work-plan.ts';
import type { Tone } from '../../ui/tone.ts';

/** The state of a work item: a word, and what it looks like. */
export interface ItemStateWords {
  readonly word: string;
  readonly tone: Tone;
  /** The tone's own when left out. */
  readonly icon?: Icon;
}

const states: Readonly<Record<WorkItemState, () => ItemStateWords>> = {
  draft: () => ({ word: t`Draft`, tone: 'quiet', icon: IconPencil }),
  submitted: () => ({ word: t`Submitted`, tone: 'budget' }),
  approved: () => ({ word: t`Approved`, tone: 'finished' }),
  rejected: () => ({ word: t`Rejected`, tone: 'refused' }),
  changed: () => ({ word: t`Changed`, tone: 'quiet', icon: IconEdit }),
};

/** How far a work item is, in a word. */
export function itemStateWords(state: WorkItemState): ItemStateWords {
  return states[state]();
}
