import { Checkbox, Fieldset } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Task } from '../../../shared/domain/task/task.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { useCaseView, type Draft } from '../case/frame.ts';
import type { BudgetDraft } from './budget-draft.ts';
import { tasksForBudget } from './budget-tasks.ts';
import classes from './budget.module.css';

/** The tasks that a budget is for: of one partner only, the own company or, with right 7, another one (domain.md §15 row 7). */
export function TaskChoice({ draft }: { readonly draft: Draft<BudgetDraft> }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const tasks = tasksForBudget(open);
  const chosen = draft.value.tasks;
  const partner = tasks.find(({ id }) => chosen.includes(id))?.company ?? null;
  const companies = new Set(tasks.map(({ company }) => company));
  const toggle = (id: string) =>
    draft.change({ tasks: chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id] });
  return (
    <Fieldset legend={t`Tasks it is for`} className={classes.tasks}>
      {tasks.length === 0 && <Trans>No task waits for a budget of yours now.</Trans>}
      {companies.size > 1 && (
        <span className={classes.changed}>
          <Trans>One budget is for the tasks of one partner.</Trans>
        </span>
      )}
      {tasks.map((task) => (
        <Checkbox
          key={task.id}
          label={<TaskLabel task={task} among={tasks} />}
          checked={chosen.includes(task.id)}
          disabled={partner !== null && task.company !== partner}
          onChange={() => toggle(task.id)}
        />
      ))}
    </Fieldset>
  );
}

/** A task by its kind; by people and office too where several would be called the same. */
function TaskLabel({ task, among }: { readonly task: Task; readonly among: readonly Task[] }) {
  const { open } = useCaseView();
  const { directory, standing } = open;
  const several = among.filter(({ type }) => type === task.type).length > 1;
  const people = task.responsibles.map(({ name }) => name).join(', ');
  const name = taskTypeName(task.type, standing.settings);
  const anothers = task.company !== standing.company;
  const office = anothers ? directory.offices.find(({ id }) => id === task.office)?.name : null;
  return [several && people ? `${name} (${people})` : name, office].filter(Boolean).join(' · ');
}
