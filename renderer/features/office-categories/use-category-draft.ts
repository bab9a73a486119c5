import { t } from '@lingui/core/macro';
import { useState } from 'react';
import {
  categoryColours,
  ranked,
  type Category,
  type CategoryTerms,
} from '../../../shared/domain/category/category.ts';
import { isSame } from '../../../shared/domain/overwriting.ts';

/** A category while the list is changed; a new one has no code yet. */
export interface DraftCategory extends Omit<CategoryTerms, 'code'> {
  readonly key: string;
  readonly code: string | null;
}

/** The list of categories while it is changed: as it was seen when the first change was made. */
export function useCategoryDraft(defined: readonly Category[]) {
  const [draft, setDraft] = useState<readonly DraftCategory[] | null>(null);
  const [made, setMade] = useState(0);
  const rows = draft ?? draftOf(defined);
  return {
    rows,
    isChanged: draft !== null && !isSame(ranked(termsOf(draft)), defined),
    begun: draft !== null,
    fault: draft === null ? null : faultOf(draft),
    terms: () => termsOf(rows),
    change: (key: string, part: Partial<DraftCategory>) =>
      setDraft(rows.map((row) => (row.key === key ? { ...row, ...part } : row))),
    add: () => {
      const key = `new-${String(made)}`;
      setMade(made + 1);
      const colour = categoryColours[rows.length % categoryColours.length] ?? 'grey';
      setDraft([...rows, { key, code: null, label: '', colour }]);
    },
    remove: (key: string) => setDraft(rows.filter((row) => row.key !== key)),
    move: (key: string, by: -1 | 1) => setDraft(moved(rows, key, by)),
    forget: () => setDraft(null),
  };
}

function draftOf(defined: readonly Category[]): readonly DraftCategory[] {
  return defined.map(({ code, label, colour }) => ({ key: code, code, label, colour }));
}

/** The next or the one before changes places with it. */
function moved(rows: readonly DraftCategory[], key: string, by: -1 | 1): readonly DraftCategory[] {
  const from = rows.findIndex((row) => row.key === key);
  const [one, other] = [rows[from], rows[from + by]];
  if (!one || !other) return rows;
  return rows.with(from, other).with(from + by, one);
}

function faultOf(rows: readonly DraftCategory[]): string | null {
  const labels = rows.map(({ label }) => label.trim().toLowerCase());
  if (labels.some((label) => label === '')) return t`Each category needs a name.`;
  return new Set(labels).size < labels.length ? t`Two categories have the same name.` : null;
}

/** What is sent: a new category gets a code that reads like its name, and keeps it when it is renamed. */
function termsOf(rows: readonly DraftCategory[]): readonly CategoryTerms[] {
  const taken = new Set(rows.flatMap(({ code }) => code ?? []));
  return rows.map(({ code, label, colour }) => {
    const given = code ?? freshCode(label, taken);
    taken.add(given);
    return { code: given, label: label.trim(), colour };
  });
}

function freshCode(label: string, taken: ReadonlySet<string>): string {
  const letters = label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-');
  const base = letters.replaceAll(/^-|-$/g, '').slice(0, 30) || 'category';
  for (let count = 1; ; count += 1) {
    const code = count === 1 ? base : `${base}-${String(count)}`;
    if (!taken.has(code)) return code;
  }
}
