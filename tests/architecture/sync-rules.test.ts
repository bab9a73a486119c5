import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The rules of sync and safety that hold from the first release on. */
const rules = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 18, 19, 20, 21, 22, 23, 25, 26, 27, 28, 29, 30];

const tests = new URL('..', import.meta.url).pathname;

function testFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return entry.name === 'fixtures' ? [] : testFiles(join(folder, entry.name));
    return /\.test\.tsx?$/.test(entry.name) ? [join(folder, entry.name)] : [];
  });
}

const named = testFiles(tests).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/\btest(?:\.each\([\s\S]*?\))?\(\s*[`'"]sync ([\d, ]+):/g)].flatMap((match) =>
    (match[1] ?? '').split(',').map(Number),
  ),
);

test.each(rules)('rule %i of sync and safety has a test that names it', (rule) => {
  expect(named).toContain(rule);
});
