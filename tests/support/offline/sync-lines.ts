import { protocolVersion } from '../../../shared/contract/protocol-version.ts';
import type { Contained, Cursor, Notice, ResetReason, SyncLine, Withdrawal } from '../../../shared/contract/sync.ts';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { toListRow } from '../../../shared/domain/case/list-row.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import type { Directory } from '../../../shared/domain/office/directory.ts';
import type { SyncAnswer } from '../../../renderer/offline/sync-answer.ts';
import { collectAnswer } from '../../../renderer/portal/collect-answer.ts';

/** What a page or delta says, written by hand as the contract has it. */
export interface Said {
  readonly account?: string;
  readonly portal?: string;
  readonly at?: string;
  readonly standing?: Standing;
  readonly directory?: Directory;
  readonly reading?: Readonly<Record<string, number>>;
  readonly reset?: ResetReason;
  readonly notices?: readonly Notice[];
  readonly withdrawn?: readonly Withdrawal[];
  readonly cases?: readonly CaseContent[];
  readonly chunkSize?: number;
  readonly contained?: readonly Contained[];
  readonly cursor?: Cursor;
  readonly next?: string | null;
  readonly more?: boolean;
}

export const testAccount = 'store-1.person-anna';

/** The lines of an answer as text. */
export function linesOf(said: Said): string {
  const { cases = [], chunkSize = 2, cursor = { number: 1, mark: 'm1' }, next = null, more = false } = said;
  const chunks: SyncLine[] = [];
  for (let from = 0; from < cases.length; from += chunkSize)
    chunks.push({ kind: 'chunk', contents: cases.slice(from, from + chunkSize) });
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
    said.directory ? { kind: 'directory', directory: said.directory } : null,
    said.reading ? { kind: 'reading', reading: said.reading } : null,
    said.notices ? { kind: 'notices', notices: said.notices } : null,
    { kind: 'withdrawn', cases: said.withdrawn ?? [] },
    {
      kind: 'rows',
      rows: cases.map((content, index) => [toListRow(content), Math.floor(index / chunkSize), index % chunkSize]),
    },
    ...chunks,
    said.contained ? { kind: 'contained', commands: said.contained } : null,
    { kind: 'tail', cursor, next, more },
  ];
  return lines.flatMap((line) => (line ? [`${JSON.stringify(line)}\n`] : [])).join('');
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
