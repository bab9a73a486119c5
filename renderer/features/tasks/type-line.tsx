import { Checkbox, NumberInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconBan } from '@tabler/icons-react';
import type { TaskId } from '../../../shared/domain/ids.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { refusalWords } from '../../words/refusal-words.ts';
import { statusWords } from '../../words/status-words.ts';
import { taskTypeName } from '../../words/task-words.ts';
import { forecast, useCaseView } from '../case/frame.ts';
import type { ChosenChanges, TypeInCase } from './chosen-changes.ts';
import classes from './task-dialog.module.css';

/** One command takes no more of all types together. */
const mostOfAType = 20;

interface TypeLineProps {
  readonly of: TypeInCase;
  readonly changes: ChosenChanges;
  readonly onCount: (count: number) => void;
  readonly onToggle: (task: TaskId) => void;
}

/** A type of task: what stands of it and can be removed or not, and how many are added. */
export function TypeLine({ of, changes, onCount, onToggle }: TypeLineProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { type, offered, standing } = of;
  const name = taskTypeName(type, open.standing.settings);
  const count = changes.added.filter((each) => each.type === type).length;
  const first = standing.length === 0;
  const extras = first ? Math.max(0, count - 1) : count;
  return (
    <li className={classes.type}>
      <div className={classes.typeHead}>
        <span className={classes.name}>{name}</span>
        {offered && first && (
          <Checkbox
            label={t`Add`}
            aria-label={t`Add ${name}`}
            checked={count > 0}
            onChange={(event) => onCount(event.currentTarget.checked ? 1 : 0)}
          />
        )}
        {offered && (!first || count > 0) && (
          <label className={classes.extras}>
            <span>{t`Extra tasks`}</span>
            <NumberInput
              aria-label={t`Extra tasks: ${name}`}
              size="xs"
              w={64}
              min={0}
              max={mostOfAType}
              clampBehavior="strict"
              allowDecimal={false}
              value={extras}
              onChange={(value) => onCount((first ? 1 : 0) + (Number(value) || 0))}
            />
          </label>
        )}
      </div>
      {standing.length > 0 && (
        <ul className={classes.stands} aria-label={name}>
          {standing.map((task) => (
            <Standing
              key={task.id}
              task={task}
              name={name}
              chosen={changes.removed.includes(task.id)}
              onToggle={() => onToggle(task.id)}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

interface StandingProps {
  readonly task: Task;
  readonly name: string;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

/** A task that stands, with its status and office; to be removed, or why it cannot be. */
function Standing({ task, name, chosen, onToggle }: StandingProps) {
  const view = useCaseView();
  const { t } = useLingui();
  const { open } = view;
  const words = statusWords(task);
  const refusal = forecast(view, { name: 'remove-task', input: { task: task.id, type: task.type } });
  const office = open.directory.offices.find(({ id }) => id === task.office)?.name;
  const who = [office, ...task.responsibles.map((each) => each.name)].filter(Boolean).join(' · ');
  return (
    <li data-chosen={chosen || undefined}>
      <StateBadge tone={words.tone} icon={words.icon}>
        {words.code} {words.word}
      </StateBadge>
      <span className={classes.who}>{who}</span>
      {refusal ? (
        <span className={classes.why}>
          <IconBan size={14} aria-hidden className={classes.held} />
          {refusal.code === 'status-conflict'
            ? t`Only a task at C, 0, 0+ or 1 can be removed.`
            : refusalWords(refusal, open.standing).full}
        </span>
      ) : (
        <Checkbox
          label={t`Remove`}
          aria-label={who === '' ? t`Remove ${name}` : t`Remove ${name}, ${who}`}
          checked={chosen}
          onChange={onToggle}
        />
      )}
    </li>
  );
}
