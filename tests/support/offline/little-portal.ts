import { planPiece, type Since } from '../../../portal/reads/plan-piece.ts';
import type { Cursor, Withdrawal } from '../../../shared/contract/sync.ts';
import type { Case, CaseContent } from '../../../shared/domain/case/case.ts';
import { isGiven } from '../../../shared/domain/case/parts/given.ts';
import { contentOf, takePiece, type CasePiece, type PartValues } from '../../../shared/domain/case/parts/held-case.ts';
import type { PartName, PartText } from '../../../shared/domain/case/parts/part.ts';
import { changesBetween, textsOf } from '../../../shared/domain/case/parts/split.ts';
import { eyesOf, tiedToFor, tiesOf, type Tied } from '../../../shared/domain/case/parts/ties.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import { roleTies } from '../../../shared/domain/rights/partner-roles.ts';
import type { Said } from './sync-lines.ts';
import type { ToldCase } from './pieces.ts';

/*
 * What a portal server keeps of cases and tells one reader, in memory: parts with the number of their last change, ties
 * with from when until when. The plan of a piece is the portal server's own.
 */

interface KeptText extends PartText {
  changed: number;
  gone: boolean;
}

interface KeptTie extends Tied {
  readonly gained: number;
  lost: number | null;
}

interface Entry {
  readonly tail: 'chat' | 'log';
  readonly owner: string | null;
  readonly number: number;
  readonly value: { readonly id: string };
}

interface KeptCase {
  content: CaseContent;
  changed: number;
  readonly texts: Map<string, KeptText>;
  readonly ties: KeptTie[];
  readonly entries: Entry[];
}

/** A page of a delta. */
interface DeltaPage {
  readonly after?: string | undefined;
  readonly upTo?: Cursor | undefined;
  readonly limit?: number | undefined;
}

/** A portal of one reader. */
export interface LittlePortal {
  readonly number: () => number;
  readonly cases: ReadonlyMap<string, { readonly content: CaseContent }>;
  readonly reader: () => Standing;
  /** A case is saved, with a line in chat and two in the log, of one company and of nobody. */
  readonly save: (after: Case, company: string) => void;
  /** What the reader may see changes. */
  readonly change: (standing: Standing) => void;
  readonly page: (ids: readonly string[], first: boolean) => Said;
  /** What came since a number, page by key. */
  readonly delta: (since: number, page?: DeltaPage) => Said;
}

export function aLittlePortal(start: Standing): LittlePortal {
  const cases = new Map<string, KeptCase>();
  let reader = start;
  let number = 1;
  let eyesChanged = 0;
  let standingChanged = 0;

  const told = (id: string, since: Since | null): ToldCase | 'gone' | null => {
    const kept = cases.get(id);
    const eyes = eyesOf(reader);
    if (!kept || !eyes) return 'gone';
    const tiedTo = tiedToFor(reader);
    const mine = kept.ties.filter(({ to }) => tiedTo.includes(to));
    const plan = planPiece(mine, eyes, since);
    if (!plan) return 'gone';
    const { ties, given, whole, tiesChanged } = plan;
    const after = since?.number ?? 0;
    const isTold = (part: PartName, owner: string | null, changed: number): boolean =>
      isGiven(given.get(part), owner, reader.company) && (whole.has(part) || changed > after);
    const texts = [...kept.texts.values()].filter((text) => isTold(text.part, text.owner, text.changed));
    const entries = kept.entries.filter((entry) => isTold(entry.tail, entry.owner, entry.number));
    const gone = texts.filter((text) => text.gone && !whole.has(text.part));
    if (texts.length + entries.length === 0 && !tiesChanged && whole.size === 0) return null;
    const parts: Partial<Record<string, unknown>> = {};
    const add = (part: string, value: unknown): unknown =>
      (parts[part] = [...((parts[part] ?? []) as unknown[]), value]);
    for (const { part, key, text, gone: left } of texts) {
      if (left) continue;
      if (key === '') parts[part] = JSON.parse(text);
      else add(part, JSON.parse(text));
    }
    for (const { tail, value } of entries) add(tail, value);
    const keys: Record<string, string[]> = {};
    for (const { part, key } of gone) keys[part] = [...(keys[part] ?? []), key];
    const piece: CasePiece = {
      case: id,
      ties,
      changedAt: kept.content.case.changedAt,
      whole: [...whole],
      parts: parts as PartValues, // each text is of its part
      ...(gone.length > 0 ? { gone: keys } : {}),
    };
    const all = since ? told(id, null) : null;
    const view = all && all !== 'gone' ? all.view : contentOf(takePiece(null, piece, given), given);
    return { piece, view };
  };

  const cursorAt = (at: number) => ({ number: at, mark: `m${String(at)}` });

  return {
    number: () => number,
    cases,
    reader: () => reader,
    save: (after, company) => {
      number += 1;
      const kept: Unsaved = cases.get(after.id) ?? {
        content: null,
        changed: 0,
        texts: new Map(),
        ties: [],
        entries: [],
      };
      keep(kept, after, number);
      const chat = chatEntry(number, after.id);
      const log = [null, company].map((owner) => logEntry(number, owner, after.id));
      kept.entries.push({ tail: 'chat', owner: null, number, value: chat });
      for (const line of log) kept.entries.push({ tail: 'log', owner: line.company, number, value: line });
      const content = {
        case: after,
        chat: [...(kept.content?.chat ?? []), chat],
        log: [...(kept.content?.log ?? []), ...log],
      };
      cases.set(after.id, { ...kept, content, changed: number });
    },
    change: (standing) => {
      number += 1;
      reader = standing;
      eyesChanged = number;
      standingChanged = number;
    },
    page: (ids, first) => {
      const pieces = ids.flatMap((id): ToldCase[] => {
        const piece = told(id, null);
        return piece === null || piece === 'gone' ? [] : [piece];
      });
      return { ...(first ? { standing: reader, reading: {} } : {}), pieces, cursor: cursorAt(number) };
    },
    delta: (since, { after = '', upTo = cursorAt(number), limit = Infinity } = {}) => {
      const changed = eyesChanged > since;
      const eyesAre = {
        handlesChanged: changed,
        opensChanged: changed ? roleTies : [],
        permissionChanged: changed,
      };
      const touched = [...cases]
        .filter(([id, kept]) => id > after && (kept.changed > since || eyesChanged > since))
        .toSorted(([one], [other]) => (one < other ? -1 : 1));
      const pieces: ToldCase[] = [];
      const withdrawn: Withdrawal[] = [];
      for (const [id, { content }] of touched.slice(0, limit)) {
        const piece = told(id, { number: since, ...eyesAre });
        const { number: ofCase, changedAt: at } = content.case;
        if (piece === 'gone') withdrawn.push({ case: id, number: ofCase, at, reason: 'other' });
        else if (piece) pieces.push(piece);
      }
      const standing = standingChanged > since ? { standing: reader } : {};
      const more = touched.length > limit;
      const next = more ? (touched[limit - 1]?.[0] ?? '') : null;
      return { ...standing, withdrawn, pieces, cursor: upTo, more, next };
    },
  };
}

interface Unsaved extends Omit<KeptCase, 'content'> {
  readonly content: CaseContent | null;
}

function keep({ content, texts, ties }: Unsaved, after: Case, number: number): void {
  const before = content?.case ?? null;
  const { changed, gone } = before
    ? changesBetween({ case: before, brief: null }, { case: after, brief: null })
    : { changed: textsOf(after, null), gone: [] };
  const placeOf = ({ part, key, owner }: Omit<PartText, 'text'>): string => JSON.stringify([part, key, owner]);
  for (const each of gone) texts.set(placeOf(each), { ...each, text: '', changed: number, gone: true });
  for (const each of changed) texts.set(placeOf(each), { ...each, changed: number, gone: false });
  const now = tiesOf(after);
  const same = (one: Tied, other: Tied): boolean => one.to === other.to && one.tie === other.tie;
  for (const tie of ties) if (tie.lost === null && !now.some((each) => same(each, tie))) tie.lost = number;
  for (const tie of now)
    if (!ties.some((each) => each.lost === null && same(each, tie))) ties.push({ ...tie, gained: number, lost: null });
}

const written = { at: '2026-11-20T08:00:00.000Z', receivedAt: '2026-11-20T08:00:00.000Z' };
const by = { member: 'bertil', name: 'Bertil Lind', company: 'nordic' };

function chatEntry(number: number, of: string) {
  return { id: `m${String(number)}`, by, companyName: '', text: `<chat of ${of}>`, ...written };
}

function logEntry(number: number, company: string | null, of: string) {
  const line = {
    command: 'x',
    what: 'time-set' as const,
    by,
    as: 'insurer' as const,
    facts: { task: `<log${company === null ? '' : ` ${company}`} of ${of}>` },
  };
  return { id: `l${String(number)}${company ?? ''}`, ...line, ...written, company };
}
