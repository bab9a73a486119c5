import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { givenBy, isGiven } from '../../../shared/domain/case/parts/given.ts';
import { contentOf, takePiece, type CasePiece, type PartValues } from '../../../shared/domain/case/parts/held-case.ts';
import type { Given, PartName } from '../../../shared/domain/case/parts/part.ts';
import { textsOf } from '../../../shared/domain/case/parts/split.ts';
import { eyesOf, givenFor, tiedToFor, tiesOf, type Tie } from '../../../shared/domain/case/parts/ties.ts';
import { sights } from '../../../shared/domain/case/case-parts.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';

/** A piece with what its reader sees of the case, which its row is made of. */
export interface ToldCase {
  readonly piece: CasePiece;
  readonly view: CaseContent;
}

/** A case in one piece: all that this reader is given of it, else all that is in it. It replaces nothing but things by id. */
export function toldOf(content: CaseContent, reader?: Standing): ToldCase {
  const ties = tiesFor(content, reader);
  const given = reader ? givenTo(reader, ties) : givenBy(sights.insurer);
  const piece = wholePiece(content, { ties, given, company: reader?.company ?? null, everything: !reader });
  return { piece, view: reader ? contentOf(takePiece(null, piece, given), given) : content };
}

/** What ties somebody to a case; everybody's ties where nobody is named. */
export function tiesFor({ case: whole }: CaseContent, reader?: Standing): readonly Tie[] {
  const mine = reader ? tiedToFor(reader) : null;
  return [...new Set(tiesOf(whole).flatMap(({ to, tie }) => (mine === null || mine.includes(to) ? [tie] : [])))];
}

function givenTo(reader: Standing, ties: readonly Tie[]): Given {
  const eyes = eyesOf(reader);
  const given = eyes && givenFor(eyes, new Set(ties));
  if (!given) throw new Error('A piece of a case that is not seen.');
  return given;
}

interface Cut {
  readonly ties: readonly Tie[];
  readonly given: Given;
  readonly company: string | null;
  /** Every cut, also of parts that a sight of all does not name. */
  readonly everything?: boolean;
}

/** All that a cut gives of a case. Keys stand in the order in which the portal server writes them. */
export function wholePiece(
  { case: whole, chat, log }: CaseContent,
  { ties, given, company, everything = false }: Cut,
): CasePiece {
  const sees = (part: PartName, owner: string | null): boolean =>
    everything || isGiven(given.get(part), owner, company);
  const parts: Partial<Record<PartName, unknown>> = {};
  for (const { part, key, owner, text } of textsOf(whole, whole.brief ?? null)) {
    if (!sees(part, owner)) continue;
    const value: unknown = JSON.parse(text);
    parts[part] = key === '' ? value : [...((parts[part] ?? []) as unknown[]), value];
  }
  const lines = log.filter((entry) => sees('log', entry.company));
  const tails = { ...(given.has('chat') ? { chat } : {}), ...(given.has('log') ? { log: lines } : {}) };
  return {
    case: whole.id,
    ties,
    changedAt: whole.changedAt,
    whole: [],
    parts: { ...parts, ...tails } as PartValues, // each text is of its part
  };
}
