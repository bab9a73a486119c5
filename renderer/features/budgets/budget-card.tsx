import { Anchor } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowBackUp, IconCoins, IconEdit, IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { bindingAmount, type Budget } from '../../../shared/domain/budget/budget.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { momentText, moneyText } from '../../words/figures.ts';
import { roleWords } from '../../words/role-words.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { ActionButton, DocumentPreview, TargetBadge, useCaseView, waitingFor } from '../case/frame.ts';
import { budgetProbe, recallCommand } from './budget-tasks.ts';
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
        <Trans>
          Version {version} for {tasks}, from {who} at {office}, {at}
        </Trans>
      </p>
      <Decided budget={budget} />
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
        {budget.file && <Actions budget={budget} />}
      </div>
      {looked && budget.file && (
        <div className={classes.preview}>
          <DocumentPreview file={budget.file} />
        </div>
      )}
    </article>
  );
}

/** The state of a budget in a word. */
export function BudgetBadge({ budget }: { budget: Budget }) {
  if (budget.state === 'approved')
    return (
      <StateBadge tone="finished">
        <Trans>Approved</Trans>
      </StateBadge>
    );
  if (budget.state === 'rejected')
    return (
      <StateBadge tone="refused">
        <Trans>Rejected</Trans>
      </StateBadge>
    );
  if (budget.state === 'recalled')
    return (
      <StateBadge tone="quiet" icon={IconArrowBackUp}>
        <Trans>Recalled</Trans>
      </StateBadge>
    );
  return (
    <StateBadge tone="budget">
      {budget.forwarded ? <Trans>Forwarded to the insurer</Trans> : <Trans>Waits for a decision</Trans>}
    </StateBadge>
  );
}

function Decided({ budget }: { budget: Budget }) {
  const { t } = useLingui();
  const last = budget.approvals.at(-1);
  const binding = bindingAmount(budget);
  const amount = binding === null ? '' : moneyText({ ...budget.money, amount: binding });
  const { recall, rejection, forwarded } = budget;
  return (
    <>
      {last && (
        <p className={classes.line}>
          {t`${amount} approved by ${last.by.name} (${roleWords(last.as).word}), ${momentText(last.at)}`}
        </p>
      )}
      {recall && (
        <p className={classes.line}>
          {t`Version ${budget.version} recalled by ${recall.by.name}, ${momentText(recall.at)}`}
          {recall.comment !== '' && <q className={classes.note}>{recall.comment}</q>}
        </p>
      )}
      {rejection && (
        <p className={classes.line}>
          {t`Rejected by ${rejection.by.name}, ${momentText(rejection.at)}:`} <q>{rejection.reason}</q>
        </p>
      )}
      {forwarded && (
        <p className={classes.line}>
          {forwarded.over === null
            ? t`Forwarded by ${forwarded.by.name}, ${momentText(forwarded.at)}`
            : t`Forwarded by ${forwarded.by.name}, ${momentText(forwarded.at)}, above the limit by ${moneyText({ ...budget.money, amount: forwarded.over })}`}
          {forwarded.note !== '' && <q className={classes.note}>{forwarded.note}</q>}
        </p>
      )}
      {budget.comment !== '' && <p className={classes.comment}>{budget.comment}</p>}
    </>
  );
}

function Actions({ budget }: { budget: Budget }) {
  const { open } = useCaseView();
  const own = budget.company === open.standing.company;
  const entered = budget.submittedBy.member === open.standing.member;
  return (
    <>
      {(own || entered) && (
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
          dialog={{ kind: 'decide-budget', budget: budget.id }}
          icon={<IconCoins size={16} aria-hidden />}
        >
          <Trans>Decide…</Trans>
        </ActionButton>
      )}
    </>
  );
}
