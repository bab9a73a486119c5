// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutPiece, withoutRow } from '../../../renderer/offline/cut-out.ts';
import { fromJsonBytes, jsonBytes } from '../../../renderer/offline/record-lines.ts';
import { rowsWithTies } from '../../../renderer/offline/piece-ties.ts';
import { rowParts } from '../../../renderer/offline/row-parts.ts';
import type { StoredRow } from '../../../renderer/offline/generation.ts';
import type { PlacedRow } from '../../../shared/contract/sync.ts';
import { toListRow } from '../../../shared/domain/case/list-row.ts';
import { packRow } from '../../../shared/domain/case/row-line.ts';
import { aContent } from '../../support/builders.ts';
import { toldOf } from '../../support/offline/pieces.ts';

/** Texts that look like the structure around them. */
const nasty = fc.constantFrom(
  '',
  '"',
  '\\',
  '],[{"id":"b"',
  '{"case":"c","ties":[',
  '}]}',
  'Väta \u2028',
  'Größe € 家 🏠',
  '\\"}',
);
const noBytes = new Uint8Array(0);
const ids = ['a', 'b', 'c', 'd', 'e'];

const contents = fc
  .array(fc.tuple(nasty, nasty), { minLength: 5, maxLength: 5 })
  .map((texts) =>
    texts.map(([cause, description], index) =>
      aContent({ id: ids[index] ?? '', number: cause, damage: { cause, lossDate: '2026-11-01', description } }),
    ),
  );

describe('taking one case out of a text of many', () => {
  test('leaves the other rows as they were, in their order', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom(...ids), (all, id) => {
        const rows = all.map((content, place): StoredRow => [packRow(toListRow(content)), 0, place, ['works']]);
        const bytes = withoutRow(jsonBytes({ kind: 'rows', rows }), id) ?? noBytes;
        expect(fromJsonBytes(bytes)).toEqual({ kind: 'rows', rows: rows.filter(([row]) => row.id !== id) });
      }),
    );
  });

  test('leaves the other pieces in their places', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom(...ids), (all, id) => {
        const bytes =
          withoutPiece(jsonBytes({ kind: 'pieces', pieces: all.map((content) => toldOf(content).piece) }), id) ??
          noBytes;
        expect(fromJsonBytes(bytes)).toEqual({
          kind: 'pieces',
          pieces: all.map((content) => (content.case.id === id ? null : toldOf(content).piece)),
        });
      }),
    );
  });

  test.each(['not-there', 'drying-1'])('is not done for %s, which is no case of it', (id) => {
    const content = aContent();
    expect(withoutRow(jsonBytes({ kind: 'rows', rows: [[packRow(toListRow(content)), 0, 0, []]] }), id)).toBeNull();
    expect(withoutPiece(jsonBytes({ kind: 'pieces', pieces: [toldOf(content).piece] }), id)).toBeNull();
  });
});

describe('the parts of a page', () => {
  const placed = (all: readonly ReturnType<typeof aContent>[]): readonly StoredRow[] =>
    all.map((content, index) => [packRow(toListRow(content)), index, 0, index % 2 === 0 ? ['works'] : []]);
  /** As it is received: without ties. */
  const received = (rows: readonly StoredRow[]) => rows.map(([row, line, place]) => [row, line, place]);

  test('together are the page with its ties, whatever the texts say', () => {
    fc.assert(
      fc.property(contents, (all) => {
        const rows = placed(all);
        const parts = rowParts(JSON.stringify({ kind: 'rows', rows: received(rows) }), rows);
        const read = parts.map(({ line }): { rows: readonly StoredRow[] } =>
          JSON.parse(new TextDecoder().decode(line)),
        );
        expect(parts.map(({ part }) => part)).toEqual([0, 1, 2]);
        expect(read.flatMap((each) => each.rows)).toEqual(rows);
      }),
    );
  });

  test('are written again where the line is not written as expected', () => {
    const rows = placed(ids.map((id) => aContent({ id })));
    const parts = rowParts(JSON.stringify({ rows: received(rows), kind: 'rows' }, null, 1), rows);
    expect(parts.map(({ line }) => JSON.parse(new TextDecoder().decode(line)))).toEqual([
      { kind: 'rows', rows: rows.slice(0, 2) },
      { kind: 'rows', rows: rows.slice(2, 4) },
      { kind: 'rows', rows: rows.slice(4) },
    ]);
  });
});

describe('the ties of an answer’s pieces', () => {
  const told = (all: readonly ReturnType<typeof aContent>[]) =>
    all.map((content, index) => ({ ...toldOf(content).piece, ties: index % 2 === 0 ? ['works', 'handler'] : [] }));
  const rowsOf = (all: readonly ReturnType<typeof aContent>[]): readonly PlacedRow[] =>
    all.map((content, index) => [packRow(toListRow(content)), Math.floor(index / 2), index % 2]);
  const lines = (pieces: readonly object[], write: (line: object) => Uint8Array) =>
    [0, 2, 4].map((from) => write({ kind: 'pieces', pieces: pieces.slice(from, from + 2) }));
  const expected = [['works', 'handler'], [], ['works', 'handler'], [], ['works', 'handler']];

  test('are found in their text, whatever else is written there', () => {
    fc.assert(
      fc.property(contents, (all) => {
        const found = rowsWithTies(rowsOf(all), lines(told(all), jsonBytes));
        expect(found.map(([, , , ties]) => ties)).toEqual(expected);
      }),
    );
  });

  test('are read where they are written in another order', () => {
    const all = ids.map((id) => aContent({ id }));
    const turned = told(all).map(({ case: of, ...rest }) => ({ ...rest, case: of }));
    const found = rowsWithTies(rowsOf(all), lines(turned, jsonBytes));
    expect(found.map(([, , , ties]) => ties)).toEqual(expected);
  });
});
