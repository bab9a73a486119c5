import type { Case, CaseContent } from '../case/case.ts';
import type { ContraryDecision, Logged } from '../case/log-entry.ts';
import type { CaseQuestion, Told } from '../decision.ts';
import type { OfficeId } from '../ids.ts';
import type { Thing } from '../overwriting.ts';
import type { Task } from '../task/task.ts';
import type { CompensationResult } from './compensation.ts';
import type { compensationLines } from './compensation-told.ts';

/** The line of the log that says a result. */
export const lineOf = {
  approved: 'compensation-approved',
  partly: 'compensation-partly',
  rejected: 'compensation-rejected',
} as const satisfies Readonly<Record<CompensationResult, (typeof compensationLines)[number]>>;

/** The decision of a case, for what takes it back. */
export const decisionOfCase: Thing<Case> = {
  thing: 'decision',
  in: ({ id, decision }) => {
    // One that was imported goes by the case.
    const owner: string = id;
    return decision && { revision: decision.revision ?? owner, by: decision.by?.name ?? null, at: decision.at };
  },
};

/** The one inspection that is decided on; undefined where a case has none. */
export function mainInspection({ tasks }: Pick<Case, 'tasks'>): Task | undefined {
  return tasks.find(({ main }) => main);
}

/** What the log shows of a decision: never why, and never an amount. */
export function shownOfDecision(subject: Case): Logged {
  return { status: mainInspection(subject)?.status ?? null, decision: subject.decision?.result ?? null };
}

const decided: ReadonlySet<string> = new Set([...Object.values(lineOf), 'compensation-reversed']);

/** What was decided last on the compensation: by the log where it is read, else by what every reader is told. */
export function lastOfDecision({ case: { decision }, log }: CaseContent): ContraryDecision | null {
  const entry = log.findLast(({ what }) => decided.has(what));
  if (entry || !decision) return entry ?? null;
  return { what: lineOf[decision.result], by: decision.by, at: decision.at, facts: {} };
}

/** Every office that has a task, once. */
export function officesOf(tasks: readonly Task[]): readonly { readonly office: OfficeId; readonly company: string }[] {
  const found = new Map<OfficeId, { readonly office: OfficeId; readonly company: string }>();
  for (const { office, company } of tasks)
    if (office !== null && company !== null) found.set(office, { office, company });
  return [...found.values()];
}

/** Tells everybody whose work hangs on the decision: the offices with tasks, who handles the case, the insurer. */
export function tellEverybody(
  { case: { role } }: CaseQuestion,
  tasks: readonly Task[],
  notice: 'compensation-decided' | 'compensation-reversed',
): readonly Told[] {
  const handler = role?.user;
  return [
    [notice, { kind: 'insurer' }],
    ...officesOf(tasks).map((office): Told => [notice, { kind: 'office', ...office }]),
    ...(handler ? [[notice, { kind: 'member', member: handler.member }] as const] : []),
  ];
}
