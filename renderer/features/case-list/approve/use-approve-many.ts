import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { mostTasksAtOnce } from '../../../../shared/domain/task/to-approve.ts';
import { useWorkplace } from '../../../bindings/contexts.ts';
import type { OfflineDesk } from '../../../offline/offline-desk.ts';
import { taskTypeName } from '../../../words/task-words.ts';
import { useApproveRun, type RunLine } from './approve-run.ts';
import type { PlannedTask, SeenTasks } from './plan-approval.ts';

/** Issues a plan as one batch: a command a case, with the revisions that were seen of its tasks. */
export function useApproveMany() {
  const { offline } = useWorkplace();
  const keep = useApproveRun(({ set }) => set);
  const [done, setDone] = useState<number | null>(null);
  const approve = async (plan: readonly PlannedTask[], seen: SeenTasks): Promise<void> => {
    const batch = uuidv7();
    const lines: RunLine[] = plan.flatMap((planned) =>
      planned.refusal ? [lineOf(planned, { kind: 'left-out', refusal: planned.refusal })] : [],
    );
    const commands = perCommand(plan.filter(({ refusal }) => refusal === null));
    for (const [index, tasks] of commands.entries()) {
      setDone(index);
      const outcome = await issueOne(offline, tasks, { seen, batch });
      lines.push(...tasks.map((planned) => lineOf(planned, outcome)));
      // Closed half way, what was done until then can be looked at.
      keep({ run: { lines: [...lines], refused: new Map() } });
    }
    setDone(null);
    keep({ run: { lines, refused: new Map() }, shown: true });
  };
  return { approve, done };
}

/** The tasks of one command each: of one case, and no more of them than it takes. */
export function perCommand(plan: readonly PlannedTask[]): readonly (readonly PlannedTask[])[] {
  const cases = new Map<string, readonly PlannedTask[]>();
  for (const planned of plan) {
    const { portal, case: id } = planned.open.key;
    cases.set(`${portal}/${id}`, [...(cases.get(`${portal}/${id}`) ?? []), planned]);
  }
  return [...cases.values()].flatMap((tasks) =>
    Array.from({ length: Math.ceil(tasks.length / mostTasksAtOnce) }, (_, part) =>
      tasks.slice(part * mostTasksAtOnce, (part + 1) * mostTasksAtOnce),
    ),
  );
}

function issueOne(
  offline: OfflineDesk,
  tasks: readonly PlannedTask[],
  { seen, batch }: { readonly seen: SeenTasks; readonly batch: string },
) {
  const [first] = tasks;
  if (!first) throw new Error('A command about no task.');
  const { portal, case: id } = first.open.key;
  const named = new Set(tasks.map(({ task }) => `task:${task.id}`));
  return offline.issue({
    portal,
    name: 'approve-tasks',
    subject: { kind: 'case', id },
    input: { tasks: tasks.map(({ task }) => task.id) },
    seen: (seen.get(`${portal}/${id}`) ?? []).filter(({ thing }) => named.has(thing)),
    batch,
  });
}

function lineOf({ open, task }: PlannedTask, outcome: RunLine['outcome']): RunLine {
  const { portal, case: id } = open.key;
  const name = taskTypeName(task.type, open.standing.settings);
  return { portal, case: id, number: open.content.case.number, task: task.id, name, outcome };
}
