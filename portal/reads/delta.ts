import type { z } from 'zod';
import type { Contained, Cursor, deltaRequestSchema, Notice, ResetReason } from '../../shared/contract/sync.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import type { Caller } from '../portal-deps.ts';
import { readJson } from '../store/json.ts';
import { caseLines, readSeen } from './case-lines.ts';
import { directoryFor } from './network.ts';
import { headLine, line, readerOf, type ReadDeps, type Reader } from './reader.ts';
import { readReading, type Span } from './reading.ts';
import { inSnapshot } from './snapshot.ts';
import { withdrawalsOf } from './withdrawals.ts';

type Asked = { readonly portal: PortalId } & Omit<z.infer<typeof deltaRequestSchema>, 'protocol'>;

/** What changed for a reader since a cursor, as lines; null where there is no such portal for this person. */
export function readDelta(deps: ReadDeps, caller: Caller, asked: Asked): Promise<readonly string[] | null> {
  return inSnapshot(deps.store, async (db) => {
    const reader = await readerOf(deps, db, { portal: asked.portal, caller });
    if (!reader) return null;
    const head = headLine(deps, asked.portal, caller);
    const state = await memberState(reader);
    const reason = await resetReason(reader, asked.cursor, state.audience_changed);
    if (reason) return [head, line({ kind: 'reset', reason }), tailOf(reader.now, false)];
    const touched = await touchedCases(reader, asked.cursor.number, asked.limit);
    const span = { after: asked.cursor.number, upTo: touched.cursor.number };
    return [
      head,
      ...(await changedLines(reader, state, span)),
      ...(await touchedLines(reader, touched.cases, span)),
      ...(touched.more ? [] : [line({ kind: 'contained', commands: await containedOf(reader, caller, asked.named) })]),
      tailOf(touched.cursor, touched.more),
    ];
  });
}

function tailOf(cursor: Cursor, more: boolean): string {
  return line({ kind: 'tail', cursor, next: null, more });
}

interface MemberState {
  readonly standing_changed: number;
  readonly audience_changed: number;
  readonly settings_changed: number;
  readonly directory_changed: number;
}

function memberState({ db, portal, standing }: Reader): Promise<MemberState> {
  return db
    .selectFrom('membership')
    .innerJoin('portal', 'portal.id', 'membership.portal')
    .select(['standing_changed', 'audience_changed', 'settings_changed', 'directory_changed'])
    .where('membership.portal', '=', portal)
    .where('membership.member', '=', standing.member)
    .executeTakeFirstOrThrow();
}

/**
 * A number that was never given, or was given with another mark by a database that is gone; or one that is given no
 * more: every number has its mark until it is swept, so a missing one says that what followed it is gone (sync.md 18, 22).
 */
async function resetReason(reader: Reader, cursor: Cursor, audienceChanged: number): Promise<ResetReason | null> {
  const { number, mark } = cursor;
  const known = await markOf(reader, number);
  const given = number > 0 && number < reader.now.number;
  if (given && (known === null || (await markOf(reader, number + 1)) === null)) return 'horizon';
  if (known !== mark) return 'unknown-cursor';
  return audienceChanged > number ? 'audience-changed' : null;
}

async function markOf({ db, portal }: Reader, number: number): Promise<string | null> {
  const row = await db
    .selectFrom('change_mark')
    .select('mark')
    .where('portal', '=', portal)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.mark ?? null;
}

interface Touched {
  readonly cases: readonly CaseId[];
  /** What the answer leads to: everything up to this number is in it. */
  readonly cursor: Cursor;
  readonly more: boolean;
}

/** Cases by the number of their last change for this reader, cut between two numbers, never inside one. */
async function touchedCases(reader: Reader, after: number, limit: number): Promise<Touched> {
  const found = await lastChanges(reader, { after, upTo: reader.now.number }, limit + 1);
  const next = found[limit];
  if (!next) return { cases: found.map(({ case_id }) => case_id), cursor: reader.now, more: false };
  const whole = found.filter(({ last }) => last < next.last);
  // One change touched more cases than fit (an import): it goes as a whole.
  const upTo = whole.at(-1)?.last ?? next.last;
  const cases = whole.length > 0 ? whole : await lastChanges(reader, { after, upTo }, null);
  const mark = await markOf(reader, upTo);
  if (mark === null) throw new Error('A change number has no mark.');
  return {
    cases: cases.map(({ case_id }) => case_id),
    cursor: { number: upTo, mark },
    more: upTo < reader.now.number,
  };
}

async function lastChanges(
  { db, portal, audiences }: Reader,
  span: Span,
  limit: number | null,
): Promise<readonly { readonly case_id: CaseId; readonly last: number }[]> {
  if (audiences.length === 0) return [];
  const query = db
    .selectFrom('case_view')
    .select(({ fn }) => ['case_id', fn.max('changed').as('last')])
    .where('portal', '=', portal)
    .where('audience', 'in', audiences)
    .where('changed', '>', span.after)
    .groupBy('case_id')
    .having(({ fn }) => fn.max('changed'), '<=', span.upTo)
    .orderBy('last')
    .orderBy('case_id');
  return (limit === null ? query : query.limit(limit)).execute();
}

async function changedLines(reader: Reader, state: MemberState, span: Span): Promise<readonly string[]> {
  const { standing, network } = reader;
  const within = (number: number): boolean => number > span.after && number <= span.upTo;
  const reading = await readReading(reader, span);
  const notices = await noticesOf(reader, span);
  return [
    ...(within(state.standing_changed) || within(state.settings_changed) ? [line({ kind: 'standing', standing })] : []),
    ...(within(state.directory_changed)
      ? [line({ kind: 'directory', directory: directoryFor(network, standing) })]
      : []),
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

async function touchedLines(reader: Reader, cases: readonly CaseId[], span: Span): Promise<readonly string[]> {
  const seen = await readSeen(reader.db, reader.portal, { audiences: reader.audiences, cases });
  const still = new Set(seen.map(({ case_id }) => case_id));
  const gone = cases.filter((id) => !still.has(id));
  return [line({ kind: 'withdrawn', cases: await withdrawalsOf(reader, gone, span) }), ...caseLines(seen)];
}

/** What became of the named commands: each answer holds as of the cursor, because commit order is number order. */
async function containedOf(reader: Reader, caller: Caller, named: readonly string[]): Promise<readonly Contained[]> {
  if (named.length === 0) return [];
  const rows = await reader.db
    .selectFrom('outcome')
    .select(['command', 'kind', 'refusal'])
    .where('portal', '=', reader.portal)
    .where('account', '=', caller.account)
    .where('command', 'in', named)
    .execute();
  const known = new Map(rows.map((row) => [row.command, row]));
  return named.map((id): Contained => {
    const row = known.get(id);
    if (!row) return { id, kind: 'unknown' };
    return row.refusal === null
      ? { id, kind: row.kind }
      : { id, kind: row.kind, refusal: readJson<Refusal>(row.refusal) };
  });
}
