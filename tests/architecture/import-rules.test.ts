import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult, IReporterOutput } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import configuration from '../../.dependency-cruiser.mjs';

const root = join(import.meta.dirname, '../..');
const fixtures = join(import.meta.dirname, 'fixtures');
const rules = configuration.forbidden.map(({ name }) => name ?? '');

/** The rules that a tree breaks, and how many files were read. */
async function verdict(
  folder: string,
  detailed = false,
): Promise<{ readonly broken: readonly string[]; readonly files: number }> {
  const layers = readdirSync(folder).filter((name) => ['shared', 'portal', 'electron', 'renderer'].includes(name));
  const { options, forbidden } = configuration;
  const result = await cruise(layers, { ...options, baseDir: folder, ruleSet: { forbidden }, validate: true });
  const { summary } = parsed(result);
  return {
    broken: [
      ...new Set(
        summary.violations.map(({ rule, from, to }) => (detailed ? `${rule.name}: ${from} → ${to}` : rule.name)),
      ),
    ],
    files: summary.totalCruised,
  };
}

function parsed({ output }: IReporterOutput): ICruiseResult {
  if (typeof output === 'string') throw new Error(output);
  return output;
}

test('every import rule has a fixture, and every fixture a rule', () => {
  expect(readdirSync(fixtures).toSorted()).toEqual(rules.toSorted());
});

test.each(rules)('%s: the fixture that breaks it is found out', async (rule) => {
  const { broken, files } = await verdict(join(fixtures, rule));
  expect(files).toBeGreaterThan(0);
  expect(broken).toContain(rule);
});

test('the product keeps every import rule, and its files were read', async () => {
  const { broken, files } = await verdict(root, true);
  // Under a TypeScript that dependency-cruiser does not know it reads none and is content.
  expect(files).toBeGreaterThan(50);
  expect(broken).toEqual([]);
});
