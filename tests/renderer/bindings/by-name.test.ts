import { expect, test } from 'vitest';
import { byName } from '../../../renderer/bindings/by-name.ts';

const named = (label: string) => ({ value: label, label });

test('people and offices are chosen by their name, typed without its accents too, in their groups', () => {
  const options = [
    { group: 'Kuivaus Oy', items: [named('Dan Öberg'), named('Łukasz Müller')] },
    { group: 'Arvio Oy', items: [named('Carla Maki')] },
    named('Anna Korhonen'),
  ];
  const found = (search: string) => byName({ options, search, limit: Infinity });
  expect(found('oberg')).toEqual([{ group: 'Kuivaus Oy', items: [named('Dan Öberg')] }]);
  expect(found('muller luk')).toEqual([{ group: 'Kuivaus Oy', items: [named('Łukasz Müller')] }]);
  expect(found('anna')).toEqual([named('Anna Korhonen')]);
  expect(found(' ')).toEqual(options);
  expect(found('nobody')).toEqual([]);
});
