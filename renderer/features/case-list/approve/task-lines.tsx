import { useLingui } from '@lingui/react/macro';
import { Caution } from '../../../ui/caution.tsx';
import { noInvoiceShort } from '../../../words/approval-words.ts';
import { taskTypeName } from '../../../words/task-words.ts';
import classes from './approve-many.module.css';
import type { PlannedTask } from './plan-approval.ts';

interface TaskLinesProps {
  readonly plan: readonly PlannedTask[];
  /** Those that were taken out by hand. */
  readonly left: ReadonlySet<string>;
  readonly onTick: (key: string) => void;
}

/** Every task that can be approved, ticked until somebody leaves it out. */
export function TaskLines({ plan, left, onTick }: TaskLinesProps) {
  const { t } = useLingui();
  const possible = plan.filter(({ refusal }) => refusal === null);
  if (possible.length === 0) return <p className={classes.empty}>{t`No task can be approved as things stand.`}</p>;
  return (
    <ul className={classes.lines} aria-label={t`Tasks to approve`}>
      {possible.map(({ key, open, task, lacksInvoice }, index) => (
        <li key={key}>
          <label className={classes.line}>
            <input
              type="checkbox"
              data-autofocus={index === 0 || undefined}
              checked={!left.has(key)}
              onChange={() => onTick(key)}
            />
            <span className={classes.name}>
              {open.content.case.number} {taskTypeName(task.type, open.standing.settings)}
            </span>
            <span className={classes.aside}>{aboutTask({ open, task })}</span>
            {lacksInvoice && (
              <span className={classes.caution}>
                <Caution>{noInvoiceShort()}</Caution>
              </span>
            )}
          </label>
        </li>
      ))}
    </ul>
  );
}

/** Where it is, and whose work it is. */
function aboutTask({ open, task }: Pick<PlannedTask, 'open' | 'task'>): string {
  const office = open.directory.offices.find(({ id }) => id === task.office)?.name;
  const { city } = open.content.case.site;
  return [city, office, ...task.responsibles.map(({ name }) => name)].filter(Boolean).join(' · ');
}
