import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Directory } from '../../../../shared/domain/office/directory.ts';
import {
  foldDirectory,
  losesEntries,
  wholeDirectory,
  type DirectoryChange,
} from '../../../../shared/domain/office/fold-directory.ts';
import { aDirectory, aMember, anOffice } from '../../../support/builders.ts';

const none = { companies: [], offices: [], members: [] };
const nothing: DirectoryChange = { whole: false, ...none, gone: none };

test('a whole directory replaces what is held; without any, a change stands for itself', () => {
  expect(foldDirectory(null, wholeDirectory(aDirectory()))).toEqual(aDirectory());
  expect(foldDirectory(aDirectory(), wholeDirectory(none))).toEqual(none);
  expect(foldDirectory(null, { ...nothing, members: [aMember()] })).toEqual({ ...none, members: [aMember()] });
});

test('an entry replaces the one of its id, a new one stands where its id belongs, and the others are the same values', () => {
  const held = foldDirectory(
    null,
    wholeDirectory(aDirectory({ members: [aMember({ id: 'a' }), aMember({ id: 'c' })] })),
  );
  const after = foldDirectory(held, {
    ...nothing,
    members: [aMember({ id: 'c', name: 'Another Name' }), aMember({ id: 'b' })],
  });
  expect(after.members.map(({ id, name }) => [id, name])).toEqual([
    ['a', aMember().name],
    ['b', aMember().name],
    ['c', 'Another Name'],
  ]);
  expect(after.members[0]).toBe(held.members[0]);
  expect([after.offices, after.companies]).toEqual([held.offices, held.companies]);
  expect(after.offices).toBe(held.offices);
});

test('what is gone is held no more, and one that comes back in the same line is', () => {
  const held = aDirectory({ offices: [anOffice({ id: 'one' }), anOffice({ id: 'two' })] });
  const gone = { ...none, offices: ['one', 'never'], companies: ['arvio'] };
  const after = foldDirectory(held, { ...nothing, gone });
  expect(after.offices.map(({ id }) => id)).toEqual(['two']);
  expect(after.companies.map(({ id }) => id)).not.toContain('arvio');
  const back = foldDirectory(held, { ...nothing, gone, offices: [anOffice({ id: 'one', name: 'Again' })] });
  expect(back.offices.map(({ id, name }) => [id, name])).toContainEqual(['one', 'Again']);
});

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const line = fc.record({ changed: fc.uniqueArray(id), gone: fc.uniqueArray(id), name: fc.string() });

test('lines folded one after another come to what their entries were last', () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      let held: Directory = none;
      const truth = new Map<string, string>();
      for (const { changed, gone, name } of lines) {
        const members = changed.map((each) => aMember({ id: each, name }));
        held = foldDirectory(held, { ...nothing, members, gone: { ...none, members: gone } });
        for (const each of gone) truth.delete(each);
        for (const each of changed) truth.set(each, name);
      }
      const sorted = [...truth].sort(([one], [other]) => (one < other ? -1 : 1));
      expect(held.members.map((member) => [member.id, member.name])).toEqual(sorted);
    }),
  );
});

test('an entry that changes is not one that leaves, and before there is a directory nothing leaves', () => {
  const directory = aDirectory();
  const [first, ...rest] = directory.members;
  const changed = { ...directory, members: [...(first ? [{ ...first, name: 'another' }] : []), ...rest] };
  expect(losesEntries(directory, changed)).toBe(false);
  expect(losesEntries(null, directory)).toBe(false);
  expect(losesEntries(directory, { ...directory, companies: [] })).toBe(true);
});
