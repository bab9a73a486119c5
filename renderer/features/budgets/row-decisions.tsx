import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconArrowForwardUp, IconCheck, IconCoins, IconLayoutGrid, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isOfItems, type Budget } from '../../../shared/domain/budget/budget.ts';
import { ActionButton, useCaseView } from '../case/frame.ts';
import classes from './cost-table.module.css';
import { decisionCommand, type DecisionWay } from './decision-way.ts';

/** What stands in for what is typed, so that the rules can be asked before. */
const typed = { reason: 'x', note: '' };

/** What can be decided about a budget that waits, in its row; whom no limit binds has nothing to forward. */
export function RowDecisions({ budget }: { readonly budget: Budget }) {
  const { open, openTab } = useCaseView();
  const button = (way: DecisionWay, icon: ReactNode, words: ReactNode) => (
    <ActionButton
      command={decisionCommand(way, budget, typed)}
      dialog={{ kind: 'decide-budget', budget: budget.id, way }}
      icon={icon}
    >
      {words}
    </ActionButton>
  );
  // A plan is decided on item by item, and seen beside the rest of it in its tab.
  if (isOfItems(budget))
    return (
      <div className={classes.decisions}>
        <ActionButton
          command={decisionCommand('reject', budget, typed)}
          dialog={{ kind: 'decide-work-items', budget: budget.id }}
          icon={<IconCoins size={16} aria-hidden />}
        >
          <Trans>Decide…</Trans>
        </ActionButton>
        <Button
          variant="default"
          leftSection={<IconLayoutGrid size={16} aria-hidden />}
          onClick={() => openTab('work-plan', budget.id)}
        >
          <Trans>In the work plan</Trans>
        </Button>
      </div>
    );
  return (
    <div className={classes.decisions}>
      {button('approve', <IconCheck size={16} aria-hidden />, <Trans>Approve…</Trans>)}
      {button('reject', <IconX size={16} aria-hidden />, <Trans>Reject…</Trans>)}
      {open.standing.side === 'partner' &&
        button('forward', <IconArrowForwardUp size={16} aria-hidden />, <Trans>Forward…</Trans>)}
    </div>
  );
}
