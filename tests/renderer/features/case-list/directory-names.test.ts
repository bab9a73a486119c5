import { expect, test } from 'vitest';
import { nameIn, officesByCompany, peopleByCompany } from '../../../../renderer/features/case-list/directory-names.ts';
import { aDirectory, aMember, aStanding } from '../../../support/builders.ts';
import { aPortalState } from '../../../support/renderer/in-memory-workplace.ts';

const portals = [
  aPortalState({ directory: aDirectory() }),
  aPortalState({
    portal: 'b',
    standing: aStanding({ portal: 'b' }),
    directory: aDirectory({
      members: [
        aMember({ id: 'aake', name: 'Åke Ahl', company: 'arvio' }),
        aMember({ id: 'gone', name: 'Gone', active: false }),
      ],
    }),
  }),
];

test('people stand under their company, in the order of the language, those who left not at all', () => {
  expect(peopleByCompany(portals, 'sv').map(({ group, items }) => [group, ...items.map(({ label }) => label)])).toEqual(
    [
      ['Arvio Oy', 'Carla Maki', 'Åke Ahl'],
      ['Kuivaus Oy', 'Anna Korhonen'],
    ],
  );
});

test('an office in the directories of two portals is named once', () => {
  const offices = officesByCompany(portals, 'en').flatMap(({ items }) => items.map(({ value }) => value));
  expect(offices).toEqual(['arvio-kuopio', 'kuopio']);
});

test('a name that no directory has any more is its id', () => {
  expect(nameIn(peopleByCompany(portals, 'en'), 'anna')).toBe('Anna Korhonen');
  expect(nameIn(peopleByCompany(portals, 'en'), 'stranger')).toBe('stranger');
});
