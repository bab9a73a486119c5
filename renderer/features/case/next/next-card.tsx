import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconCircleCheck } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { actionWords } from '../../../words/action-words.ts';
import { ActionButton } from '../action-button.tsx';
import { useCaseView } from '../case-view.ts';
import type { Deed, NextStep } from '../family.ts';
import { TargetBadge } from '../target-badge.tsx';
import classes from './next-card.module.css';
import { nextSteps } from './next-steps.ts';

/** How many steps are listed; the tasks show the rest. */
const mostSteps = 3;

/** What this person has to do in this case, the most urgent first, each with one press to do it. */
export function NextCard() {
  const view = useCaseView();
  const { t } = useLingui();
  const steps = useMemo(() => nextSteps(view).filter(({ action }) => action.kind !== 'ongoing'), [view]);
  const more = steps.length - mostSteps;
  return (
    <section className={classes.card} aria-label={t`Decide next`}>
      <h2 className={classes.title}>
        <Trans>Decide next</Trans>
      </h2>
      {steps.length === 0 && (
        <p className={classes.nothing}>
          <IconCircleCheck size={16} aria-hidden />
          <Trans>Nothing waits for you in this case.</Trans>
        </p>
      )}
      <ul className={classes.steps}>
        {steps.slice(0, mostSteps).map((step, index) => (
          <Step first={index === 0} key={`${step.action.kind}/${step.about ?? ''}`} step={step} />
        ))}
      </ul>
      {more > 0 && (
        <p className={classes.more}>
          <Plural value={more} one="and # more, in the tasks" other="and # more, in the tasks" />
        </p>
      )}
    </section>
  );
}

/** Only the first is a filled button: one thing to do next. */
function Step({ step, first }: { step: NextStep; first: boolean }) {
  const { action, title, detail, deed } = step;
  const Sign = actionWords(action.kind).icon;
  return (
    <li className={classes.step}>
      <Sign size={16} stroke={1.75} aria-hidden className={classes.sign} />
      <span className={classes.text}>
        <span className={classes.what}>{title}</span>
        <span className={classes.line}>
          {detail}
          {action.target && <TargetBadge target={action.target} />}
        </span>
      </span>
      {deed && <Press deed={deed} first={first} />}
    </li>
  );
}

function Press({ deed, first }: { readonly deed: Deed; readonly first: boolean }) {
  const { show, openTab } = useCaseView();
  if ('command' in deed)
    return (
      <ActionButton primary={first} command={deed.command} icon={deed.icon && <deed.icon size={16} aria-hidden />}>
        {deed.label}
      </ActionButton>
    );
  return (
    <Button
      variant={first ? 'filled' : 'default'}
      onClick={() => ('tab' in deed ? openTab(deed.tab) : show(deed.dialog))}
    >
      {deed.label}
    </Button>
  );
}
