import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Packages = Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;

/** What a machine without any package would look for and not find. */
function missingIn(packages: Packages): readonly string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isFound(packages, path, name)),
  );
}

/** As Node looks for it: beside the package, then further and further out. */
function isFound(packages: Packages, path: string, name: string): boolean {
  if (`${path && `${path}/`}node_modules/${name}` in packages) return true;
  const outer = path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/')));
  return path !== '' && isFound(packages, outer, name);
}

it('finds an optional package that the lock leaves out, and none that lies beside or further out', () => {
  const needy = { optionalDependencies: { binding: '1' } };
  expect(missingIn({ 'node_modules/a': needy })).toEqual(['binding']);
  expect(missingIn({ 'node_modules/a': needy, 'node_modules/binding': {} })).toEqual([]);
  expect(missingIn({ 'node_modules/a/node_modules/@b/c': needy, 'node_modules/a/node_modules/binding': {} })).toEqual(
    [],
  );
  expect(missingIn({ 'node_modules/a': needy, 'node_modules/b/node_modules/binding': {} })).toEqual(['binding']);
});

it('has every optional dependency in the lock: bindings of other machines among them', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Packages };
  expect(Object.keys(packages).length).toBeGreaterThan(500);
  expect(missingIn(packages)).toEqual([]);
});
