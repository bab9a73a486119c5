import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import type { MemberId } from '../../../shared/domain/ids.ts';
import { taskMemberExclusion } from '../../../shared/domain/task/assign-members.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { useCaseView } from '../case/frame.ts';
import classes from './task-dialog.module.css';

interface MemberOptionsProps {
  readonly task: Task;
  /** The whole company, not only the office that has the task. */
  readonly wide: boolean;
  readonly chosen: readonly MemberId[];
  readonly onChoose: (members: readonly MemberId[]) => void;
}

/** The certified people who can be responsible: one (round) or several (square), as the kind of task takes. */
export function MemberOptions({ task, wide, chosen, onChoose }: MemberOptionsProps) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const name = useId();
  const { members, offices } = open.directory;
  const people = members
    .filter((member) => taskMemberExclusion(member, task) === null)
    // Who is chosen stays visible, whatever the list is narrowed to.
    .filter((member) => wide || member.office === task.office || chosen.includes(member.id))
    .toSorted((one, other) => one.name.localeCompare(other.name));
  if (people.length === 0) {
    return (
      <p className={classes.empty}>
        {wide ? (
          <Trans>Nobody of your company is certified for this kind of task.</Trans>
        ) : (
          <Trans>Nobody of this office is certified for this kind of task. Look in the whole company.</Trans>
        )}
      </p>
    );
  }
  return (
    <div className={classes.people} role={task.several ? 'group' : 'radiogroup'} aria-label={t`Members`}>
      {people.map((member, index) => (
        <label key={member.id} className={classes.person} data-chosen={chosen.includes(member.id) || undefined}>
          <input
            type={task.several ? 'checkbox' : 'radio'}
            name={name}
            checked={chosen.includes(member.id)}
            data-autofocus={index === 0 || undefined}
            onChange={() => onChoose(task.several ? toggled(chosen, member.id) : [member.id])}
          />
          <span className={classes.name}>{member.name}</span>
          <span className={classes.aside}>
            {member.office !== task.office && offices.find((each) => each.id === member.office)?.name}{' '}
            {member.away && <Trans>away</Trans>}
          </span>
        </label>
      ))}
    </div>
  );
}

function toggled(chosen: readonly MemberId[], member: MemberId): readonly MemberId[] {
  return chosen.includes(member) ? chosen.filter((each) => each !== member) : [...chosen, member];
}
