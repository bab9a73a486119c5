import { Trans } from '@lingui/react/macro';
import { z } from 'zod';
import { revisionOf } from '../../../shared/domain/who-changed.ts';
import { zoneHere } from '../../ui/date-format.ts';
import { taskTypeName } from '../../words/task-words.ts';
import {
  DecisionDialog,
  draftKey,
  forecast,
  RestoredNote,
  useCaseIssue,
  useCaseView,
  useDraft,
  useSeen,
  type DialogProps,
} from '../case/frame.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import { momentOf, shownTimes } from './local-time.ts';
import { readTimes, TimeFields, useMissingTime } from './time-fields.tsx';

const timesSchema = z.object({ start: z.string().nullable(), end: z.string().nullable() });

/** Sets when a task is carried out, or moves it. */
export function TimeDialog({ about: { task: id }, onClose }: DialogProps<'set-time'>) {
  const { open, now } = useCaseView();
  const issue = useCaseIssue();
  const zone = zoneHere();
  const task = open.content.case.tasks.find((each) => each.id === id);
  const draft = useDraft(draftKey(open, `set-time/${id}`), { start: null, end: null }, timesSchema);
  const times = shownTimes(draft.value, task, zone);
  const read = readTimes(times, task, zone);
  const [start, end] = [momentOf(read.start), momentOf(read.end)];
  // Before both are entered the rules are asked about a time that is surely in order.
  const input = start && end ? { task: id, start, end } : { task: id, start: now, end: '9999-01-01T00:00:00.000Z' };
  const command: CaseCommand = { name: 'set-time', input };
  const seen = useSeen(revisionOf(open.content.case, command));
  const name = task ? taskTypeName(task.type, open.standing.settings) : '';
  return (
    <DecisionDialog
      title={<Trans>Time of {name}</Trans>}
      primary={<Trans>Set time</Trans>}
      seen={seen}
      refusal={forecast({ open, now }, command)}
      missing={useMissingTime(read.start, read.end)}
      width={480}
      onDecide={() => issue(command, seen.revision)}
      onDone={() => {
        draft.forget();
        onClose();
      }}
      onClose={onClose}
    >
      <TimeFields task={task} times={times} onChange={draft.change} onBlur={draft.keep} required focus />
      <RestoredNote draft={draft} />
    </DecisionDialog>
  );
}
