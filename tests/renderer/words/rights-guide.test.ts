// @vitest-environment node
import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { dependsWords } from '../../../renderer/words/right-notes.ts';
import { rightWords } from '../../../renderer/words/right-words.ts';
import { rightsInUse } from '../../../shared/domain/command-book.ts';
import { rights } from '../../../shared/domain/rights/rights.ts';
import { inEnglish } from '../../support/in-english.ts';

const file = 'docs/guide/rights.md';
const prettierrc = JSON.parse(readFileSync('.prettierrc', 'utf8'));

test('the guide says of each right what the app says: `npx vitest run --project renderer rights-guide -u` writes it anew', async () => {
  inEnglish();
  const parts = rights.map((right, index) => {
    const { label, explanation, note } = rightWords(right);
    const notes = [...(note ? [note] : []), ...dependsWords(right)];
    const later = rightsInUse.includes(right) ? [] : ['_Not yet in this version._'];
    return [`## ${index + 1}. ${label}`, explanation, ...(notes.length > 0 ? [notes.join(' ')] : []), ...later].join(
      '\n\n',
    );
  });
  const head = `# The sixteen rights

The operator gives them for all of a portal (**Portal settings**), to the External case handler and, as a set of its own each, to the project manager and to the inspector with extra authority. The insurer
reads there what is given, and asks the operator. A change holds from the next thing that anybody does; a desk that is connected shows it within a second.`;
  const text = await format([head, ...parts].join('\n\n'), { ...prettierrc, parser: 'markdown' });
  await expect(text).toMatchFileSnapshot(`../../../${file}`);
});
