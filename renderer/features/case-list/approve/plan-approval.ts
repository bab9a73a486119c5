import { checkCase, type CaseCommand } from '../../../../shared/domain/command-book.ts';
import { lacksInvoice } from '../../../../shared/domain/invoice/lacks-invoice.ts';
import type { Moment } from '../../../../shared/domain/moment.ts';
import type { BasedOn } from '../../../../shared/domain/revision.ts';
import type { Refusal } from '../../../../shared/domain/rights/refusal.ts';
import { toApprove } from '../../../../shared/domain/task/to-approve.ts';
import type { Task } from '../../../../shared/domain/task/task.ts';
import { revisionsOf } from '../../../../shared/domain/who-changed.ts';
import type { OpenCase } from '../../../offline/offline-desk.ts';
import { refusalWords } from '../../../words/refusal-words.ts';

/** A task that waits, and why it would be refused; null where it would be approved. */
export interface PlannedTask {
  readonly key: string;
  readonly open: OpenCase;
  readonly task: Task;
  readonly refusal: Refusal | null;
  /** It would be approved without an invoice; said, but no reason against it. */
  readonly lacksInvoice: boolean;
}

/** The revisions of the tasks as they were when they were first on the screen, by case. */
export type SeenTasks = ReadonlyMap<string, readonly BasedOn[]>;

/** What is on the screen of the tasks that wait. */
export function seenTasks(cases: readonly OpenCase[]): SeenTasks {
  return new Map(
    cases.map(({ key, content }) => {
      const tasks = toApprove(content.case).map(({ id }) => id);
      return [`${key.portal}/${key.case}`, revisionsOf(content.case, { name: 'approve-tasks', input: { tasks } })];
    }),
  );
}

/** The dry run, by the rules of the command: a task that changed or came since is left out as changed meanwhile. */
export function planApproval(cases: readonly OpenCase[], seen: SeenTasks, now: Moment): readonly PlannedTask[] {
  return cases.flatMap((open) => {
    const { key, standing, directory, content } = open;
    const basedOn = seen.get(`${key.portal}/${key.case}`) ?? [];
    const stamp = { id: 'forecast', at: now, receivedAt: null, basedOn };
    return toApprove(content.case).map((task): PlannedTask => {
      const command: CaseCommand = { name: 'approve-task', input: { task: task.id } };
      const isSeen = basedOn.some(({ thing }) => thing === `task:${task.id}`);
      const checked = checkCase({ actor: standing, directory, case: content.case, stamp }, command);
      const refusal = checked.kind === 'refused' ? checked.refusal : isSeen ? null : notSeen;
      const lacks = refusal === null && lacksInvoice(content.case, task, standing.company);
      return { key: `${key.portal}/${task.id}`, open, task, refusal, lacksInvoice: lacks };
    });
  });
}

const notSeen: Refusal = { code: 'stale', grantor: 'nobody', changedBy: null, changedAt: null };

/** Why some tasks are left out, each reason once, with the numbers of their cases. */
interface LeftOut {
  readonly words: string;
  readonly count: number;
  readonly numbers: readonly string[];
}

/** Grouped by what is read, the most tasks first. */
export function leftOut(plan: readonly PlannedTask[]): readonly LeftOut[] {
  const groups = new Map<string, PlannedTask[]>();
  for (const planned of plan) {
    if (!planned.refusal) continue;
    const words = refusalWords(planned.refusal, planned.open.standing).full;
    groups.set(words, [...(groups.get(words) ?? []), planned]);
  }
  return [...groups]
    .map(([words, tasks]) => ({ words, count: tasks.length, numbers: numbersOf(tasks) }))
    .toSorted((one, other) => other.count - one.count);
}

/** The numbers of their cases, each once. */
export function numbersOf(plan: readonly PlannedTask[]): readonly string[] {
  return [...new Set(plan.map(({ open }) => open.content.case.number))];
}
