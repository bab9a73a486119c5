// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutContent, withoutRow } from '../../../renderer/offline/cut-out.ts';
import { fromJsonBytes, jsonBytes } from '../../../renderer/offline/record-lines.ts';
import { rowParts } from '../../../renderer/offline/row-parts.ts';
import type { PlacedRow } from '../../../shared/contract/sync.ts';
import { toListRow } from '../../../shared/domain/case/list-row.ts';
import { aContent } from '../../support/builders.ts';

/** Texts that look like the structure around them. */
const nasty = fc.constantFrom(
  '',
  '"',
  '\\',
  '],[{"id":"b"',
  '{"case":{"id":"c"',
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
        const rows = all.map((content, place): PlacedRow => [toListRow(content), 0, place]);
        const bytes = withoutRow(jsonBytes({ kind: 'rows', rows }), id) ?? noBytes;
        expect(fromJsonBytes(bytes)).toEqual({ kind: 'rows', rows: rows.filter(([row]) => row.id !== id) });
      }),
    );
  });

  test('leaves the other contents in their places', () => {
    fc.assert(
      fc.property(contents, fc.constantFrom(...ids), (all, id) => {
        const bytes = withoutContent(jsonBytes({ kind: 'chunk', contents: all }), id) ?? noBytes;
        expect(fromJsonBytes(bytes)).toEqual({
          kind: 'chunk',
          contents: all.map((content) => (content.case.id === id ? null : content)),
        });
      }),
    );
  });

  test.each(['not-there', 'drying-1'])('is not done for %s, which is no case of it', (id) => {
    const content = aContent();
    expect(withoutRow(jsonBytes({ kind: 'rows', rows: [[toListRow(content), 0, 0]] }), id)).toBeNull();
    expect(withoutContent(jsonBytes({ kind: 'chunk', contents: [content] }), id)).toBeNull();
  });
});

describe('the parts of a page', () => {
  const placed = (all: readonly ReturnType<typeof aContent>[]): readonly PlacedRow[] =>
    all.map((content, index) => [toListRow(content), index, 0]);

  test('together are the page, whatever the texts say', () => {
    fc.assert(
      fc.property(contents, (all) => {
        const rows = placed(all);
        const parts = rowParts(JSON.stringify({ kind: 'rows', rows }), rows);
        const read = parts.map(({ line }): { rows: readonly PlacedRow[] } =>
          JSON.parse(new TextDecoder().decode(line)),
        );
        expect(parts.map(({ part }) => part)).toEqual([0, 1, 2]);
        expect(read.flatMap((each) => each.rows)).toEqual(rows);
      }),
    );
  });

  test('are written again where the line is not written as expected', () => {
    const rows = placed(ids.map((id) => aContent({ id })));
    const parts = rowParts(JSON.stringify({ rows, kind: 'rows' }, null, 1), rows);
    expect(parts.map(({ line }) => JSON.parse(new TextDecoder().decode(line)))).toEqual([
      { kind: 'rows', rows: rows.slice(0, 2) },
      { kind: 'rows', rows: rows.slice(2, 4) },
      { kind: 'rows', rows: rows.slice(4) },
    ]);
  });
});
