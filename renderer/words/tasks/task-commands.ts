import { plural, t } from '@lingui/core/macro';
import type { CommandsSaid, DoneIn, LogSaid, NoticesSaid, TypedContext, TypedPart } from '../family-words.ts';
import { listText, momentText } from '../figures.ts';
import { taskTypeName } from '../task-words.ts';
import { memberName, reasonPart } from '../typed-parts.ts';

/** The commands about tasks. */
export const taskCommands = {
  'confirm-received': {
    words: () => ({ label: t`Confirm received`, thing: t`Confirmation that a task was received` }),
    typed: taskAlone,
  },
  'assign-members': {
    words: () => ({ label: t`Assign members`, thing: t`Responsible members of a task` }),
    typed: ({ task, members }, context) => [
      taskPart(task, context),
      { label: t`Responsible`, value: listText(members.map((id) => memberName(id, context))) },
    ],
    done: ({ task }, place) => {
      const name = taskName(task, place);
      return t`Changed the members of ${name}`;
    },
  },
  'set-time': {
    words: () => ({ label: t`Set the time`, thing: t`Time of a task` }),
    typed: ({ task, start, end }, context) => [
      taskPart(task, context),
      { label: t`Start`, value: momentText(start) },
      { label: t`End`, value: momentText(end) },
    ],
    done: ({ task }, place) => {
      const name = taskName(task, place);
      return t`Set the time of ${name}`;
    },
  },
  'start-task': {
    words: () => ({ label: t`Start`, thing: t`Start of a task` }),
    typed: taskAlone,
  },
  'undo-start': {
    words: () => ({ label: t`Undo the start`, thing: t`Undoing of the start of a task` }),
    typed: ({ task, reason }, context) => [taskPart(task, context), reasonPart(reason)],
    done: ({ task }, place) => {
      const name = taskName(task, place);
      return t`Undid the start of ${name}`;
    },
  },
  'complete-task': {
    words: () => ({ label: t`Complete`, thing: t`Completion of a task` }),
    typed: taskAlone,
  },
  'approve-task': {
    words: () => ({ label: t`Approve task`, thing: t`Approval of a task` }),
    typed: taskAlone,
    done: ({ task }, place) => {
      const name = taskName(task, place);
      return t`Approved ${name}`;
    },
  },
  'approve-tasks': {
    words: () => ({ label: t`Approve tasks`, thing: t`Approval of several tasks` }),
    typed: ({ tasks }, context) => [
      { label: t`Tasks`, value: listText(tasks.map((id) => taskPart(id, context).value)) },
    ],
    done: ({ tasks }) => plural(tasks.length, { one: 'Approved # task', other: 'Approved # tasks' }),
  },
  'send-back-task': {
    words: () => ({ label: t`Send back`, thing: t`A task sent back for correction` }),
    typed: ({ task, reason }, context) => [taskPart(task, context), reasonPart(reason)],
    done: ({ task }, place) => {
      const name = taskName(task, place);
      return t`Sent ${name} back`;
    },
  },
} satisfies Partial<CommandsSaid>;

/** The lines that they leave in the log. */
export const taskLog = {
  'received-confirmed': ({ who, task }) => t`${who} confirmed ${task} as received.`,
  'members-assigned': ({ who, task, name }) => t`${who} made ${name} responsible for ${task}.`,
  'time-set': ({ who, task, start, end }) => t`${who} set the time of ${task}: ${start} to ${end}.`,
  'task-started': ({ who, task }) => t`${who} started ${task}.`,
  'task-start-undone': ({ who, task }) => t`${who} undid the start of ${task}.`,
  'task-completed': ({ who, task }) => t`${who} completed ${task}.`,
  'task-approved': ({ who, task, own }) =>
    own ? t`${who} approved ${task}, work of their own company.` : t`${who} approved ${task}.`,
  'task-sent-back': ({ who, task }) => t`${who} sent ${task} back for correction.`,
} satisfies Partial<LogSaid>;

/** What people are told of it. */
export const taskNotices = {
  'task-assigned': () => ({ title: t`You are responsible for a task`, next: t`Open the case to see what it needs.` }),
  'task-started': () => ({ title: t`Your task was started for you`, next: t`Open the case to go on with it.` }),
  'task-start-undone': () => ({
    title: t`The start of a task was undone`,
    next: t`Read why; it can be started again.`,
  }),
  'task-completed': () => ({ title: t`A task is completed`, next: t`Check and approve it.` }),
  'task-approved': () => ({ title: t`A task is approved`, next: t`Nothing is left to do for it.` }),
  'task-sent-back': () => ({ title: t`A task came back for correction`, next: t`Read the reason and correct it.` }),
} satisfies Partial<NoticesSaid>;

function taskAlone({ task }: { readonly task: string }, context: TypedContext): readonly TypedPart[] {
  return [taskPart(task, context)];
}

function taskPart(id: string, { row, settings }: TypedContext): TypedPart {
  const type = row?.tasks.find((task) => task.id === id)?.type;
  const name = settings?.taskTypes.find(({ code }) => code === type)?.name;
  return { label: t`Task`, value: name ?? type ?? t`not known on this computer` };
}

function taskName(id: string, { case: subject, standing }: DoneIn): string {
  const task = subject.tasks.find((each) => each.id === id);
  return task ? taskTypeName(task.type, standing.settings) : '';
}
