import { t } from '@lingui/core/macro';
import { IconArchive, IconCircleCheck, IconHourglass, type Icon } from '@tabler/icons-react';
import type { Settlement } from '../../../shared/domain/settlement/settlement.ts';
import type { Tone } from '../../ui/tone.ts';

/** The state of a settlement: a word, and what it looks like. */
export interface SettlementStateWords {
  readonly word: string;
  readonly tone: Tone;
  readonly icon: Icon;
}

const states: Readonly<Record<Settlement['state'], () => SettlementStateWords>> = {
  provisional: () => ({ word: t`Provisional`, tone: 'budget', icon: IconHourglass }),
  binding: () => ({ word: t`Binding`, tone: 'finished', icon: IconCircleCheck }),
  ended: () => ({ word: t`Ended`, tone: 'quiet', icon: IconArchive }),
};

/** How far a settlement is, in a word. */
export function settlementStateWords(state: Settlement['state']): SettlementStateWords {
  return states[state]();
}
