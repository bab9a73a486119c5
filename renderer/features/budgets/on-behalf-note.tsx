import { Trans } from '@lingui/react/macro';
import { useCaseView } from '../case/frame.ts';
import classes from './budget.module.css';

/** That a budget is entered for another partner, and what follows from that (domain.md §15 row 7). */
export function OnBehalfNote({ tasks }: { readonly tasks: readonly string[] }) {
  const { open } = useCaseView();
  const { content, directory, standing } = open;
  const task = content.case.tasks.find(({ id }) => tasks.includes(id));
  if (!task || task.company === standing.company) return null;
  const office = directory.offices.find(({ id }) => id === task.office)?.name ?? '';
  return (
    <p className={classes.lead}>
      <Trans>
        You enter it on behalf of {office}: they are told, and can change or recall it. Somebody else approves it.
      </Trans>
    </p>
  );
}
