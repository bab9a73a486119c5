import { Anchor } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconArrowBackUp, IconCoins, IconEdit, IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { isOfItems, type Budget } from '../../../shared/domain/budget/budget.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { momentText, moneyText } from '../../words/figures.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { ActionButton, DocumentPreview, TargetBadge, useCaseView, waitingFor } from '../case/frame.ts';
import { BudgetChanges } from './budget-changes.tsx';
import { BudgetDecided } from './budget-decided.tsx';
import { BudgetBadge } from './budget-state.tsx';
import { budgetProbe, recallCommand } from './budget-tasks.ts';
import { BudgetVersions } from './budget-versions.tsx';
import classes from './budgets-tab.module.css';

/** A budget with its amount, state, tasks, calculation and what was decided. */
export function BudgetCard({ budget }: { budget: Budget }) {
  const { open } = useCaseView();
  const { standing, content, directory } = open;
  const [looked, setLooked] = useState(false);
  const waits = waitingFor(open, budget.revision);
  const office = directory.offices.find((each) => each.id === budget.office)?.name ?? '';
  const tasks = content.case.tasks
    .filter((task) => budget.tasks.includes(task.id))
    .map((task) => taskTypeName(task.type, standing.settings))
    .join(', ');
  const who = budget.submittedBy.name;
  const at = momentText(budget.submittedAt);
  const { version } = budget;
  const onBehalf = budget.submittedBy.company !== budget.company;
  return (
    <article className={classes.card} data-waiting={waits ? true : undefined}>
      <div className={classes.head}>
        <h3 className={classes.title}>{budget.description}</h3>
        <span className={classes.sum}>{moneyText(budget.money)}</span>
      </div>
      <div className={classes.states}>
        <BudgetBadge budget={budget} />
        {budget.state === 'submitted' && budget.target && <TargetBadge target={budget.target} />}
        {waits && <WaitingMark since={waits.since} />}
      </div>
      <p className={classes.line}>
        {onBehalf ? (
          <Trans>
            Version {version} for {tasks}, entered by {who} on behalf of {office}, {at}
          </Trans>
        ) : (
          <Trans>
            Version {version} for {tasks}, from {who} at {office}, {at}
          </Trans>
        )}
      </p>
      {budget.state === 'submitted' && <BudgetChanges budget={budget} />}
      <BudgetDecided budget={budget} />
      {budget.comment !== '' && <p className={classes.comment}>{budget.comment}</p>}
      <div className={classes.actions}>
        {budget.file && (
          <Anchor
            component="button"
            type="button"
            onClick={() => setLooked(!looked)}
            aria-expanded={looked}
            className={classes.file}
          >
            <IconPaperclip size={14} aria-hidden />
            {budget.file.name}
          </Anchor>
        )}
        <Actions budget={budget} />
      </div>
      {looked && budget.file && (
        <div className={classes.preview}>
          <DocumentPreview file={budget.file} />
        </div>
      )}
      <BudgetVersions budget={budget} />
    </article>
  );
}

function Actions({ budget }: { budget: Budget }) {
  const { open } = useCaseView();
  const own = budget.company === open.standing.company;
  const entered = budget.submittedBy.member === open.standing.member;
  return (
    <>
      {(own || entered) && !isOfItems(budget) && (
        <ActionButton
          command={budgetProbe(open, budget, null)}
          dialog={{ kind: 'submit-budget', revises: budget.id, task: null }}
          icon={<IconEdit size={16} aria-hidden />}
        >
          <Trans>New version…</Trans>
        </ActionButton>
      )}
      {(own || entered) && budget.state === 'submitted' && (
        <ActionButton
          command={recallCommand(budget, '')}
          dialog={{ kind: 'recall-budget', budget: budget.id, version: budget.version }}
          icon={<IconArrowBackUp size={16} aria-hidden />}
        >
          <Trans>Recall…</Trans>
        </ActionButton>
      )}
      {budget.state === 'submitted' && (
        <ActionButton
          primary={!own}
          command={{ name: 'reject-budget', input: { budget: budget.id, version: budget.version, reason: 'x' } }}
          dialog={{ kind: isOfItems(budget) ? 'decide-work-items' : 'decide-budget', budget: budget.id }}
          icon={<IconCoins size={16} aria-hidden />}
        >
          <Trans>Decide…</Trans>
        </ActionButton>
      )}
    </>
  );
}
