import { setImmediate as letOthersIn } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import type { Case, CaseContent } from '../../../shared/domain/case/case.ts';
import { textsOf } from '../../../shared/domain/case/parts/split.ts';
import { tiesOf } from '../../../shared/domain/case/parts/ties.ts';
import type { LogEntry } from '../../../shared/domain/case/log-entry.ts';
import type { ChatEntry } from '../../../shared/domain/chat/chat-entry.ts';
import { namingWhoCompleted } from '../../../shared/domain/task/complete-task.ts';
import { insertParts, insertRows, newTexts, partRows, placeIn, type RowChange, type RowTarget } from '../case-rows.ts';
import { rowTexts } from '../row-texts.ts';
import { putTies, tieRow } from '../tie-rows.ts';
import { groupByCase } from '../../reads/group-by-case.ts';
import type { Engine } from '../engine.ts';
import { readJson } from '../json.ts';
import type { Progress } from '../progress.ts';
import type { CaseEntryTable } from '../case-tables.ts';
import type { Tables } from '../tables.ts';

/** A few statements a slice. */
const slice = 200;

/**
 * Cases become files of parts (docs/decisions/0030): what lay as one text each, and once more for every audience, is
 * written part by part. Nobody holds anything of it yet: the app fetches its pages anew. What is told of a role that
 * waits depends on people, and follows at the start.
 */
export function makeParts(engine: Engine, progress?: Progress): (db: Kysely<unknown>) => Promise<void> {
  return async (db) => {
    await makeTables(db);
    await addColumns(db);
    // The tables of before, of which this version has no types any more.
    await fill({ db: db as Kysely<Before>, today: { db: db as Kysely<Tables> } }, progress);
    await replaceWhatWas(db);
    await makeIndexes(db);
    if (engine === 'postgres') await sql`analyze`.execute(db);
  };
}

interface Before extends Tables {
  readonly case_file: Tables['case_file'] & { readonly aggregate: string };
  readonly case_file_of_parts: Omit<Tables['case_file'], 'row_invoices' | 'row_checks' | 'row_settlements'>;
  readonly case_view: { readonly portal: string; readonly case_id: string; readonly changed: number };
  readonly entry: {
    readonly portal: string;
    readonly case_id: string;
    readonly seq: number;
    readonly kind: 'chat' | 'log';
    readonly body: string;
    readonly change: number;
  };
}

async function makeTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('case_part')
    .addColumn('portal', 'text', notNull)
    .addColumn('case_id', 'text', notNull)
    .addColumn('part', 'text', notNull)
    .addColumn('key', 'text', notNull)
    .addColumn('owner', 'text', notNull)
    .addColumn('place', 'bigint', notNull)
    .addColumn('changed', 'bigint', notNull)
    .addColumn('changed_at', 'text', notNull)
    .addColumn('gone', 'integer', notNull)
    .addColumn('text', 'text', notNull)
    .addPrimaryKeyConstraint('case_part_key', ['portal', 'case_id', 'part', 'key', 'owner'])
    .execute();
  await db.schema
    .createTable('case_entry')
    .addColumn('portal', 'text', notNull)
    .addColumn('case_id', 'text', notNull)
    .addColumn('tail', 'text', notNull)
    .addColumn('place', 'bigint', notNull)
    .addColumn('owner', 'text', notNull)
    .addColumn('change', 'bigint', notNull)
    .addColumn('at', 'text', notNull)
    .addColumn('text', 'text', notNull)
    .addPrimaryKeyConstraint('case_entry_key', ['portal', 'case_id', 'tail', 'place'])
    .execute();
  await db.schema
    .createTable('case_tie')
    .addColumn('portal', 'text', notNull)
    .addColumn('tied_to', 'text', notNull)
    .addColumn('tie', 'text', notNull)
    .addColumn('case_id', 'text', notNull)
    .addColumn('gained', 'bigint', notNull)
    .addColumn('gained_at', 'text', notNull)
    .addColumn('lost', 'bigint')
    .addColumn('lost_at', 'text')
    .addColumn('lost_reason', 'text')
    .addColumn('number', 'text', notNull)
    .addPrimaryKeyConstraint('case_tie_key', ['portal', 'case_id', 'tied_to', 'tie'])
    .execute();
  await db.schema
    .createTable('case_file_of_parts')
    .addColumn('portal', 'text', notNull)
    .addColumn('id', 'text', notNull)
    .addColumn('number', 'text', notNull)
    .addColumn('claim_number', 'text', notNull)
    .addColumn('state', 'text', notNull)
    .addColumn('role_office', 'text')
    .addColumn('role_user', 'text')
    .addColumn('changed', 'bigint', notNull)
    .addColumn('changed_at', 'text', notNull)
    .addColumn('messages', 'bigint', notNull)
    .addColumn('role_declined', 'bigint', notNull)
    .addColumn('row_text', 'text', notNull)
    .addColumn('row_header', 'text', notNull)
    .addColumn('row_budgets', 'text', notNull)
    .addPrimaryKeyConstraint('case_file_of_parts_key', ['portal', 'id'])
    .execute();
}

/** Once the tables are full: to keep an index meanwhile takes far longer. */
async function makeIndexes(db: Kysely<unknown>): Promise<void> {
  const index = (name: string, table: string, columns: string[]) =>
    db.schema.createIndex(name).on(table).columns(columns).execute();
  await index('case_part_changed', 'case_part', ['portal', 'case_id', 'changed']);
  await index('case_tied_to', 'case_tie', ['portal', 'tied_to', 'case_id']);
  await index('case_of_role_user', 'case_file', ['portal', 'role_user']);
  await index('case_of_claim', 'case_file', ['portal', 'claim_number']);
  await index('case_file_changed', 'case_file', ['portal', 'changed']);
  await index('outcome_change', 'outcome', ['portal', 'account', 'change']);
}

async function addColumns(db: Kysely<unknown>): Promise<void> {
  for (const table of ['portal', 'membership'])
    for (const column of ['handles_changed', 'budgets_changed'])
      await db.schema
        .alterTable(table)
        .addColumn(column, 'bigint', (made) => made.notNull().defaultTo(0))
        .execute();
}

/** The same database, as it was and as it will be. */
interface Both {
  readonly db: Kysely<Before>;
  readonly today: RowTarget;
}

async function fill({ db, today }: Both, progress: Progress | undefined): Promise<void> {
  const { all } = await db
    .selectFrom('case_file')
    .select(({ fn }) => fn.countAll<number | string>().as('all'))
    .executeTakeFirstOrThrow();
  const total = Number(all);
  let done = 0;
  if (total > 0) progress?.({ done, total });
  for (const { id: portal } of await db.selectFrom('portal').select('id').orderBy('id').execute())
    for (let after = ''; ;) {
      const files = await db
        .selectFrom('case_file')
        .select(['id', 'number', 'claim_number', 'state', 'role_office', 'role_user', 'aggregate'])
        .where('portal', '=', portal)
        .where('id', '>', after)
        .orderBy('id')
        .limit(slice)
        .execute();
      await fillSlice({ db, today }, portal, files);
      done += files.length;
      if (files.length > 0) progress?.({ done, total });
      // SQLite never lets go by itself: who asks meanwhile is answered that it takes a while.
      await letOthersIn();
      const last = files.at(-1);
      if (!last || files.length < slice) break;
      after = last.id;
    }
}

type Kept = Pick<Tables['case_file'], 'id' | 'number' | 'claim_number' | 'state' | 'role_office' | 'role_user'>;
type File = Kept & { readonly aggregate: string };

/** Few statements for many cases: on PostgreSQL each waits for its answer. */
async function fillSlice({ db, today }: Both, portal: string, files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const [entries, changes] = [await entriesOf(db, portal, files), await changesOf(db, portal, files)];
  const cases = files.map((file) => {
    const written = entries.get(file.id) ?? [];
    const whole = wholeCase(file, written);
    return { file, whole, written, change: { portal, number: changes.get(file.id) ?? 0, at: whole.changedAt } };
  });
  await insertParts(
    today,
    cases.flatMap(({ whole, change }) => partRows(change, whole.id, newTexts(textsOf(whole, null)))),
  );
  await insertRows(
    cases.flatMap(({ whole, written }) => entryRowsOf(portal, whole.id, written)),
    (rows) => db.insertInto('case_entry').values(rows).execute(),
  );
  await putTies(
    today,
    cases.flatMap(({ whole, change }) => tiesOf(whole).map((tied) => tieRow(change, whole, tied))),
  );
  await insertRows(
    cases.map(({ file: { aggregate: _, ...kept }, whole, written, change }) => fileRow(change, kept, whole, written)),
    (rows) => db.insertInto('case_file_of_parts').values(rows).execute(),
  );
}

interface Entry {
  readonly kind: 'chat' | 'log';
  readonly body: string;
  readonly change: number;
  readonly value: ChatEntry | LogEntry;
}

async function entriesOf(
  db: Kysely<Before>,
  portal: string,
  files: readonly File[],
): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const rows = await db
    .selectFrom('entry')
    .select(['case_id', 'kind', 'body', 'change'])
    .where('portal', '=', portal)
    .where('case_id', 'in', idsOf(files))
    .orderBy('case_id')
    .orderBy('seq')
    .execute();
  return groupByCase(rows.map((row) => ({ ...row, value: readJson<ChatEntry | LogEntry>(row.body) })));
}

/** The last change of each case, as its views were told of it. */
async function changesOf(
  db: Kysely<Before>,
  portal: string,
  files: readonly File[],
): Promise<ReadonlyMap<string, number>> {
  const views = await db
    .selectFrom('case_view')
    .select('case_id')
    .select(({ fn }) => fn.max('changed').as('changed'))
    .where('portal', '=', portal)
    .where('case_id', 'in', idsOf(files))
    .groupBy('case_id')
    .execute();
  return new Map(views.map((view) => [view.case_id, Number(view.changed)]));
}

function idsOf(files: readonly File[]): readonly string[] {
  return files.map(({ id }) => id);
}

/** With who completed its tasks, which 0.1.0 told in the log alone. */
function wholeCase({ aggregate }: File, entries: readonly Entry[]): Case {
  const log = entries.filter(isOfLog).map(({ value }) => value);
  const content: CaseContent = { case: readJson<Case>(aggregate), chat: [], log };
  return namingWhoCompleted(content).case;
}

function isOfLog(entry: Entry): entry is Entry & { readonly value: LogEntry } {
  return entry.kind === 'log';
}

/** In the order in which they were written, and as they were. */
function entryRowsOf(portal: string, id: string, entries: readonly Entry[]): readonly CaseEntryTable[] {
  const places = new Map<string, number>();
  return entries.map((entry) => {
    const { kind, body, change, value } = entry;
    const before = `${kind} ${change}`;
    const nth = places.get(before) ?? 0;
    places.set(before, nth + 1);
    return {
      portal,
      case_id: id,
      tail: kind,
      place: placeIn(change, nth),
      owner: isOfLog(entry) ? (entry.value.company ?? '') : '',
      change,
      at: value.receivedAt ?? value.at,
      text: body,
    };
  });
}

function fileRow(change: RowChange, kept: Kept, whole: Case, entries: readonly Entry[]): Before['case_file_of_parts'] {
  return {
    ...kept,
    portal: change.portal,
    changed: change.number,
    changed_at: whole.changedAt,
    messages: entries.filter(({ kind }) => kind === 'chat').length,
    role_declined: whole.roleDeclined ? 1 : 0,
    ...rowTexts(whole),
  };
}

/** A table made anew: SQLite would rewrite each of its rows for every column that goes. */
async function replaceWhatWas(db: Kysely<unknown>): Promise<void> {
  for (const table of ['case_view', 'entry', 'case_person', 'case_file']) await db.schema.dropTable(table).execute();
  await db.schema.alterTable('case_file_of_parts').renameTo('case_file').execute();
}

function notNull<Column extends { notNull(): Column }>(column: Column): Column {
  return column.notNull();
}
