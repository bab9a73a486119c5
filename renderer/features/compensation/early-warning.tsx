import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Task } from '../../../shared/domain/task/task.ts';
import { inspectionAt } from '../../words/compensation/compensation-words.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './decision.module.css';

/** What an early decision takes from whom, before it is taken (domain.md §9). */
export function EarlyWarning({ task }: { task: Task }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { directory, standing } = open;
  const office = directory.offices.find(({ id }) => id === task.office)?.name ?? t`the office that has it`;
  const people = task.responsibles.map(({ name }) => name).join(', ');
  const insurer = standing.portalName;
  const status = inspectionAt(task.status);
  return (
    <div role="alert" className={classes.note}>
      <p className={classes.warning}>
        <IconAlertTriangle size={16} aria-hidden />
        <Trans>The inspection is not done</Trans>
      </p>
      <Trans>It is at “{status}”.</Trans>{' '}
      {task.office === null ? (
        <Trans>No office has it: it stays with {insurer} and is finished by the decision.</Trans>
      ) : (
        <Trans>
          The decision takes it from {office}: it goes to {insurer}, the office is told, and the case leaves its list
          unless it has another task here.
        </Trans>
      )}{' '}
      {people && <Trans>No longer responsible then: {people}.</Trans>}
    </div>
  );
}
