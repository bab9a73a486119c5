import { Trans } from '@lingui/react/macro';
import { IconZoomCheck } from '@tabler/icons-react';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import { isSampled } from '../../../shared/domain/budget/sampled.ts';
import { useCaseView } from './case-view.ts';
import classes from './sampled-note.module.css';

/** Tells who approves that the insurer looks at this one as well; nothing where it was not drawn (domain-2.md §3). */
export function SampledNote({ budget }: { readonly budget: Budget }) {
  const { open } = useCaseView();
  const { standing, content } = open;
  if (!isSampled({ standing, case: content.case }, budget)) return null;
  return (
    <p className={classes.sampled}>
      <IconZoomCheck size={16} aria-hidden />
      <Trans>Also checked by the insurer: your approval stands.</Trans>
    </p>
  );
}
