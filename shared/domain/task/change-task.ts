import type { Case } from '../case/case.ts';
import type { CompensationDecision } from '../compensation/compensation.ts';
import { deadlineStart, type CaseQuestion } from '../decision.ts';
import type { TaskId } from '../ids.ts';
import type { Standing } from '../member/standing.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { TaskStatus } from './task-status.ts';
import type { Task } from './task.ts';
import { targetFrom } from './target.ts';

/** The task of a case, or undefined. */
export function findTask(subject: Case, id: TaskId): Task | undefined {
  return subject.tasks.find((task) => task.id === id);
}

/** The tasks of a case with one of them changed and given this command as its revision. */
export function withTask(
  { case: subject, stamp }: Pick<CaseQuestion, 'case' | 'stamp'>,
  task: Task,
  change: Partial<Task>,
): readonly Task[] {
  const after: Task = { ...task, ...change, revision: stamp.id };
  return subject.tasks.map((each) => (each.id === task.id ? after : each));
}

/** The change of a task that reaches a status: when, and until when the next is expected; the clock restarts (domain.md §4.2). */
export function reaching(
  { directory, standing, stamp }: CaseQuestion,
  { office }: Task,
  status: TaskStatus,
): Pick<Task, 'status' | 'since' | 'target'> {
  const entry = directory.offices.find(({ id }) => id === office);
  return { status, since: stamp.at, target: targetFrom(standing.settings, status, deadlineStart(stamp), entry) };
}

/** The refusal of a task that is not in one of the expected statuses, or null. */
export function wrongStatus(task: Task, expected: readonly TaskStatus[]): Refusal | null {
  if (expected.includes(task.status)) return null;
  return { code: 'status-conflict', grantor: 'nobody', status: task.status, expected };
}

/** What the gate reads of a case, which a row of the case list tells too. */
interface Gated {
  readonly standing: Pick<Standing, 'settings'>;
  readonly case: {
    readonly tasks: readonly Pick<Task, 'main'>[];
    readonly decision: Pick<CompensationDecision, 'result'> | null;
  };
}

/** Repairs wait for the compensation decision where the portal says so; first aid never does (domain.md §3.5). */
export function gateRefusal({ standing, case: subject }: Gated, { kind }: Pick<Task, 'kind'>): Refusal | null {
  const waits = standing.settings.decisionGate === 'repairs-wait' && kind === 'repair';
  if (!waits || !subject.tasks.some((each) => each.main)) return null;
  const { decision } = subject;
  if (decision === null) return { code: 'inspection-undecided', grantor: 'insurer' };
  return decision.result === 'rejected' ? { code: 'inspection-rejected', grantor: 'insurer' } : null;
}
