import { Trans } from '@lingui/react/macro';
import papaparse from 'papaparse';
import { useMemo } from 'react';
import classes from './document-preview.module.css';

/** Enough to check a calculation; a longer table is saved and opened elsewhere. */
const mostLines = 500;

/** A table in text, as rows and columns; nothing in it is ever run or followed. */
export function TablePreview({ text }: { text: string }) {
  const { head, lines, more } = useMemo(() => rowsOf(text), [text]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
    <div className={classes.table} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col" data-figure={isFigure(lines[0]?.[index]) || undefined}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            <tr key={row}>
              {head.map((_, index) => (
                <td key={index} data-figure={isFigure(line[index]) || undefined}>
                  {line[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more && (
        <p className={classes.more}>
          <Trans>Only the first {mostLines} lines are shown.</Trans>
        </p>
      )}
    </div>
  );
}

function rowsOf(text: string): {
  readonly head: readonly string[];
  readonly lines: readonly (readonly string[])[];
  readonly more: boolean;
} {
  const { data } = papaparse.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
    preview: mostLines + 2,
  });
  const [first = [], ...lines] = data;
  // A line longer than the first one shows all it has.
  const width = Math.max(first.length, ...lines.map((line) => line.length));
  const head = Array.from({ length: width }, (_, index) => first[index] ?? '');
  return { head, lines: lines.slice(0, mostLines), more: lines.length > mostLines };
}

function isFigure(cell: string | undefined): boolean {
  return cell !== undefined && /^\s*-?[\d\s.,']+\s*(\p{Sc}|%|[A-Z]{3})?\s*$/u.test(cell) && /\d/.test(cell);
}
