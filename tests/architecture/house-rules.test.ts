import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { breaches, rules } from './house-rules.ts';

const root = join(import.meta.dirname, '../..');
const sources = globSync('{shared,portal,electron,renderer}/**/*.{ts,tsx}', { cwd: root });

/** One line for each rule that breaks it. */
const breaking: readonly (readonly [path: string, line: string, rule: string])[] = [
  ['portal/a.ts', 'export class Offices {}', 'a class extends Error or Dexie, or is none'],
  ['shared/domain/a.ts', 'export enum Status { open }', 'no enum'],
  ['renderer/a.ts', 'export const one = two as unknown as Three;', 'no double assertion'],
  ['renderer/a.ts', 'export default function screen() {}', 'no default export'],
  ['renderer/a.ts', 'const one = 1; export default one;', 'no default export'],
  ['shared/domain/a.ts', 'export const now = () => new Date();', 'shared/ is given the moment, ids and chance'],
  ['shared/domain/a.ts', 'export const now = () => Date.now();', 'shared/ is given the moment, ids and chance'],
  ['shared/domain/a.ts', 'export const id = () => crypto.randomUUID();', 'shared/ is given the moment, ids and chance'],
  ['shared/domain/a.ts', 'export const luck = () => Math.random();', 'shared/ is given the moment, ids and chance'],
  ['portal/commands/a.ts', 'const at = Date.now();', 'a test or the portal server is given the moment'],
  ['portal/commands/a.ts', 'const at = new Date();', 'a test or the portal server is given the moment'],
  ['tests/portal/a.test.ts', 'const at = new Date().toISOString();', 'a test or the portal server is given the moment'],
  ['tests/portal/a.test.ts', 'const now = Date.now;', 'a test or the portal server is given the moment'],
  ['renderer/sync/a.ts', "fetch('/');", 'only renderer/portal speaks to the portal server'],
  ['renderer/sync/a.ts', "globalThis.fetch('/');", 'only renderer/portal speaks to the portal server'],
  ['renderer/sync/a.ts', "new EventSource('/');", 'only renderer/portal speaks to the portal server'],
  ['renderer/features/a.ts', 'window.desk.print();', 'only renderer/desk touches window.desk'],
  ['renderer/features/a.ts', "globalThis['desk'].print();", 'only renderer/desk touches window.desk'],
  ['portal/a.ts', 'export const caseManager = 1;', 'a name says what the thing is'],
];

test.each(breaking)('%s: %s is found out', (path, line, rule) => {
  expect(breaches(path, line)).toEqual([`${path}:1 ${rule}`]);
});

test('every rule has a line that breaks it', () => {
  const named = breaking.map(([, , rule]) => rule);
  expect(rules.map(({ rule }) => rule).filter((rule) => !named.includes(rule))).toEqual([]);
});

test.each([
  ['renderer/portal/a.ts', "fetch('/');"],
  ['renderer/desk/a.ts', 'window.desk.print();'],
  ['shared/domain/a.ts', 'export interface Times { readonly Date: string }'],
  ['portal/a.ts', 'export class Stale extends Error {}'],
  ['portal/a.ts', 'const at = new Date(moment);'],
  ['portal/run/a.ts', 'const now = () => new Date().toISOString();'],
  ['tests/desktop/a.test.ts', 'const began = Date.now();'],
])('%s: %s is left alone', (path, line) => {
  expect(breaches(path, line)).toEqual([]);
});

test('the product keeps the house rules, and tests go by no clock of the machine', () => {
  expect(sources.length).toBeGreaterThan(50);
  const breachesOf = (path: string) => breaches(path, readFileSync(join(root, path), 'utf8'));
  expect(sources.flatMap(breachesOf)).toEqual([]);
  const tests = globSync('tests/**/*.{ts,tsx}', { cwd: root });
  expect(tests.length).toBeGreaterThan(100);
  expect(tests.flatMap(breachesOf).filter((breach) => breach.endsWith('is given the moment'))).toEqual([]);
});

test('file names are in kebab case and say what is in them', () => {
  const empty = /(^|-)(manager|helper|util|utils|service|processor|handler|handlers|data|info|common|misc)(-|\.)/;
  const names = sources.map((path) => basename(path)).filter((name) => name !== 'desk-handlers.ts');
  expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(name))).toEqual([]);
  // Case handlers are people of the domain; no other handler is a name.
  expect(names.filter((name) => empty.test(name.replace('case-handler', 'person')))).toEqual([]);
});
