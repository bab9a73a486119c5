import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconUsers } from '@tabler/icons-react';
import { whoChanged } from '../../../shared/domain/who-changed.ts';
import { changedWords } from '../../words/changed-words.ts';
import { moneyText } from '../../words/figures.ts';
import { useCaseView } from '../case/frame.ts';
import { keepingMine, takingTheirs, type Conflict } from './plan-conflicts.ts';
import classes from './plan.module.css';
import type { PlanWork } from './use-plan.ts';

/** What one changed and somebody else changed too: theirs beside one's own, to choose from. */
export function ConflictList({ work }: { work: PlanWork }) {
  const { conflicts, draft, edit, showChanges } = work;
  const { t } = useLingui();
  if (conflicts.length === 0) return null;
  const choose = (next: ReturnType<typeof takingTheirs>) => {
    edit(next);
    showChanges();
  };
  return (
    <section className={classes.conflicts} aria-label={t`Changed by others too`}>
      <h3 className={classes.conflictsTitle}>
        <IconUsers size={16} aria-hidden />
        <Trans>Changed by others too</Trans>
      </h3>
      <ul>
        {conflicts.map((conflict) => (
          <li key={conflict.id} className={classes.conflict}>
            <Sides conflict={conflict} work={work} />
            <span className={classes.deeds}>
              <Button size="compact-sm" variant="default" onClick={() => choose(takingTheirs(draft.value, conflict))}>
                <Trans>Take theirs</Trans>
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => choose(keepingMine(draft.value, conflict))}>
                <Trans>Keep mine</Trans>
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sides({ conflict, work }: { conflict: Conflict; work: PlanWork }) {
  const { open } = useCaseView();
  const { theirs, mine } = conflict;
  const { by, at } = whoChanged(open.content, theirs?.revision ?? null);
  const [their, own] = [theirWords(conflict, work), ownWords(conflict)];
  return (
    <dl className={classes.sides}>
      <dt>
        <Trans>Theirs</Trans>
      </dt>
      <dd>
        {theirs ? their : <Trans>Taken out</Trans>}
        {theirs && <span className={classes.by}>{changedWords(by, at)}</span>}
      </dd>
      <dt>
        <Trans>Yours</Trans>
      </dt>
      <dd>{mine ? own : <Trans>Taken out</Trans>}</dd>
    </dl>
  );
}

function theirWords(conflict: Conflict, { currency }: PlanWork): string {
  if (conflict.kind === 'room') return conflict.theirs?.name ?? '';
  const { theirs, value } = conflict;
  if (!theirs) return '';
  const amount = value ? moneyText({ amount: value.amount, currency }) : '';
  return [theirs.text, `${theirs.quantity} ${theirs.unit}`.trim(), amount].filter(Boolean).join(' · ');
}

function ownWords(conflict: Conflict): string {
  if (conflict.kind === 'room') return conflict.mine?.name ?? '';
  const { mine } = conflict;
  if (!mine) return '';
  return [mine.text, `${mine.quantity} ${mine.unit}`.trim(), mine.price].filter(Boolean).join(' · ');
}
