import { t } from '@lingui/core/macro';
import type { CommandsSaid, DoneIn, TypedContext, TypedPart } from '../family-words.ts';
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
  'send-back-task': {
    words: () => ({ label: t`Send back`, thing: t`A task sent back for correction` }),
    typed: ({ task, reason }, context) => [taskPart(task, context), reasonPart(reason)],
    done: ({ task }, place) => {
      const name = taskName(task, place);
      return t`Sent ${name} back`;
    },
  },
} satisfies Partial<CommandsSaid>;

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
