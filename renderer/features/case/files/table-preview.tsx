import { Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import classes from './document-preview.module.css';
import { readTable } from './read-table.ts';

/** Enough to check a calculation; a longer table is saved and opened elsewhere. */
const mostLines = 500;

/** A table in text, as rows and columns; nothing in it is ever run or followed. */
export function TablePreview({ text }: { text: string }) {
  const table = useMemo(() => readTable(text, mostLines), [text]);
  const { titles, head } = table;
  const lines = table.lines.slice(0, mostLines);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
    <div className={classes.table} tabIndex={0}>
      <table>
        {titles.length > 0 && <caption className={classes.titles}>{titles.join('\n')}</caption>}
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
      {table.lines.length > mostLines && (
        <p className={classes.more}>
          <Trans>Only the first {mostLines} lines are shown.</Trans>
        </p>
      )}
    </div>
  );
}

function isFigure(cell: string | undefined): boolean {
  return cell !== undefined && /^\s*-?[\d\s.,']+\s*(\p{Sc}|%|[A-Z]{3})?\s*$/u.test(cell) && /\d/.test(cell);
}
