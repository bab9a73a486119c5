import { IconLock } from '@tabler/icons-react';
import type { Refusal } from '../../../../shared/domain/rights/refusal.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { refusalWords } from '../../../words/refusal-words.ts';
import { useCaseView } from '../case-view.ts';
import type { CaseTab } from '../family.ts';
import { Help } from '../help.tsx';

/** Instead of a tab's content, which was never sent: why, and who can change it. */
export function LockedTab({ tab, refusal }: { readonly tab: CaseTab; readonly refusal: Refusal }) {
  const { open } = useCaseView();
  const words = refusalWords(refusal, open.standing);
  const wanted = tab.wants?.(open);
  return (
    <EmptyState icon={IconLock} title={words.sentence} action={wanted && <Help refusal={refusal} wanted={wanted} />}>
      {words.wayOn}
    </EmptyState>
  );
}
