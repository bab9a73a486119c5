import type { CasePiece } from '../../shared/domain/case/parts/held-case.ts';
import { givesLess } from '../../shared/domain/case/parts/narrow.ts';
import type { Given } from '../../shared/domain/case/parts/part.ts';
import { eyesOf, givenFor, type Eyes, type Tie } from '../../shared/domain/case/parts/ties.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { Withdrawal } from '../../shared/contract/sync.ts';
import type { Generation, Held, StoredRow } from './generation.ts';
import { rowsWithTies } from './piece-ties.ts';
import { bytesText, readPieces } from './record-lines.ts';
import type { SyncAnswer } from './sync-answer.ts';

/** What a delta makes of cases: found out in memory, so that every place can forget before anything is written. */
export interface DeltaCases {
  /** The portal server's withdrawals, and of cases of which the new standing gives nothing. */
  readonly withdrawn: readonly Withdrawal[];
  /** Held cases of which something has to go from the disk. */
  readonly rewritten: readonly RewrittenCase[];
  /** Rows whose pieces are kept as they came. */
  readonly added: readonly StoredRow[];
  /** Cases of which more is kept elsewhere than may be: documents that were opened. */
  readonly forgotten: readonly CaseId[];
}

/** A held case that is put together anew, without what is gone or not given any more. */
export interface RewrittenCase {
  readonly held: Held;
  readonly before: Given;
  readonly after: Given;
  /** What the delta tells of it; null where only the standing takes something away. */
  readonly row: StoredRow | null;
}

/** Works out what a delta comes to. The standing decides at once, whatever has been told of the cases by now. */
export function deltaCases(generation: Generation, answer: SyncAnswer): DeltaCases {
  const standing = answer.standing ?? generation.base.standing;
  const sightBefore = sightOf(generation.base.standing);
  const sight = sightOf(standing);
  const left = new Set(answer.withdrawn.map((each) => each.case));
  const heldOf = (id: CaseId): Held | undefined => (left.has(id) ? undefined : generation.cases.get(id));
  const rows = rowsWithTies(answer.rows, answer.pieces);
  const replaced = replacedCases(answer);

  const added: StoredRow[] = [];
  const rewritten: RewrittenCase[] = [];
  const unseen: Held[] = [];
  for (const stored of rows) {
    const [{ id }, , , ties] = stored;
    const held = heldOf(id);
    const after = sight(ties);
    const before = held && (sightBefore(held.ties) ?? nothing);
    if (!after) unseen.push(...(held ? [held] : []));
    else if (held && before && (replaced.has(id) || givesLess(before, after)))
      rewritten.push({ held, before, after, row: stored });
    else added.push(stored);
  }
  const told = new Set(rows.map(([{ id }]) => id));
  const others = sameEyes(generation.base.standing, standing) ? [] : [...generation.cases.values()];
  for (const held of others) {
    if (told.has(held.row.id) || left.has(held.row.id)) continue;
    const [before, after] = [sightBefore(held.ties) ?? nothing, sight(held.ties)];
    if (!after) unseen.push(held);
    else if (givesLess(before, after)) rewritten.push({ held, before, after, row: null });
  }
  const withdrawn = [...answer.withdrawn, ...unseen.map((held) => tombstone(held, answer, generation.base.standing))];
  const fewerFiles = rewritten.filter(({ before, after }) => losesFiles(before, after));
  return {
    withdrawn,
    rewritten,
    added,
    forgotten: [...withdrawn.map((each) => each.case), ...fewerFiles.map(({ held }) => held.row.id)],
  };
}

const nothing: Given = new Map();

/** What a standing gives of a case by its ties. Few ties and many cases: each is worked out once. */
function sightOf(standing: Standing | null): (ties: readonly Tie[]) => Given | null {
  const eyes: Eyes | null = standing && eyesOf(standing);
  const known = new Map<string, Given | null>();
  return (ties) => {
    const name = ties.join();
    const found = known.get(name);
    if (found !== undefined) return found;
    const given = eyes && givenFor(eyes, new Set(ties));
    known.set(name, given);
    return given;
  };
}

function sameEyes(one: Standing | null, other: Standing | null): boolean {
  if (one === other) return true;
  return JSON.stringify(one && eyesOf(one)) === JSON.stringify(other && eyesOf(other));
}

/** How it stands in JSON that something is no more, or that a part replaces what is held: quotes that people typed are escaped. */
const replacing = ['"gone":{', '"whole":["'];

/**
 * Cases of which something that may be held is no more: a thing, or what a whole part replaces, which may be of a richer
 * cut than this reader was ever told that he is given. Only lines that tell of such are parsed.
 */
function replacedCases({ pieces }: SyncAnswer): ReadonlySet<CaseId> {
  const lines = pieces.filter((line) => {
    const text = bytesText(line);
    return replacing.some((each) => text.includes(each));
  });
  return new Set(
    lines.flatMap((line) => readPieces(line).flatMap((piece) => (piece && replaces(piece) ? piece.case : []))),
  );
}

function replaces({ gone = {}, whole }: CasePiece): boolean {
  return whole.length > 0 || Object.values(gone).some((keys) => keys.length > 0);
}

function losesFiles(before: Given, after: Given): boolean {
  return (['documents', 'budget-files'] as const).some(
    (part) => before.has(part) && before.get(part) !== after.get(part),
  );
}

/** Of a case that the new standing does not give: the portal server tells of it too, with its own reason. */
function tombstone({ row }: Held, { serverTime, standing }: SyncAnswer, before: Standing | null): Withdrawal {
  return { case: row.id, number: row.number, at: serverTime, reason: lossOf(before, standing) };
}

/** A portal that does not use the role any more, say, changed nobody's mark or level. */
function lossOf(before: Standing | null, after: Standing | null): Withdrawal['reason'] {
  if (!before || !after) return 'other';
  if (before.marked && !after.marked) return 'mark-removed';
  return before.level !== after.level || before.active !== after.active ? 'level-changed' : 'other';
}
