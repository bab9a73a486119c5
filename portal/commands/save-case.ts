import type { WithdrawalReason } from '../../shared/contract/sync.ts';
import type { Case, CaseContent } from '../../shared/domain/case/case.ts';
import { isGiven } from '../../shared/domain/case/parts/given.ts';
import type { PartName } from '../../shared/domain/case/parts/part.ts';
import { changesBetween, textsOf, type PartChanges } from '../../shared/domain/case/parts/split.ts';
import { mostGivenBy, tiesOf, type Tied } from '../../shared/domain/case/parts/ties.ts';
import type { LogEntry } from '../../shared/domain/case/log-entry.ts';
import type { RoleBrief } from '../../shared/domain/external-case-handler/role.ts';
import type { ChatEntry } from '../../shared/domain/chat/chat-entry.ts';
import type { Network } from '../reads/network.ts';
import { entryRows, insertParts, insertRows, newTexts, partRows, putParts } from '../store/case-rows.ts';
import { numberChanges, numberRows, saveNumbers } from '../store/invoice-numbers.ts';
import { rowColumns } from '../store/row-texts.ts';
import type { CaseEntryTable, CaseFileTable, CasePartTable } from '../store/case-tables.ts';
import { loseTies, putTies, tieRow } from '../store/tie-rows.ts';
import { briefFor } from './case-brief.ts';
import { rowParts, type StoredCase } from './case-content.ts';
import type { Change } from './in-change.ts';

/** What a decision made of a case. */
export interface CaseSave {
  readonly before: StoredCase;
  readonly after: Case;
  readonly chat: readonly ChatEntry[];
  readonly log: readonly LogEntry[];
  /** What is told of a waiting role, where that changes while the case does not. */
  readonly brief?: RoleBrief | null;
  /** Why ties are lost, where the case itself does not tell. */
  readonly because?: WithdrawalReason | undefined;
}

/** Saves what changed of a case: as much as changed, whatever else there is in it. */
export async function saveCase(made: Change, network: Network, save: CaseSave): Promise<void> {
  const { before, after, chat, log } = save;
  // Of several portal servers one may have a clock that is behind: a case goes on no earlier than it was.
  const change = before.case.changedAt > made.at ? { ...made, at: before.case.changedAt } : made;
  const brief = save.brief === undefined ? briefAfter(network, save) : save.brief;
  const changes = changesBetween({ case: before.case, brief: before.brief }, { case: after, brief });
  const texts = partRows(change, after.id, changes);
  const entries = entryRows(change, after.id, { chat, log });
  await updateFile(change, save, changes);
  await putParts(change, texts);
  await saveNumbers(change.db, numberChanges(change.portal, before.case, after));
  await insertRows(entries, (rows) => change.db.insertInto('case_entry').values(rows).execute());
  const [was, is] = [tiesOf(before.case), tiesOf(after)];
  const names = { was: new Set(was.map(nameOf)), is: new Set(is.map(nameOf)) };
  const gained = is.filter((tied) => !names.was.has(nameOf(tied)));
  const lost = was.filter((tied) => !names.is.has(nameOf(tied)));
  await putTies(
    change,
    gained.map((tied) => tieRow(change, after, tied)),
  );
  await loseTies(
    change,
    after.id,
    lost.map((tied) => ({ ...tied, reason: save.because ?? reasonOf(tied, before.case, after) })),
  );
  touch(change, [...gained, ...lost], is, [...texts, ...entries]);
}

/** What it is made of is read only by who changes it. */
function briefAfter(network: Network, { before, after }: CaseSave): RoleBrief | null {
  const { role, tasks, budgets, state } = before.case;
  const same = role === after.role && tasks === after.tasks && budgets === after.budgets && state === after.state;
  return same ? before.brief : briefFor(after, network);
}

async function updateFile(
  change: Change,
  { before, after, chat }: CaseSave,
  { changed, gone }: PartChanges,
): Promise<void> {
  const touched = new Set<PartName>([...changed, ...gone].map(({ part }) => part));
  const inRow = rowParts.some((part) => touched.has(part));
  const saved = await change.db
    .updateTable('case_file')
    .set({
      changed: change.number,
      changed_at: change.at,
      messages: before.messages + chat.length,
      state: after.state,
      ...(touched.has('role') ? roleColumns(after) : {}),
      ...(touched.has('role-past') ? { role_declined: after.roleDeclined ? 1 : 0 } : {}),
      ...(inRow ? rowColumns(after) : {}),
    })
    .where('portal', '=', change.portal)
    .where('id', '=', after.id)
    .where('changed', '=', before.changed)
    .executeTakeFirst();
  if (saved.numUpdatedRows !== 1n) throw new Error('A case changed under the portal lock.');
}

/** Adds new cases in bulk, for imports: a few statements for hundreds of cases. */
export async function addCases(change: Change, network: Network, contents: readonly CaseContent[]): Promise<void> {
  const files = contents.map((content) => fileRow(change, content));
  await insertRows(files, (rows) => change.db.insertInto('case_file').values(rows).execute());
  const parts = contents.flatMap(({ case: whole }): readonly CasePartTable[] =>
    partRows(change, whole.id, newTexts(textsOf(whole, briefFor(whole, network)))),
  );
  await insertParts(change, parts);
  const gained = contents.flatMap(({ case: whole }) => numberRows(change.portal, whole));
  await saveNumbers(change.db, { gained, lost: [] });
  const entries = contents.flatMap((content): readonly CaseEntryTable[] => entryRows(change, content.case.id, content));
  await insertRows(entries, (rows) => change.db.insertInto('case_entry').values(rows).execute());
  const ties = contents.flatMap(({ case: whole }) => tiesOf(whole).map((tied) => tieRow(change, whole, tied)));
  await putTies(change, ties);
  change.touch(...new Set(ties.map(({ tied_to }) => tied_to)));
}

function fileRow(change: Change, { case: whole, chat }: CaseContent): CaseFileTable {
  return {
    portal: change.portal,
    id: whole.id,
    number: whole.number,
    claim_number: whole.claimNumber,
    state: whole.state,
    changed: change.number,
    changed_at: change.at,
    messages: chat.length,
    role_declined: whole.roleDeclined ? 1 : 0,
    ...roleColumns(whole),
    ...rowColumns(whole),
  };
}

function roleColumns({ role }: Case): Pick<CaseFileTable, 'role_office' | 'role_user'> {
  return { role_office: role?.office ?? null, role_user: role?.user?.member ?? null };
}

/** Whom it concerns: who gains or loses the case, and whoever is tied to it by what gives a touched text at most. */
function touch(
  change: Change,
  changed: readonly Tied[],
  held: readonly Tied[],
  rows: readonly (CasePartTable | CaseEntryTable)[],
): void {
  const places = rows.map((row) => ({ part: 'part' in row ? row.part : row.tail, owner: row.owner }));
  const told = held.filter((tied) => places.some((place) => reaches(tied, place)));
  change.touch(...new Set([...changed, ...told].map(({ to }) => to)));
}

/** Whose company a person is with is not asked: that may only touch more. */
function reaches({ to, tie }: Tied, { part, owner }: { readonly part: PartName; readonly owner: string }): boolean {
  const company = to.startsWith('company:') ? to.slice('company:'.length) : owner;
  return isGiven(mostGivenBy(tie).get(part), owner === '' ? null : owner, company);
}

function nameOf({ to, tie }: Tied): string {
  return `${to} ${tie}`;
}

/** Why a tie was lost, in the codes that a tombstone may hold (sync.md 32). */
function reasonOf(tied: Tied, before: Case, now: Case): WithdrawalReason {
  const { tie } = tied;
  if (now.state === 'deleted') return 'deleted';
  if (tie !== 'handler' && tie !== 'role-office') return taskReasonOf(tied, before, now);
  if (!now.role) return 'role-removed';
  return now.role.revision === before.role?.revision ? 'other' : 'role-moved';
}

/** What became of the task by which somebody was tied to the case. */
function taskReasonOf({ to }: Tied, before: Case, now: Case): WithdrawalReason {
  if (before.decision === null && now.decision !== null) return 'early-decision';
  const left = before.tasks.filter((task) => {
    const its = [`company:${task.company ?? ''}`, ...task.responsibles.map(({ member }) => `member:${member}`)];
    return its.includes(to);
  });
  const after = left.map(({ id }) => now.tasks.find((task) => task.id === id));
  if (after.some((task) => task === undefined)) return 'task-removed';
  return after.some((task) => task?.company === null) ? 'task-handed-back' : 'task-moved';
}
