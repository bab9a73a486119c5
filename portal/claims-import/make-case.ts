import type { Case } from '../../shared/domain/case/case.ts';
import type { LogEntry } from '../../shared/domain/case/log-entry.ts';
import type { CaseId, CommandId, PortalId } from '../../shared/domain/ids.ts';
import { createdId } from '../../shared/domain/ids.ts';
import type { PersonRef } from '../../shared/domain/member/person-ref.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import type { Role } from '../../shared/domain/rights/rights.ts';
import { targetFrom } from '../../shared/domain/task/target.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import type { Claim, ClaimTask } from './claim.ts';

/** What a case begins with, beside its claim. */
export interface CaseBeginning {
  readonly portal: PortalId;
  readonly settings: PortalSettings;
  readonly id: CaseId;
  /** The system's number. */
  readonly number: string;
  /** Stands for the command that brings it: its tasks' revision. */
  readonly command: CommandId;
  readonly at: Moment;
  readonly by: { readonly person: PersonRef; readonly as: Role };
}

/** A new case and its first log line. */
export interface BegunCase {
  readonly case: Case;
  readonly log: LogEntry;
}

/** Makes the case of a claim: one main inspection always, and the tasks of the file. */
export function beginCase(claim: Claim, beginning: CaseBeginning): BegunCase {
  const { at, command } = beginning;
  const reportedAt = claim.reportedAt ?? at;
  const main = beginTask(claim.inspection, { ...beginning, index: 0, reportedAt });
  const others = claim.tasks.map((task, index) => beginTask(task, { ...beginning, index: index + 1, reportedAt }));
  const decision = claim.decision && {
    result: claim.decision.result,
    at: claim.decision.at ?? reportedAt,
    by: claim.handler,
  };
  const made: Case = {
    id: beginning.id,
    portal: beginning.portal,
    number: beginning.number,
    claimNumber: claim.claimNumber,
    state: 'open',
    createdAt: reportedAt,
    changedAt: at,
    damage: claim.damage,
    site: claim.site,
    customer: claim.customer,
    cover: claim.cover,
    handler: claim.handler,
    role: null,
    roleDeclined: null,
    tasks: [main, ...others],
    budgets: [],
    documents: [],
    decision,
    hidden: [],
  };
  return { case: made, log: importedEntry(beginning, command) };
}

function importedEntry({ at, by }: CaseBeginning, command: CommandId): LogEntry {
  return {
    id: `${command}-log-case-imported`,
    command,
    what: 'case-imported',
    by: by.person,
    as: by.as,
    at,
    receivedAt: at,
    facts: {},
    company: null,
  };
}

function beginTask(
  task: ClaimTask,
  { index, reportedAt, settings, command }: CaseBeginning & { readonly index: number; readonly reportedAt: Moment },
): Task {
  const since = task.since ?? reportedAt;
  return {
    id: createdId<'task'>(command, index),
    type: task.type.code,
    kind: task.type.kind,
    several: task.type.responsibles === 'several',
    budget: task.type.budget,
    main: index === 0,
    status: task.status,
    office: task.office?.id ?? null,
    company: task.office?.company ?? null,
    responsibles: task.responsibles,
    plannedStart: task.plannedStart,
    plannedEnd: task.plannedEnd,
    since,
    target: targetFrom(settings, task.status, since, task.office ?? undefined),
    completedBy: null,
    sentBack: null,
    revision: command,
  };
}
