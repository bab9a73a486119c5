import type { Case, CaseContent } from '../../shared/domain/case/case.ts';
import type { LogEntry } from '../../shared/domain/case/log-entry.ts';
import type { ChatEntry } from '../../shared/domain/chat/chat-entry.ts';
import type { WithdrawalReason } from '../../shared/contract/sync.ts';
import type { Network } from '../reads/network.ts';
import type { CaseFileTable, EntryTable } from '../store/tables.ts';
import type { StoredCase } from './case-content.ts';
import { namedIn, renderViews, shownRow, writeRows, writeViews } from './case-views.ts';
import type { Change } from './in-change.ts';

/** What a decision made of a case. */
export interface CaseSave {
  readonly before: StoredCase;
  readonly after: Case;
  readonly chat: readonly ChatEntry[];
  readonly log: readonly LogEntry[];
  /** Why audiences leave, where the case itself does not tell. */
  readonly because?: WithdrawalReason;
}

/** Saves a changed case: aggregate, what was written, who is named, and what each audience sees. */
export async function saveCase(change: Change, network: Network, save: CaseSave): Promise<void> {
  const { before, after, chat, log } = save;
  const { portal, id, ...columns } = fileColumns(change, after, before.version + 1);
  const saved = await change.db
    .updateTable('case_file')
    .set(columns)
    .where('portal', '=', portal)
    .where('id', '=', id)
    .where('version', '=', before.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows !== 1n) throw new Error('A case changed under the portal lock.');
  const entries = entryRows(change, { case: after, chat, log }, before.chat.length + before.log.length);
  if (entries.length > 0) await change.db.insertInto('entry').values(entries).execute();
  await saveNamed(change, before.case, after);
  const content = { case: after, chat: [...before.chat, ...chat], log: [...before.log, ...log] };
  await writeViews(change, network, [{ content, before: before.case, because: save.because }]);
}

/** Adds new cases in bulk, for imports: a few statements for hundreds of cases. */
export async function addCases(change: Change, network: Network, contents: readonly CaseContent[]): Promise<void> {
  for (let from = 0; from < contents.length; from += slice) {
    await addSlice(change, network, contents.slice(from, from + slice));
  }
}

/** Every statement stays below the 32,766 values that SQLite takes. */
const slice = 200;

async function addSlice(change: Change, network: Network, contents: readonly CaseContent[]): Promise<void> {
  const files = contents.map((content) => fileColumns(change, content.case, 1));
  await change.db.insertInto('case_file').values(files).execute();
  const entries = contents.flatMap((content) => entryRows(change, content, 0));
  for (let from = 0; from < entries.length; from += 1000) {
    await change.db
      .insertInto('entry')
      .values(entries.slice(from, from + 1000))
      .execute();
  }
  const named = contents.flatMap(({ case: whole }) => personRows(change, whole));
  if (named.length > 0) await change.db.insertInto('case_person').values(named).execute();
  const views = contents.flatMap((content) =>
    renderViews(content, network).map((view) => ({ view, row: shownRow(change, content.case, view) })),
  );
  await writeRows(
    change,
    views.map(({ row }) => row),
  );
  change.touch(...new Set(views.map(({ view }) => view.audience)));
}

function fileColumns(change: Change, whole: Case, version: number): CaseFileTable {
  return {
    portal: change.portal,
    id: whole.id,
    number: whole.number,
    claim_number: whole.claimNumber,
    state: whole.state,
    version,
    role_office: whole.role?.office ?? null,
    role_user: whole.role?.user?.member ?? null,
    aggregate: JSON.stringify(whole),
  };
}

function entryRows(change: Change, content: CaseContent, first: number): EntryTable[] {
  const row = (kind: 'chat' | 'log') => (entry: ChatEntry | LogEntry) => ({ kind, body: JSON.stringify(entry) });
  return [...content.chat.map(row('chat')), ...content.log.map(row('log'))].map((entry, index) => ({
    ...entry,
    portal: change.portal,
    case_id: content.case.id,
    seq: first + index,
    change: change.number,
  }));
}

function personRows(change: Change, whole: Case) {
  return namedIn(whole).map((member) => ({ portal: change.portal, case_id: whole.id, member }));
}

async function saveNamed(change: Change, before: Case, after: Case): Promise<void> {
  const [had, has] = [new Set(namedIn(before)), new Set(namedIn(after))];
  const gone = [...had].filter((member) => !has.has(member));
  const come = personRows(change, after).filter(({ member }) => !had.has(member));
  if (gone.length > 0) {
    await change.db
      .deleteFrom('case_person')
      .where('portal', '=', change.portal)
      .where('case_id', '=', after.id)
      .where('member', 'in', gone)
      .execute();
  }
  if (come.length > 0) await change.db.insertInto('case_person').values(come).execute();
}
