import { Switch } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { z } from 'zod';
import type { MemberId } from '../../../shared/domain/ids.ts';
import { taskMemberExclusion } from '../../../shared/domain/task/assign-members.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { revisionOf } from '../../../shared/domain/who-changed.ts';
import type { IssueAnswer } from '../../offline/offline-desk.ts';
import { memberExclusionWords } from '../../words/exclusion-words.ts';
import { zoneHere } from '../../ui/date-format.ts';
import { listText } from '../../words/figures.ts';
import { TimeOfDay } from '../../ui/moment-text.tsx';
import { taskTypeName } from '../../words/task-words.ts';
import {
  bothSeen,
  DecisionDialog,
  draftKey,
  forecast,
  forecastDialog,
  RestoredNote,
  type Seen,
  useCaseIssue,
  useCaseView,
  useDraft,
  useSeen,
  WhyNot,
  type DialogProps,
} from '../case/frame.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { momentOf, shownTimes } from './local-time.ts';
import { MemberOptions } from './member-options.tsx';
import { readTimes, TimeFields, useMissingTime, type Times } from './time-fields.tsx';
import classes from './task-dialog.module.css';

/** null where nothing was chosen or typed: there the dialog shows what is set now. */
const membersSchema = z.object({
  members: z.array(z.string()).nullable(),
  start: z.string().nullable(),
  end: z.string().nullable(),
});

const untouched = { members: null, start: null, end: null };

/** Names who is responsible for a task; the time can be set in the same window (domain.md §5.2). */
export function MembersDialog({ about: { task: id }, onClose }: DialogProps<'assign-members'>) {
  const view = useCaseView();
  const { open } = view;
  const { t } = useLingui();
  const task = open.content.case.tasks.find((each) => each.id === id);
  const draft = useDraft(draftKey(open, `assign-members/${id}`), untouched, membersSchema);
  const [wide, setWide] = useState(false);
  const named = task?.responsibles.map((each) => each.member) ?? [];
  const members = draft.value.members ?? named;
  const times = shownTimes(draft.value, task, zoneHere());
  const read = readTimes(times, task, zoneHere());
  const timeTrouble = useMissingTime(read.start, read.end);
  const missingTime = times.start === '' && times.end === '' ? null : timeTrouble;
  const command: CaseCommand = { name: 'assign-members', input: { task: id, members } };
  const { seen, decide } = useMembersThenTime(task, members, times);
  const name = task ? taskTypeName(task.type, open.standing.settings) : '';
  return (
    <DecisionDialog
      title={<Trans>Assign members to {name}</Trans>}
      primary={<Trans>Assign members</Trans>}
      seen={seen}
      refusal={members.length > 0 ? forecast(view, command) : forecastDialog(view, command)}
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
      <NamedNow task={task} />
      <TimeFields task={task} times={times} onChange={draft.change} onBlur={draft.keep} required={false} />
      <RestoredNote draft={draft} />
      <p className={classes.aside}>
        <Trans>
          Members as of <TimeOfDay moment={open.asOf} />.
        </Trans>
      </p>
    </DecisionDialog>
  );
}

/** Two commands from one window: the time is issued once the members are, and each only where it says something new. */
function useMembersThenTime(
  task: Task | undefined,
  members: readonly MemberId[],
  times: Times,
): { readonly seen: Seen; readonly decide: () => Promise<IssueAnswer> } {
  const { open } = useCaseView();
  const issue = useCaseIssue();
  const zone = zoneHere();
  const id = task?.id ?? '';
  const read = readTimes(times, task, zone);
  const [start, end] = [momentOf(read.start), momentOf(read.end)];
  const assign: CaseCommand = { name: 'assign-members', input: { task: id, members } };
  const setTime: CaseCommand = { name: 'set-time', input: { task: id, start: start ?? '', end: end ?? '' } };
  const seenMembers = useSeen(revisionOf(open.content.case, assign));
  const seenTime = useSeen(revisionOf(open.content.case, setTime));
  const decide = async () => {
    const named = task?.responsibles.map((each) => each.member).join() === members.join();
    const timed = !start || !end || (start === task?.plannedStart && end === task.plannedEnd);
    if (named && !timed) return issue(setTime, seenTime.revision);
    const answer = await issue(assign, seenMembers.revision);
    return answer.ok && !timed ? issue(setTime, seenTime.revision) : answer;
  };
  return { seen: bothSeen(seenMembers, seenTime), decide };
}

/** Who is responsible as it is now, beside what is chosen: somebody else may have named others meanwhile. */
function NamedNow({ task }: { task: Task | undefined }) {
  const names = listText(task?.responsibles.map((each) => each.name) ?? []);
  if (names === '') return null;
  return (
    <p className={classes.aside}>
      <Trans>Responsible now: {names}.</Trans>
    </p>
  );
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
