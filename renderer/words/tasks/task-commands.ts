import { plural, t } from '@lingui/core/macro';
import type { AddTask } from '../../../shared/domain/task/add-task.ts';
import type { CommandsSaid, DoneIn, LogSaid, NoticesSaid, TypedContext, TypedPart } from '../family-words.ts';
import { listText, momentText } from '../figures.ts';
import { owingWords } from '../status-words.ts';
import { taskTypeName } from '../task-words.ts';
import { memberName, officeName, reasonPart } from '../typed-parts.ts';

/** The commands about tasks. */
export const taskCommands = {
  'allocate-task': {
    words: () => ({ label: t`Assign partner`, thing: t`A task given to an office` }),
    typed: ({ task, office }, context) => [taskPart(task, context), officePart(office, context)],
    done: ({ task, office }, place) => {
      const [name, to] = [taskName(task, place), officeName(office, place)];
      return t`Gave ${name} to ${to}`;
    },
  },
  'allocate-tasks': {
    words: () => ({ label: t`Assign partner`, thing: t`Several tasks given to an office` }),
    typed: ({ tasks, office }, context) => [
      { label: t`Tasks`, value: listText(tasks.map((id) => taskPart(id, context).value)) },
      officePart(office, context),
    ],
    done: ({ tasks, office }, place) => {
      const to = officeName(office, place);
      return plural(tasks.length, { one: `Gave # task to ${to}`, other: `Gave # tasks to ${to}` });
    },
  },
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
  'add-task': {
    words: () => ({ label: t`Add task`, thing: t`A task to add` }),
    typed: (added, context) => [{ label: t`Task`, value: addedName(added, context) }],
  },
  'add-tasks': {
    words: () => ({ label: t`Add tasks`, thing: t`Tasks to add` }),
    typed: ({ added }, context) => [
      { label: t`Tasks`, value: listText(added.map((each) => addedName(each, context))) },
    ],
  },
  'remove-task': {
    words: () => ({ label: t`Remove task`, thing: t`A task to remove` }),
    typed: ({ type }, context) => [{ label: t`Task`, value: typeName(type, context) }],
    done: ({ type }, { standing }) => {
      const name = taskTypeName(type, standing.settings);
      return t`Removed ${name}`;
    },
  },
  'remove-tasks': {
    words: () => ({ label: t`Remove tasks`, thing: t`Tasks to remove` }),
    typed: ({ removed }, context) => [
      { label: t`Tasks`, value: listText(removed.map(({ type }) => typeName(type, context))) },
    ],
    done: ({ removed }) => plural(removed.length, { one: 'Removed # task', other: 'Removed # tasks' }),
  },
  'hand-back-task': {
    words: () => ({ label: t`Hand back`, thing: t`A task handed back` }),
    typed: ({ task, reason }, context) => [taskPart(task, context), reasonPart(reason)],
    done: ({ task }, place) => {
      const name = taskName(task, place);
      return t`Handed ${name} back`;
    },
  },
  'ask-information': {
    words: () => ({ label: t`Ask for information`, thing: t`A question about a task` }),
    typed: ({ task, owedBy, question }, context) => [
      taskPart(task, context),
      { label: t`Owed by`, value: owingWords(owedBy) },
      { label: t`Question`, value: question },
    ],
  },
  'give-information': {
    words: () => ({ label: t`Give information`, thing: t`Information about a task` }),
    typed: ({ task, answer }, context) => [taskPart(task, context), { label: t`Answer`, value: answer }],
    done: ({ task }, place) => {
      const name = taskName(task, place);
      return t`Gave the information about ${name}`;
    },
  },
  'withdraw-information': {
    words: () => ({ label: t`Withdraw the question`, thing: t`A question about a task that is withdrawn` }),
    typed: taskAlone,
    done: ({ task }, place) => {
      const name = taskName(task, place);
      return t`Withdrew the question about ${name}`;
    },
  },
} satisfies Partial<CommandsSaid>;

/** The lines that they leave in the log. */
export const taskLog = {
  'task-allocated': ({ who, task, office, own }) =>
    own ? t`${who} gave ${task} to ${office}, of their own company.` : t`${who} gave ${task} to ${office}.`,
  'task-moved': ({ who, task, office, own }) =>
    own
      ? t`${who} gave ${task} to another office: ${office}, of their own company.`
      : t`${who} gave ${task} to another office: ${office}.`,
  'received-confirmed': ({ who, task }) => t`${who} confirmed ${task} as received.`,
  'members-assigned': ({ who, task, name }) => t`${who} made ${name} responsible for ${task}.`,
  'time-set': ({ who, task, start, end }) => t`${who} set the time of ${task}: ${start} to ${end}.`,
  'task-started': ({ who, task }) => t`${who} started ${task}.`,
  'task-start-undone': ({ who, task }) => t`${who} undid the start of ${task}.`,
  'task-completed': ({ who, task }) => t`${who} completed ${task}.`,
  'task-approved': ({ who, task, own }) =>
    own ? t`${who} approved ${task}, work of their own company.` : t`${who} approved ${task}.`,
  'task-sent-back': ({ who, task }) => t`${who} sent ${task} back for correction.`,
  'task-added': ({ who, task }) => t`${who} added ${task}.`,
  'task-removed': ({ who, task, office }) =>
    office === '' ? t`${who} removed ${task}.` : t`${who} removed ${task}, which ${office} had.`,
  'task-handed-back': ({ who, task, office }) => t`${who} handed ${task} back for ${office}.`,
  'task-taken-back': ({ who, task, office }) => t`${who} took ${task} back from ${office}.`,
  'information-asked': ({ who, task, owes }) => t`${who} asked for information about ${task}. Owed by: ${owes}.`,
  'information-given': ({ who, task }) => t`${who} gave the information about ${task}.`,
  'information-withdrawn': ({ who, task }) => t`${who} withdrew the question about ${task}.`,
} satisfies Partial<LogSaid>;

/** What people are told of it. */
export const taskNotices = {
  'task-allocated': () => ({ title: t`Your office has a new task`, next: t`Confirm that you have received it.` }),
  'task-moved': () => ({ title: t`A task was given to another office`, next: t`Nothing is left to do for it.` }),
  'task-assigned': () => ({ title: t`You are responsible for a task`, next: t`Open the case to see what it needs.` }),
  'task-started': () => ({ title: t`Your task was started for you`, next: t`Open the case to go on with it.` }),
  'task-start-undone': () => ({
    title: t`The start of a task was undone`,
    next: t`Read why; it can be started again.`,
  }),
  'task-completed': () => ({ title: t`A task is completed`, next: t`Check and approve it.` }),
  'task-approved': () => ({ title: t`A task is approved`, next: t`Nothing is left to do for it.` }),
  'task-sent-back': () => ({ title: t`A task came back for correction`, next: t`Read the reason and correct it.` }),
  'task-added': () => ({ title: t`A task was added`, next: t`It is with no office yet.` }),
  'task-removed': () => ({
    title: t`A task of your office was removed`,
    next: t`Nothing has to be done for it any more.`,
  }),
  'task-handed-back': () => ({ title: t`A task was handed back`, next: t`Read the reason; no office has it now.` }),
  'task-taken-back': () => ({
    title: t`A task of your office was taken back`,
    next: t`Nothing has to be done for it any more.`,
  }),
  'information-wanted': () => ({ title: t`Information is wanted`, next: t`Read the question and answer it.` }),
  'information-given': () => ({ title: t`Information was given`, next: t`Read the answer and go on with the task.` }),
  'information-withdrawn': () => ({
    title: t`Information is no longer wanted`,
    next: t`Nothing has to be answered any more.`,
  }),
} satisfies Partial<NoticesSaid>;

function taskAlone({ task }: { readonly task: string }, context: TypedContext): readonly TypedPart[] {
  return [taskPart(task, context)];
}

function taskPart(id: string, context: TypedContext): TypedPart {
  const type = context.row?.tasks.find((task) => task.id === id)?.type;
  return { label: t`Task`, value: type === undefined ? t`not known on this computer` : typeName(type, context) };
}

function typeName(type: string, { settings }: TypedContext): string {
  return settings ? taskTypeName(type, settings) : type;
}

function addedName({ type, extra }: AddTask, context: TypedContext): string {
  const name = typeName(type, context);
  return extra ? t`${name} (extra task)` : name;
}

function officePart(id: string, context: TypedContext): TypedPart {
  return { label: t`Office`, value: officeName(id, context) };
}

function taskName(id: string, { case: subject, standing }: DoneIn): string {
  const task = subject.tasks.find((each) => each.id === id);
  return task ? taskTypeName(task.type, standing.settings) : '';
}
