import { sql, type Kysely, type RawBuilder } from 'kysely';
import { parts, type Given, type PartName, type Scope } from '../../shared/domain/case/parts/part.ts';
import type { Tie, Viewer } from '../../shared/domain/case/parts/ties.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import { firstPlaceAfter } from '../store/case-rows.ts';
import type { Engine } from '../store/engine.ts';
import type { Tables } from '../store/tables.ts';
import { groupByCase } from './group-by-case.ts';
import { planPiece, type PiecePlan, type Since } from './plan-piece.ts';

/** Who reads which cases, from where on. */
export interface PiecesAsked {
  readonly portal: PortalId;
  readonly viewer: Viewer;
  readonly cases: readonly CaseId[];
  /** null: the reader holds nothing of them. */
  readonly since: Since | null;
}

/** What is told of a case. */
export interface PieceTold {
  readonly case: CaseId;
  /** What the reader is given of it. */
  readonly given: Given;
  readonly ties: readonly Tie[];
  /** When what this reader sees was last changed. */
  readonly changedAt: string;
  /** JSON of CasePiece: put together from what lies as text, and never parsed. */
  readonly text: string;
}

/** What is told of cases, and which of the cases are not seen any more. */
export interface PiecesTold {
  readonly pieces: readonly PieceTold[];
  readonly gone: readonly CaseId[];
}

/** Where to read. */
export interface PieceSource {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
}

/** Reads what changed of cases for one reader; a case of which nothing changed that this reader sees is not told of. */
export async function readPieces(source: PieceSource, asked: PiecesAsked): Promise<PiecesTold> {
  const plans = await plansFor(source, asked);
  const told = new Map<CaseId, PieceTold>();
  for (const group of alike(asked.cases, plans)) {
    const texts = groupByCase([...(await textsOf(source, asked, group)), ...(await entriesOf(source, asked, group))]);
    const gone = groupByCase(await goneOf(source, asked, group));
    const latest = await latestOf(source, asked, group);
    for (const id of group.cases) {
      const more = { gone: gone.get(id) ?? [], latest: latest.get(id) ?? '' };
      const piece = pieceOf(id, group.plan, { texts: texts.get(id) ?? [], ...more });
      if (piece) told.set(id, piece);
    }
  }
  return {
    pieces: asked.cases.flatMap((id) => told.get(id) ?? []),
    gone: asked.cases.filter((id) => !plans.get(id)),
  };
}

async function plansFor({ db }: PieceSource, asked: PiecesAsked): Promise<ReadonlyMap<CaseId, PiecePlan | null>> {
  const { eyes, tiedTo } = asked.viewer;
  if (!eyes || asked.cases.length === 0) return new Map();
  const rows = await db
    .selectFrom('case_tie')
    .select(['case_id', 'tie', 'gained', 'lost'])
    .where('portal', '=', asked.portal)
    .where('case_id', 'in', asked.cases)
    .where('tied_to', 'in', tiedTo)
    .orderBy('tied_to')
    .orderBy('tie')
    .execute();
  return new Map([...groupByCase(rows)].map(([id, held]) => [id, planPiece(held, eyes, asked.since)]));
}

/** Cases of which the same is told: they are read together. */
interface Group {
  readonly plan: PiecePlan;
  readonly cases: readonly CaseId[];
}

function alike(cases: readonly CaseId[], plans: ReadonlyMap<CaseId, PiecePlan | null>): readonly Group[] {
  const groups = new Map<string, { readonly plan: PiecePlan; readonly cases: CaseId[] }>();
  for (const id of cases) {
    const plan = plans.get(id);
    if (!plan) continue;
    const sign = JSON.stringify([plan.ties, [...plan.given], [...plan.whole], plan.tiesChanged]);
    const group = groups.get(sign);
    if (group) group.cases.push(id);
    else groups.set(sign, { plan, cases: [id] });
  }
  return [...groups.values()];
}

/** A part of a case as text: its things, or its entries, joined in the order in which they came. */
interface Joined {
  readonly case_id: CaseId;
  readonly part: PartName;
  /** null where all of it is gone. */
  readonly texts: string | null;
  readonly at: string;
}

interface Cut {
  readonly part: PartName;
  readonly scope: Scope;
  readonly whole: boolean;
}

function cutsOf({ given, whole }: PiecePlan, kind: readonly PartName[]): readonly Cut[] {
  return [...given]
    .filter(([part]) => kind.includes(part))
    .map(([part, scope]) => ({ part, scope, whole: whole.has(part) }));
}

/** True in SQL for rows of these cuts: whole, or only what came after a number. */
function isTold(
  cuts: readonly Cut[],
  names: { readonly part: string; readonly changed: string },
  asked: PiecesAsked,
  after: number,
) {
  const kinds = [true, false].flatMap((whole) =>
    (['all', 'own'] as const).map((scope) => ({
      whole,
      scope,
      parts: cuts.filter((cut) => cut.whole === whole && cut.scope === scope).map(({ part }) => part),
    })),
  );
  const conditions = kinds
    .filter((kind) => kind.parts.length > 0)
    .map(({ whole, scope, parts: of }) => {
      const all: RawBuilder<unknown>[] = [sql`${sql.ref(names.part)} in (${sql.join(of)})`];
      if (scope === 'own') all.push(sql`owner in ('', ${asked.viewer.company})`);
      if (!whole) all.push(sql`${sql.ref(names.changed)} >= ${after}`);
      return sql`(${sql.join(all, sql` and `)})`;
    });
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

/** Written and read as one text: a case of hundreds of things is a dozen rows. */
function joined(engine: Engine, of: RawBuilder<unknown>): RawBuilder<string | null> {
  return engine === 'sqlite'
    ? sql<string | null>`group_concat(text, ',' order by place) ${of}`
    : sql<string | null>`string_agg(text, ',' order by place) ${of}`;
}

const stillThere = sql`filter (where gone = 0)`;
const everyOne = sql``;

async function textsOf(
  { db, engine }: PieceSource,
  asked: PiecesAsked,
  { plan, cases }: Group,
): Promise<readonly Joined[]> {
  const cuts = cutsOf(plan, [...parts.small, ...parts.keyed]);
  if (cuts.length === 0) return [];
  const after = (asked.since?.number ?? 0) + 1;
  const told = db
    .selectFrom('case_part')
    .select(['case_id', 'part', joined(engine, stillThere).as('texts')])
    .select(({ fn }) => fn.max('changed_at').as('at'))
    .where('portal', '=', asked.portal)
    .where('case_id', 'in', cases)
    .where(isTold(cuts, { part: 'part', changed: 'changed' }, asked, after));
  // By the index of changes, where nothing goes whole: one thing among a thousand is not looked for in all of them.
  const bounded = cuts.some(({ whole }) => whole) ? told : told.where('changed', '>=', after);
  return bounded.groupBy(['case_id', 'part']).execute();
}

async function entriesOf(
  { db, engine }: PieceSource,
  asked: PiecesAsked,
  { plan, cases }: Group,
): Promise<readonly Joined[]> {
  const cuts = cutsOf(plan, parts.tails);
  if (cuts.length === 0) return [];
  const after = firstPlaceAfter(asked.since?.number ?? 0);
  const told = db
    .selectFrom('case_entry')
    .select(['case_id', 'tail as part', joined(engine, everyOne).as('texts')])
    .select(({ fn }) => fn.max('at').as('at'))
    .where('portal', '=', asked.portal)
    .where('case_id', 'in', cases)
    .where(isTold(cuts, { part: 'tail', changed: 'place' }, asked, after));
  // By the key's own order, where nothing goes whole: a tail of thousands is not walked through for its last entry.
  const bounded = cuts.some(({ whole }) => whole)
    ? told
    : told
        .where(
          'tail',
          'in',
          cuts.map(({ part }) => part as 'chat' | 'log'),
        )
        .where('place', '>=', after);
  return bounded.groupBy(['case_id', 'tail']).execute();
}

/** What is gone of parts that do not go whole. */
async function goneOf({ db }: PieceSource, asked: PiecesAsked, { plan, cases }: Group) {
  const cuts = cutsOf(plan, [...parts.small, ...parts.keyed]).filter(({ whole }) => !whole);
  if (!asked.since || cuts.length === 0) return [];
  return db
    .selectFrom('case_part')
    .select(['case_id', 'part', 'key'])
    .where('portal', '=', asked.portal)
    .where('case_id', 'in', cases)
    .where('gone', '=', 1)
    .where(isTold(cuts, { part: 'part', changed: 'changed' }, asked, asked.since.number + 1))
    .orderBy('part')
    .orderBy('key')
    .execute();
}

/** When all that is given was last changed, where more or less of it is given than before. */
async function latestOf(
  { db }: PieceSource,
  asked: PiecesAsked,
  { plan, cases }: Group,
): Promise<ReadonlyMap<CaseId, string>> {
  const latest = new Map<CaseId, string>();
  if (!asked.since || (!plan.tiesChanged && plan.whole.size === 0)) return latest;
  const whole = { ...plan, whole: new Set(plan.given.keys()) };
  const rows = [
    ...(await db
      .selectFrom('case_part')
      .select('case_id')
      .select(({ fn }) => fn.max('changed_at').as('at'))
      .where('portal', '=', asked.portal)
      .where('case_id', 'in', cases)
      .where(isTold(cutsOf(whole, [...parts.small, ...parts.keyed]), { part: 'part', changed: 'changed' }, asked, 0))
      .groupBy('case_id')
      .execute()),
    ...(await lastEntries(db, asked, { plan: whole, cases })),
  ];
  for (const { case_id, at } of rows) if (at > (latest.get(case_id) ?? '')) latest.set(case_id, at);
  return latest;
}

async function lastEntries(db: Kysely<Tables>, asked: PiecesAsked, { plan, cases }: Group) {
  const cuts = cutsOf(plan, parts.tails);
  if (cuts.length === 0) return [];
  return db
    .selectFrom('case_entry')
    .select('case_id')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('portal', '=', asked.portal)
    .where('case_id', 'in', cases)
    .where(isTold(cuts, { part: 'tail', changed: 'place' }, asked, 0))
    .groupBy('case_id')
    .execute();
}

interface Told {
  readonly texts: readonly Joined[];
  readonly gone: readonly { readonly part: PartName; readonly key: string }[];
  /** Known where it does not follow from the texts alone. */
  readonly latest: string;
}

function pieceOf(
  id: CaseId,
  { ties, given, whole, tiesChanged }: PiecePlan,
  { texts, gone, latest }: Told,
): PieceTold | null {
  if (texts.length + gone.length === 0 && !tiesChanged && whole.size === 0) return null;
  const small: readonly PartName[] = parts.small;
  const all = texts.flatMap(({ part, texts: of }) =>
    of === null ? [] : [`"${part}":${small.includes(part) ? of : `[${of}]`}`],
  );
  const changedAt = texts.reduce((last, { at }) => (at > last ? at : last), latest);
  const keys = new Map<PartName, string[]>();
  for (const { part, key } of gone) keys.set(part, [...(keys.get(part) ?? []), key]);
  const text = [
    `{"case":${JSON.stringify(id)},"ties":${JSON.stringify(ties)},"changedAt":${JSON.stringify(changedAt)}`,
    `"whole":${JSON.stringify([...whole])},"parts":{${all.join(',')}}`,
    ...(keys.size > 0 ? [`"gone":${JSON.stringify(Object.fromEntries(keys))}`] : []),
  ].join(',');
  return { case: id, given, ties, changedAt, text: `${text}}` };
}
