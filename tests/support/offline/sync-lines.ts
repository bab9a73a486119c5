import { protocolVersion } from '../../../shared/contract/protocol-version.ts';
import type { Contained, Cursor, Notice, ResetReason, SyncLine, Withdrawal } from '../../../shared/contract/sync.ts';
import type { PriceListHead } from '../../../shared/domain/price-list/price-list.ts';
import type { CategoriesChange } from '../../../shared/domain/category/fold-categories.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { toListRow } from '../../../shared/domain/case/list-row.ts';
import { packRow } from '../../../shared/domain/case/row-line.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import type { Directory } from '../../../shared/domain/office/directory.ts';
import { wholeDirectory, type DirectoryChange } from '../../../shared/domain/office/fold-directory.ts';
import type { SyncAnswer } from '../../../renderer/offline/sync-answer.ts';
import { collectAnswer } from '../../../renderer/portal/collect-answer.ts';
import { toldOf, type ToldCase } from './pieces.ts';

/** What a page or delta says, written by hand as the contract has it. */
export interface Said {
  readonly account?: string;
  readonly portal?: string;
  readonly at?: string;
  readonly standing?: Standing;
  readonly directory?: Directory;
  /** Entries that changed or left. */
  readonly directoryChange?: Partial<Directory> & { readonly gone?: Partial<DirectoryChange['gone']> };
  readonly categories?: CategoriesChange;
  readonly priceLists?: readonly PriceListHead[] | null;
  readonly reading?: Readonly<Record<string, number>>;
  readonly reset?: ResetReason;
  readonly notices?: readonly Notice[];
  readonly withdrawn?: readonly Withdrawal[];
  /** Each in one whole piece. */
  readonly cases?: readonly CaseContent[];
  /** Whose cuts they come in; every cut and tie of the case where it does not matter. */
  readonly reader?: Standing;
  /** Pieces as they are. */
  readonly pieces?: readonly ToldCase[];
  readonly chunkSize?: number;
  readonly own?: readonly string[];
  readonly contained?: readonly Contained[];
  readonly cursor?: Cursor;
  readonly next?: string | null;
  readonly more?: boolean;
}

export const testAccount = 'store-1.person-anna';

/** The lines of an answer as text. */
export function linesOf(said: Said): string {
  const { chunkSize = 2, cursor = { number: 1, mark: 'm1' }, more = false } = said;
  const next = said.next ?? (more ? 'key' : null);
  const told = [...(said.cases ?? []).map((content) => toldOf(content, said.reader)), ...(said.pieces ?? [])];
  const pieces: SyncLine[] = [];
  for (let from = 0; from < told.length; from += chunkSize)
    pieces.push({ kind: 'pieces', pieces: told.slice(from, from + chunkSize).map(({ piece }) => piece) });
  const lines: readonly (SyncLine | null)[] = [
    {
      kind: 'head',
      protocol: protocolVersion,
      portal: said.portal ?? 'nordic-portal',
      account: said.account ?? testAccount,
      serverTime: said.at ?? '2026-11-23T09:00:00.000Z',
    },
    said.reset ? { kind: 'reset', reason: said.reset } : null,
    said.standing ? { kind: 'standing', standing: said.standing } : null,
    directoryLine(said),
    said.categories ? { kind: 'categories', ...said.categories } : null,
    said.priceLists !== undefined ? { kind: 'price-lists', lists: said.priceLists } : null,
    said.reading ? { kind: 'reading', reading: said.reading } : null,
    said.notices ? { kind: 'notices', notices: said.notices } : null,
    { kind: 'withdrawn', cases: said.withdrawn ?? [] },
    {
      kind: 'rows',
      rows: told.map(({ view }, index) => [packRow(toListRow(view)), Math.floor(index / chunkSize), index % chunkSize]),
    },
    ...pieces,
    said.own ? { kind: 'own', commands: said.own } : null,
    said.contained ? { kind: 'contained', commands: said.contained } : null,
    { kind: 'tail', cursor, next, more },
  ];
  return lines.flatMap((line) => (line ? [`${JSON.stringify(line)}\n`] : [])).join('');
}

function directoryLine({ directory, directoryChange }: Said): SyncLine | null {
  const nobody = { companies: [], offices: [], members: [] };
  if (directory) return { kind: 'directory', ...wholeDirectory(directory) };
  if (!directoryChange) return null;
  const { gone, ...changed } = directoryChange;
  return { kind: 'directory', whole: false, ...nobody, ...changed, gone: { ...nobody, ...gone } };
}

/** The same as the portal client hands it to the cache. */
export async function anAnswer(said: Said): Promise<SyncAnswer> {
  const lines = linesOf(said)
    .split('\n')
    .map((line) => new TextEncoder().encode(line));
  async function* each(): AsyncGenerator<Uint8Array> {
    yield* lines;
  }
  const expected = { account: said.account ?? testAccount, portal: said.portal ?? 'nordic-portal' };
  const answer = await collectAnswer(each(), expected);
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.value;
}
