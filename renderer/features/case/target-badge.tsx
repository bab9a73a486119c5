import { useLingui } from '@lingui/react/macro';
import { targetState } from '../../../shared/domain/task/target.ts';
import type { Target } from '../../../shared/domain/task/task.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { deadlineText } from '../../words/figures.ts';
import { dueText, targetWords } from '../../words/target-words.ts';
import { useCaseView } from './case-view.ts';

/** Until when something is expected: state, icon and how long. */
export function TargetBadge({ target }: { target: Target }) {
  const { open, now } = useCaseView();
  const { t } = useLingui();
  const words = targetWords(targetState(target, now));
  const due = dueText(target.due, now);
  const full = deadlineText(target.due, open.standing.settings.timeZone);
  return (
    <span title={full}>
      <StateBadge tone={words.tone} icon={words.icon}>
        {t`${words.word}, ${due}`}
      </StateBadge>
    </span>
  );
}
