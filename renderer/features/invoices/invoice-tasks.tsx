import { Checkbox, Fieldset } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { taskTypeName } from '../../words/task-words.ts';
import { useCaseView, type Draft } from '../case/frame.ts';
import type { InvoiceDraft } from './invoice-draft.ts';
import { tasksForInvoice } from './invoiced-tasks.ts';
import classes from './invoices.module.css';

/** The tasks an invoice is for. */
export function InvoiceTasks({ draft }: { readonly draft: Draft<InvoiceDraft> }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { tasks: chosen } = draft.value;
  const tasks = tasksForInvoice(open);
  const toggle = (id: string) =>
    draft.change({ tasks: chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id] });
  return (
    <Fieldset legend={t`Tasks it is for`} className={classes.tasks}>
      {tasks.length === 0 && <Trans>No task of your company is being done or waits for its approval now.</Trans>}
      {tasks.map((task) => (
        <Checkbox
          key={task.id}
          label={[taskTypeName(task.type, open.standing.settings), ...task.responsibles.map(({ name }) => name)].join(
            ' · ',
          )}
          checked={chosen.includes(task.id)}
          onChange={() => toggle(task.id)}
        />
      ))}
    </Fieldset>
  );
}
