import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptySortedMap, type SortedMap } from '../../../portal/reads/sorted-map.ts';

const key = fc.integer({ min: 0, max: 900 }).map((number) => `${number % 7}-${number}`);
const changes = fc.array(fc.tuple(key, fc.option(fc.nat(), { nil: undefined })), { maxLength: 400 });

const entriesOf = (map: SortedMap<number>, keys: Iterable<string>) => [...keys].map((each) => [each, map.get(each)]);

test('a sorted map holds what a map holds after the same changes, in the order of the keys; earlier versions stay', () => {
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 8 }), (steps) => {
      const versions: { readonly map: SortedMap<number>; readonly plain: ReadonlyMap<string, number> }[] = [
        { map: emptySortedMap(), plain: new Map() },
      ];
      for (const step of steps) {
        const { map, plain } = versions.at(-1) ?? { map: emptySortedMap<number>(), plain: new Map<string, number>() };
        const next = new Map(plain);
        for (const [id, value] of step) {
          if (value === undefined) next.delete(id);
          else next.set(id, value);
        }
        versions.push({ map: map.with(new Map(step)), plain: next });
      }
      const all = new Set(steps.flat().map(([id]) => id));
      for (const { map, plain } of versions) {
        const sorted = [...plain].sort(([one], [other]) => (one < other ? -1 : 1));
        expect(map.values()).toEqual(sorted.map(([, value]) => value));
        expect(map.size).toBe(plain.size);
        expect(entriesOf(map, all)).toEqual([...all].map((id) => [id, plain.get(id)]));
        expect([...all].map(map.has)).toEqual([...all].map((id) => plain.has(id)));
        for (const prefix of ['', '0-', '3-', '6-', '9'])
          expect(map.startingWith(prefix)).toEqual(
            sorted.filter(([id]) => id.startsWith(prefix)).map(([, value]) => value),
          );
      }
    }),
  );
});

test('a change of one entry leaves all others the same values', () => {
  const map = emptySortedMap<object>().with(
    new Map(Array.from({ length: 2000 }, (_, n) => [`key-${String(n).padStart(4, '0')}`, { n }])),
  );
  const after = map.with(new Map([['key-1000', { n: -1 }]]));
  const differing = after.values().filter((value, index) => value !== map.values()[index]);
  expect(differing).toEqual([{ n: -1 }]);
});
