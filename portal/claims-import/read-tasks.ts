import type { PersonRef } from '../../shared/domain/member/person-ref.ts';
import type { OfficeEntry } from '../../shared/domain/office/directory.ts';
import type { TaskType } from '../../shared/domain/portal/portal-settings.ts';
import { rankOf, taskStatuses, type TaskStatus } from '../../shared/domain/task/task-status.ts';
import { taskMemberExclusion } from '../../shared/domain/task/assign-members.ts';
import type { Claim, ClaimTask } from './claim.ts';
import type { ClaimsSurroundings } from './claims-surroundings.ts';
import type { ColumnMapping, TaskColumns } from './column-mapping.ts';
import type { CellReader } from './read-cells.ts';
import { shown } from './row-message.ts';

/** Statuses a file can bring: B, B+ and 3- wait for a budget, `I` for an answer, and a file carries neither. */
const importable: readonly TaskStatus[] = taskStatuses.filter((status) => !['B', 'B+', '3-', 'I'].includes(status));

type Columns = Partial<Omit<TaskColumns, 'type'>>;

/** The main inspection and its decision; without columns it waits for an office. */
export function readInspection(
  cells: CellReader,
  { inspection: columns }: ColumnMapping,
  around: ClaimsSurroundings,
): Pick<Claim, 'inspection' | 'decision'> {
  const result = decisionOf(cells, columns.decision);
  const decision = result && { result, at: cells.pastMoment(columns.decidedOn) };
  const task = readWork(cells, columns, around.inspection, around);
  const status = checkDecision(cells, columns, task.status, result);
  return { inspection: { ...task, status }, decision };
}

/** The tasks of the row's own columns; a task without a type is not there. */
export function readTasks(cells: CellReader, mapping: ColumnMapping, around: ClaimsSurroundings): readonly ClaimTask[] {
  return mapping.tasks.flatMap((columns) => {
    const code = cells.text(columns.type);
    if (code === null) return noTask(cells, columns);
    const type = around.settings.taskTypes.find((each) => each.code === code);
    if (type) return [readWork(cells, columns, type, around)];
    const known = around.settings.taskTypes.map((each) => each.code).join(', ');
    cells.wrong({
      column: columns.type,
      wrong: `${shown(code)} is no task type of the portal`,
      expected: `one of ${known}`,
    });
    return [];
  });
}

/** Without a type there is no task; then nothing may be said of one. */
function noTask(cells: CellReader, { type, ...others }: TaskColumns): readonly [] {
  const said = Object.values(others).find((column) => cells.text(column) !== null);
  if (said !== undefined) {
    cells.wrong({ column: type, wrong: 'it is empty', expected: `a task type, or nothing under “${said}”` });
  }
  return [];
}

function plannedTime(cells: CellReader, columns: Columns): Pick<ClaimTask, 'plannedStart' | 'plannedEnd'> {
  const [plannedStart, plannedEnd] = [cells.moment(columns.plannedStart), cells.moment(columns.plannedEnd)];
  if (plannedStart !== null && plannedEnd !== null && plannedEnd <= plannedStart) {
    const wrong = `${shown(cells.text(columns.plannedEnd) ?? '')} is not after the start`;
    cells.wrong({ column: columns.plannedEnd ?? '', wrong, expected: 'an end after the start' });
  }
  return { plannedStart, plannedEnd };
}

function readWork(cells: CellReader, columns: Columns, type: TaskType, around: ClaimsSurroundings): ClaimTask {
  const office = officeOf(cells, columns.office, type, around);
  const named = cells.text(columns.office) !== null;
  const status = statusOf(cells, columns.status) ?? (named ? '0' : 'C');
  if (named === (status === 'C')) {
    const expected = named ? 'a status from 0 on' : 'an office, or the status C';
    cells.wrong({ column: columns.office ?? columns.status ?? '', wrong: `the task is in status ${status}`, expected });
  }
  return {
    type,
    status,
    office,
    responsibles: responsiblesOf(cells, columns, { type, status, office }, around),
    since: cells.pastMoment(columns.since),
    ...plannedTime(cells, columns),
  };
}

function statusOf(cells: CellReader, column: string | undefined): TaskStatus | null {
  const cell = cells.text(column);
  if (cell === null || column === undefined) return null;
  const status = importable.find((each) => each === cell);
  if (status) return status;
  const expected = `one of ${importable.join(', ')} (a waiting budget is not imported: use 2, and send the budget)`;
  return cells.wrong({ column, wrong: `${shown(cell)} is no status a file can bring`, expected });
}

function officeOf(
  cells: CellReader,
  column: string | undefined,
  type: TaskType,
  around: ClaimsSurroundings,
): OfficeEntry | null {
  const cell = cells.text(column);
  if (cell === null || column === undefined) return null;
  const office = around.offices.get(cell);
  if (!office) {
    return cells.wrong({
      column,
      wrong: `${shown(cell)} is no office`,
      expected: 'the id or name of a partner office',
    });
  }
  if (office.services.includes(type.code)) return office;
  const expected = `an office that offers ${type.code}`;
  return cells.wrong({ column, wrong: `${office.name} does not offer ${type.code}`, expected });
}

function responsiblesOf(
  cells: CellReader,
  columns: Columns,
  task: Pick<ClaimTask, 'type' | 'status' | 'office'>,
  around: ClaimsSurroundings,
): readonly PersonRef[] {
  const column = columns.responsibles;
  const named = (cells.text(column) ?? '').split(';').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
  const found = named.map((each) => around.members.get(each.toLowerCase()));
  const work = { type: task.type.code, company: task.office?.company ?? null };
  const wrong = named.find((_, index) => {
    const member = found[index];
    return !member || taskMemberExclusion(member, work) !== null;
  });
  if (wrong !== undefined) {
    const expected = `e-mail addresses of active people of the task's company, certified for ${task.type.code}`;
    cells.wrong({ column: column ?? '', wrong: `${shown(wrong)} cannot be responsible`, expected });
  }
  if (found.length > 1 && task.type.responsibles === 'one') {
    cells.wrong({ column: column ?? '', wrong: 'several people are named', expected: 'one person for this task type' });
  }
  const needed = task.office !== null && rankOf(task.status) >= rankOf('1') && task.status !== 'A';
  if (needed && named.length === 0) {
    const expected = 'who is responsible, from status 1 on';
    cells.wrong({ column: column ?? columns.status ?? '', wrong: 'nobody is responsible', expected });
  }
  return found.flatMap((member) => (member ? [{ member: member.id, name: member.name, company: member.company }] : []));
}

function decisionOf(cells: CellReader, column: string | undefined): 'approved' | 'rejected' | null {
  const cell = cells.text(column);
  if (cell === null || column === undefined) return null;
  if (cell === 'approved' || cell === 'rejected') return cell;
  const expected = 'approved, rejected or an empty cell';
  return cells.wrong({ column, wrong: `${shown(cell)} is no decision`, expected });
}

/** The main inspection is finished by its decision and by nothing else (domain.md §3.4). */
function checkDecision(
  cells: CellReader,
  columns: Columns,
  status: TaskStatus,
  decision: 'approved' | 'rejected' | null,
): TaskStatus {
  const said = cells.text(columns.status);
  if (decision !== null && said === null) return 'A';
  if ((status === 'A') === (decision !== null)) return status;
  const wrong = decision === null ? 'the inspection is in A without a decision' : 'the decision is made';
  const expected = decision === null ? 'a decision, or a status up to 4' : 'the status A';
  cells.wrong({ column: columns.status ?? '', wrong, expected });
  return status;
}
