import { Switch } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { z } from 'zod';
import type { TaskId } from '../../../../shared/domain/ids.ts';
import { taskMemberExclusion } from '../../../../shared/domain/task/assign-members.ts';
import type { Task } from '../../../../shared/domain/task/task.ts';
import type { IssueAnswer } from '../../../offline/offline-desk.ts';
import { memberExclusionWords } from '../../../words/exclusion-words.ts';
import { TimeOfDay } from '../../../ui/moment-text.tsx';
import { taskTypeName } from '../../../words/task-words.ts';
import { useCaseView } from '../case-view.ts';
import { DecisionDialog } from '../dialogs/decision-dialog.tsx';
import { draftKey } from '../dialogs/draft-key.ts';
import { RestoredNote } from '../dialogs/restored-note.tsx';
import type { CaseCommand } from '../../../../shared/domain/command-book.ts';
import { forecast, forecastDialog } from '../forecast.ts';
import { WhyNot } from '../role/why-not.tsx';
import { useCaseIssue } from '../use-case-issue.ts';
import { useDraft } from '../use-draft.ts';
import { useSeen } from '../use-seen.ts';
import { momentOf, toLocal } from './local-time.ts';
import { MemberOptions } from './member-options.tsx';
import { readTimes, TimeFields, useMissingTime } from './time-fields.tsx';
import classes from './task-dialog.module.css';

const membersSchema = z.object({ members: z.array(z.string()), start: z.string(), end: z.string() });

/** Names who is responsible for a task; the time can be set in the same window (domain.md §5.2). */
export function MembersDialog({ task: id, onClose }: { task: TaskId; onClose: () => void }) {
  const { open, now } = useCaseView();
  const { t } = useLingui();
  const task = open.content.case.tasks.find((each) => each.id === id);
  const draft = useDraft(
    draftKey(open, `assign-members/${id}`),
    initialFor(task, open.standing.settings.timeZone),
    membersSchema,
  );
  const seen = useSeen(task?.revision ?? null);
  const [wide, setWide] = useState(false);
  const { members, start, end } = draft.value;
  const times = readTimes(draft.value, task, open.standing.settings.timeZone);
  const timeTrouble = useMissingTime(times.start, times.end);
  const missingTime = start === '' && end === '' ? null : timeTrouble;
  const command: CaseCommand = { name: 'assign-members', input: { task: id, members } };
  const decide = useMembersThenTime(task, draft.value);
  const name = task ? taskTypeName(task.type, open.standing.settings) : '';
  return (
    <DecisionDialog
      title={<Trans>Assign members to {name}</Trans>}
      primary={<Trans>Assign members</Trans>}
      seen={seen}
      refusal={members.length > 0 ? forecast({ open, now }, command) : forecastDialog({ open, now }, command)}
      missing={members.length > 0 ? missingTime : t`Choose who is responsible first.`}
      onDecide={decide}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <div className={classes.head}>
        <p>
          {task?.several ? (
            <Trans>One or several can be responsible.</Trans>
          ) : (
            <Trans>One person is responsible.</Trans>
          )}
        </p>
        <Switch label={t`Whole company`} checked={wide} onChange={(event) => setWide(event.currentTarget.checked)} />
      </div>
      {task && (
        <MemberOptions
          task={task}
          wide={wide}
          chosen={members}
          onChoose={(chosen) => draft.change({ members: [...chosen] })}
        />
      )}
      {task && <LeftOut task={task} />}
      <TimeFields times={draft.value} onChange={draft.change} onBlur={draft.keep} task={task} required={false} />
      <RestoredNote draft={draft} />
      <p className={classes.aside}>
        <Trans>
          Members as of <TimeOfDay moment={open.asOf} />.
        </Trans>
      </p>
    </DecisionDialog>
  );
}

function initialFor(task: Task | undefined, zone: string): z.infer<typeof membersSchema> {
  return {
    members: task?.responsibles.map((each) => each.member) ?? [],
    start: task?.plannedStart ? toLocal(task.plannedStart, zone) : '',
    end: task?.plannedEnd ? toLocal(task.plannedEnd, zone) : '',
  };
}

/** Two commands from one window: the time is issued once the members are, and each only where it says something new. */
function useMembersThenTime(task: Task | undefined, value: z.infer<typeof membersSchema>): () => Promise<IssueAnswer> {
  const { open } = useCaseView();
  const issue = useCaseIssue();
  const zone = open.standing.settings.timeZone;
  return async () => {
    const id = task?.id ?? '';
    const named = task?.responsibles.map((each) => each.member).join() === value.members.join();
    const times = readTimes(value, task, zone);
    const [start, end] = [momentOf(times.start), momentOf(times.end)];
    const timed = !start || !end || (start === task?.plannedStart && end === task.plannedEnd);
    const setTime = (): Promise<IssueAnswer> =>
      issue({ name: 'set-time', input: { task: id, start: start ?? '', end: end ?? '' } }, null);
    if (named && !timed) return setTime();
    const answer = await issue({ name: 'assign-members', input: { task: id, members: value.members } }, null);
    return answer.ok && !timed ? setTime() : answer;
  };
}

function LeftOut({ task }: { task: Task }) {
  const { open } = useCaseView();
  const lines = open.directory.members
    .filter((member) => member.company === task.company)
    .flatMap((member) => {
      const why = taskMemberExclusion(member, task);
      return why ? [{ id: member.id, name: member.name, words: memberExclusionWords(why) }] : [];
    });
  return (
    <WhyNot
      question={<Trans>Why is somebody not listed?</Trans>}
      nobody={<Trans>Everybody of the company is certified for this kind of task.</Trans>}
      lines={lines}
    />
  );
}
