import { expect, test } from 'vitest';
import { letterPage } from '../../../../electron/main/machine/letter-page.ts';
import { letterSchema } from '../../../../shared/contract/letter.ts';
import { aLetter } from '../../../support/a-letter.ts';

test('a letter has all that it says, in one page that asks for nothing', () => {
  const page = letterPage(aLetter());
  for (const text of ['Nordic Mutual', 'A. Customer', 'NM-2026-00001', 'Surfaces', 'Covered', 'On the authority of'])
    expect(page).toContain(text);
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/src=|href=|url\(/);
});

test('no text of it becomes a tag, wherever it stands', () => {
  const evil = `<img src="x" onerror='y'>&`;
  const page = letterPage(
    aLetter({
      title: evil,
      sender: evil,
      receiver: [evil],
      facts: [{ name: evil, value: evil }],
      paragraphs: [evil],
      table: { columns: [evil], rows: [[evil, evil]] },
      closing: [evil],
      signature: [evil],
    }),
  );
  expect(page).not.toContain('<img');
  expect(page.match(/&lt;img src=&quot;x&quot; onerror=&#39;y&#39;&gt;&amp;/g)).toHaveLength(12);
});

test('what the desk takes has no markup of its own in the language', () => {
  expect(letterSchema.safeParse(aLetter()).success).toBe(true);
  expect(letterSchema.safeParse(aLetter({ language: 'en" onload="x' })).success).toBe(false);
});
