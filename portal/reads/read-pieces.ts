import type { Kysely } from 'kysely';
import { isGiven } from '../../shared/domain/case/parts/given.ts';
import type { PartName } from '../../shared/domain/case/parts/part.ts';
import type { Eyes, TiedTo } from '../../shared/domain/case/parts/ties.ts';
import type { CaseId, CompanyId, PortalId } from '../../shared/domain/ids.ts';
import { firstPlaceAfter, type CaseEntryTable, type CasePartTable, type PartTables } from '../store/part-tables.ts';
import { groupByCase } from './group-by-case.ts';
import { planPiece, type PiecePlan, type Since } from './plan-piece.ts';

/** Who reads which cases, from where on. */
export interface PiecesAsked {
  readonly portal: PortalId;
  readonly company: CompanyId;
  readonly eyes: Eyes;
  readonly tiedTo: readonly TiedTo[];
  readonly cases: readonly CaseId[];
  /** null: the reader holds nothing of them. */
  readonly since: Since | null;
}

/** What is told of cases: texts of pieces (CasePiece), and which of the cases are not seen any more. */
export interface PiecesTold {
  readonly pieces: readonly { readonly case: CaseId; readonly text: string }[];
  readonly gone: readonly CaseId[];
}

type Database = Kysely<PartTables>;

/** Reads what changed of cases for one reader; a case of which nothing changed that this reader sees is not told of. */
export async function readPieces(db: Database, asked: PiecesAsked): Promise<PiecesTold> {
  const plans = await plansFor(db, asked);
  const texts = groupByCase(await partsOf(db, asked, plans));
  const entries = groupByCase(await entriesOf(db, asked, plans));
  const pieces = seenOf(asked, plans).flatMap((id) => {
    const plan = plans.get(id);
    const text = plan && pieceText({ asked, id, plan, texts: texts.get(id) ?? [], entries: entries.get(id) ?? [] });
    return text ? [{ case: id, text }] : [];
  });
  return { pieces, gone: asked.cases.filter((id) => !plans.get(id)) };
}

type Plans = ReadonlyMap<CaseId, PiecePlan | null>;

const isTail = (part: PartName): boolean => part === 'chat' || part === 'log';

function seenOf(asked: PiecesAsked, plans: Plans): readonly CaseId[] {
  return asked.cases.filter((id) => plans.get(id));
}

async function plansFor(db: Database, asked: PiecesAsked): Promise<Plans> {
  if (asked.cases.length === 0 || asked.tiedTo.length === 0) return new Map();
  const rows = await db
    .selectFrom('case_tie')
    .select(['case_id', 'tie', 'gained', 'lost'])
    .where('portal', '=', asked.portal)
    .where('case_id', 'in', asked.cases)
    .where('tied_to', 'in', asked.tiedTo)
    .execute();
  return new Map([...groupByCase(rows)].map(([id, held]) => [id, planPiece(held, asked.eyes, asked.since)]));
}

type Text = Pick<CasePartTable, 'case_id' | 'part' | 'key' | 'owner' | 'changed' | 'gone' | 'text'>;
type Entry = Pick<CaseEntryTable, 'case_id' | 'tail' | 'owner' | 'change' | 'text'>;

/** Cases of which some part of a kind goes whole, and those of which only what changed is read. */
function apart(seen: readonly CaseId[], plans: Plans, kind: (part: PartName) => boolean) {
  const whole = new Set(seen.filter((id) => [...(plans.get(id)?.whole ?? [])].some(kind)));
  return { whole: [...whole], rest: seen.filter((id) => !whole.has(id)) };
}

async function partsOf(db: Database, asked: PiecesAsked, plans: Plans): Promise<readonly Text[]> {
  const { whole, rest } = apart(seenOf(asked, plans), plans, (part) => !isTail(part));
  const texts = db
    .selectFrom('case_part')
    .select(['case_id', 'part', 'key', 'owner', 'changed', 'gone', 'text'])
    .where('portal', '=', asked.portal)
    .orderBy('case_id')
    .orderBy('place');
  const after = asked.since?.number ?? 0;
  return [
    ...(whole.length > 0 ? await texts.where('case_id', 'in', whole).execute() : []),
    ...(rest.length > 0 ? await texts.where('case_id', 'in', rest).where('changed', '>', after).execute() : []),
  ];
}

async function entriesOf(db: Database, asked: PiecesAsked, plans: Plans): Promise<readonly Entry[]> {
  const { whole, rest } = apart(seenOf(asked, plans), plans, isTail);
  const entries = db
    .selectFrom('case_entry')
    .select(['case_id', 'tail', 'owner', 'change', 'text'])
    .where('portal', '=', asked.portal)
    .where('tail', 'in', ['chat', 'log'])
    .orderBy('case_id')
    .orderBy('tail')
    .orderBy('place');
  const after = firstPlaceAfter(asked.since?.number ?? 0);
  return [
    ...(whole.length > 0 ? await entries.where('case_id', 'in', whole).execute() : []),
    ...(rest.length > 0 ? await entries.where('case_id', 'in', rest).where('place', '>=', after).execute() : []),
  ];
}

interface PieceOf {
  readonly asked: PiecesAsked;
  readonly id: CaseId;
  readonly plan: PiecePlan;
  readonly texts: readonly Text[];
  readonly entries: readonly Entry[];
}

/** The piece as text: what lies as text is put together and never parsed. Empty where it tells nothing. */
function pieceText({ asked, id, plan, texts, entries }: PieceOf): string {
  const { given, whole, ties } = plan;
  const after = asked.since?.number ?? 0;
  const isTold = (part: PartName, owner: string, changed: number): boolean =>
    isGiven(given.get(part), owner === '' ? null : owner, asked.company) && (whole.has(part) || changed > after);
  const told = texts.filter(({ part, owner, changed }) => isTold(part, owner, changed));
  const gone = told.filter((each) => each.gone === 1 && !whole.has(each.part));
  const here = told.filter((each) => each.gone === 0);
  const tail = (name: 'chat' | 'log'): readonly string[] =>
    entries.filter((each) => each.tail === name && isTold(name, each.owner, each.change)).map(({ text }) => text);
  const [chat, log] = [tail('chat'), tail('log')];
  if (whole.size + told.length + chat.length + log.length === 0) return '';
  return [
    `{"case":${JSON.stringify(id)},"ties":${JSON.stringify(ties)},"whole":${JSON.stringify([...whole])}`,
    `"texts":[${here.map(({ part, key, text }) => `["${part}",${JSON.stringify(key)},${text}]`).join(',')}]`,
    `"gone":${JSON.stringify(gone.map(({ part, key }) => [part, key]))}`,
    `"chat":[${chat.join(',')}],"log":[${log.join(',')}]}`,
  ].join(',');
}
