import type { z } from 'zod';
import type { Contained, Cursor, deltaRequestSchema, Notice, ResetReason } from '../../shared/contract/sync.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import { roleTies, type RoleTie } from '../../shared/domain/rights/partner-roles.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import { readItems, subjectKey } from '../commands/outcomes.ts';
import type { Caller } from '../portal-deps.ts';
import { readJson } from '../store/json.ts';
import { tellCases } from './case-lines.ts';
import { categoriesSince } from './categories.ts';
import { directorySince } from './directory-since.ts';
import { marksOf } from './marks.ts';
import { headLine, line, readerOf, type ReadDeps, type Reader } from './reader.ts';
import { readReading, type Span } from './reading.ts';
import { priceListsSince } from './price-lists.ts';
import { inSnapshot } from './snapshot.ts';
import { touchedCases } from './touched-cases.ts';
import { withdrawalsOf } from './withdrawals.ts';

type Asked = { readonly portal: PortalId } & Omit<z.infer<typeof deltaRequestSchema>, 'protocol'>;

/** What changed for a reader since a cursor, as lines; null where there is no such portal for this person. */
export function readDelta(deps: ReadDeps, caller: Caller, asked: Asked): Promise<readonly string[] | null> {
  return inSnapshot(deps.store, async (db) => {
    const reader = await readerOf(deps, db, { portal: asked.portal, caller });
    if (!reader) return null;
    const head = headLine(deps, asked.portal, caller);
    const state = await memberState(reader);
    const upTo = asked.upTo ?? reader.now;
    const reason = await resetReason(reader, { cursor: asked.cursor, upTo }, state.audience);
    if (reason) return [head, line({ kind: 'reset', reason }), tailOf(reader.now, null)];
    const span = { after: asked.cursor.number, upTo: upTo.number };
    const categories = await categoriesSince(reader, {
      held: asked.categories,
      after: span.after,
      changed: state.categories,
    });
    const prices = await priceListsSince(reader, deps.now(), {
      held: asked.priceLists,
      after: span.after,
      changed: state.priceLists,
    });
    const page = await touchedCases(reader, { ...state, number: span.after }, asked);
    const last = page.next === null;
    return [
      head,
      // At once, in whichever page: what is given now is what this answer goes by.
      ...(state.standing > span.after ? [line({ kind: 'standing', standing: reader.standing })] : []),
      ...(categories ? [line({ kind: 'categories', ...categories })] : []),
      ...(prices ? [line({ kind: 'price-lists', ...prices })] : []),
      ...(asked.after === '' ? await changedLines(reader, state, span) : []),
      ...(await touchedLines(reader, page.cases, { state, span })),
      line({ kind: 'own', commands: await ownCommands(reader, caller, page.cases, span.after) }),
      ...(last
        ? [line({ kind: 'contained', commands: await containedOf(reader, caller, asked.named, span.upTo) })]
        : []),
      tailOf(upTo, page.next),
    ];
  });
}

function tailOf(cursor: Cursor, next: string | null): string {
  return line({ kind: 'tail', cursor, next, more: next !== null });
}

/** The numbers of the last changes of what the reader is and knows. */
interface MemberState {
  readonly standing: number;
  readonly audience: number;
  readonly directory: number;
  readonly categories: number;
  readonly priceLists: number;
  /** Whether the role counts for the reader, what the rights of each role open, and whether the own budgets are seen. */
  readonly handles: number;
  readonly opens: Readonly<Record<RoleTie, number>>;
  readonly permission: number;
}

async function memberState({ db, portal, standing }: Reader): Promise<MemberState> {
  const own = await db
    .selectFrom('membership')
    .innerJoin('portal', 'portal.id', 'membership.portal')
    .select(['standing_changed', 'audience_changed', 'membership.handles_changed', 'membership.budgets_changed'])
    .select(['settings_changed', 'portal.directory_changed', 'categories_changed', 'price_lists_changed'])
    .select(['portal.handles_changed as all_handles', 'portal.budgets_changed as handler_budgets_changed'])
    .select(['manager_budgets_changed', 'inspector_budgets_changed'])
    .where('membership.portal', '=', portal)
    .where('member', '=', standing.member)
    .executeTakeFirstOrThrow();
  const partner = standing.side === 'partner';
  return {
    standing: Math.max(own.standing_changed, own.settings_changed),
    audience: own.audience_changed,
    directory: own.directory_changed,
    categories: own.categories_changed,
    priceLists: own.price_lists_changed,
    // The insurer sees every part of every case in any event.
    handles: partner ? Math.max(own.handles_changed, own.all_handles) : 0,
    opens: {
      'project-manager': partner ? own.manager_budgets_changed : 0,
      inspector: partner ? own.inspector_budgets_changed : 0,
      handler: partner ? own.handler_budgets_changed : 0,
    },
    permission: partner ? own.budgets_changed : 0,
  };
}

/**
 * A number that was never given, or was given with another mark by a database that is gone; or one that is given no
 * more: every number has its mark until it is swept, so a missing one says that what followed it is gone (sync.md 18, 22).
 */
async function resetReason(
  reader: Reader,
  { cursor, upTo }: { readonly cursor: Cursor; readonly upTo: Cursor },
  audienceChanged: number,
): Promise<ResetReason | null> {
  const { number, mark } = cursor;
  const marks = await marksOf(reader, [number, number + 1, upTo.number]);
  const known = marks.get(number);
  const given = number > 0 && number < reader.now.number;
  if (given && (known === undefined || !marks.has(number + 1))) return 'horizon';
  if (known !== mark) return 'unknown-cursor';
  if (audienceChanged > number) return 'audience-changed';
  // Set back between two pages.
  return marks.get(upTo.number) === upTo.mark ? null : 'unknown-cursor';
}

async function changedLines(reader: Reader, state: MemberState, span: Span): Promise<readonly string[]> {
  const reading = await readReading(reader, span);
  const notices = await noticesOf(reader, span);
  const directory = state.directory > span.after ? await directorySince(reader, span) : null;
  return [
    ...(directory ? [line({ kind: 'directory', ...directory })] : []),
    ...(Object.keys(reading).length > 0 ? [line({ kind: 'reading', reading })] : []),
    ...(notices.length > 0 ? [line({ kind: 'notices', notices })] : []),
  ];
}

function noticesOf({ db, portal, standing }: Reader, span: Span): Promise<Notice[]> {
  return db
    .selectFrom('notice')
    .select(['id', 'kind', 'case_id as case', 'number', 'at'])
    .where('portal', '=', portal)
    .where('member', '=', standing.member)
    .where('change', '>', span.after)
    .where('change', '<=', span.upTo)
    .orderBy('change')
    .orderBy('id')
    .execute();
}

async function touchedLines(
  reader: Reader,
  cases: readonly CaseId[],
  { state, span }: { readonly state: MemberState; readonly span: Span },
): Promise<readonly string[]> {
  const { portal, viewer } = reader;
  const since = {
    number: span.after,
    handlesChanged: state.handles > span.after,
    opensChanged: roleTies.filter((tie) => state.opens[tie] > span.after),
    permissionChanged: state.permission > span.after,
  };
  const { lines, gone } = await tellCases(reader, { portal, viewer, cases, since });
  const withdrawn = await withdrawalsOf(reader, gone, { span, handles: state.handles });
  return [line({ kind: 'withdrawn', cases: withdrawn }), ...lines];
}

/** The reader's own commands since then about these cases: what they came to is in the answer's pieces. */
async function ownCommands(
  { db, portal }: Reader,
  caller: Caller,
  cases: readonly CaseId[],
  after: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('outcome')
    .select(['command', 'subject'])
    .where('portal', '=', portal)
    .where('account', '=', caller.account)
    .where('kind', '=', 'carried-out')
    .where('change', '>', after)
    .orderBy('change')
    .execute();
  const told = new Set(cases.map((id) => subjectKey({ subject: { kind: 'case', id } })));
  return rows.filter(({ subject }) => told.has(subject)).map(({ command }) => command);
}

/**
 * What became of the named commands: each answer holds as of the cursor, because commit order is number order. Of what came
 * after the number that the answer leads to nothing is said yet.
 */
async function containedOf(
  reader: Reader,
  caller: Caller,
  named: readonly string[],
  upTo: number,
): Promise<readonly Contained[]> {
  if (named.length === 0) return [];
  const rows = await reader.db
    .selectFrom('outcome')
    .select(['command', 'kind', 'refusal', 'items', 'change'])
    .where('portal', '=', reader.portal)
    .where('account', '=', caller.account)
    .where('command', 'in', named)
    .execute();
  const known = new Map(rows.map((row) => [row.command, row]));
  return named.flatMap((id): readonly Contained[] => {
    const row = known.get(id);
    if (!row) return [{ id, kind: 'unknown' }];
    if (row.change > upTo) return [];
    const refusal = row.refusal === null ? {} : { refusal: readJson<Refusal>(row.refusal) };
    const items = row.items === null ? {} : { items: readItems(row.items) };
    return [{ id, kind: row.kind, ...refusal, ...items }];
  });
}
