import { Button } from '@mantine/core';
import { Plural } from '@lingui/react/macro';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import type { PlanBlocker } from '../../../shared/domain/work-plan/plan-blocker.ts';
import { blockedWords } from '../../words/work-plan/work-plan-refusals.ts';
import classes from './settlement.module.css';

interface BlockedItemsProps {
  readonly refusal: Refusal | null;
  readonly onLeave: (things: readonly PlanBlocker['thing'][]) => void;
}

/** Every item that cannot go, each with what stands in its way: all go, or none. */
export function BlockedItems({ refusal, onLeave }: BlockedItemsProps) {
  if (refusal?.code !== 'plan-blocked') return null;
  const { blockers } = refusal;
  return (
    <section className={classes.blocked} role="status">
      <h3>
        <Plural value={blockers.length} one="# item cannot go" other="# items cannot go" />
      </h3>
      <ul>
        {blockers.map(({ thing, name, because }) => {
          const why = blockedWords(because);
          return <li key={thing}>{name === '' ? why : `${name}: ${why}`}</li>;
        })}
      </ul>
      <Button variant="default" size="compact-sm" onClick={() => onLeave(blockers.map(({ thing }) => thing))}>
        <Plural value={blockers.length} one="Leave it out" other="Leave these out" />
      </Button>
    </section>
  );
}
