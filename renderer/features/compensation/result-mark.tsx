import { Trans } from '@lingui/react/macro';
import { StateBadge } from '../../ui/state-badge.tsx';
import { resultWords } from '../../words/compensation/compensation-words.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './decision.module.css';

/** In the header: how the compensation is decided. */
export function ResultMark() {
  const { decision } = useCaseView().open.content.case;
  if (!decision) return null;
  const { word, icon, tone } = resultWords(decision.result);
  return (
    <StateBadge tone={tone} icon={icon}>
      <span className={classes.of}>
        <Trans>Compensation:</Trans>
      </span>
      {word}
    </StateBadge>
  );
}
