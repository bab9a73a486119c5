import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audiencesFor, audiencesOf } from '../../../../support/brute-force/audiences.ts';
import { givenBy } from '../../../../../shared/domain/case/parts/given.ts';
import { parts, type Given, type PartName, type Scope } from '../../../../../shared/domain/case/parts/part.ts';
import { eyesOf, givenFor, mostGivenBy, tiedToFor, tiesOf } from '../../../../../shared/domain/case/parts/ties.ts';
import {
  aCase,
  anna,
  aRole,
  aStanding,
  aTask,
  carla,
  settingsWithRole,
  someSettings,
} from '../../../../support/builders.ts';

const standings = fc
  .record({
    side: fc.constantFrom('insurer' as const, 'partner' as const, 'partner' as const, 'operator' as const),
    level: fc.constantFrom(0 as const, 1 as const, 2 as const, 4 as const),
    active: fc.constantFrom(true, true, true, false),
    marked: fc.boolean(),
    budgetPermission: fc.boolean(),
    company: fc.constantFrom('kuivaus', 'arvio', 'third'),
    member: fc.constantFrom('anna', 'carla', 'third'),
    settings: fc.constantFrom(
      settingsWithRole({}),
      settingsWithRole({ rights: [] }),
      settingsWithRole({ enabled: false }),
      someSettings({ projectManagerRights: ['budget.approve'] }),
      { ...settingsWithRole({ rights: [] }), inspectorRights: ['budget.onBehalf' as const] },
    ),
  })
  .map((change) => aStanding(change));
const subjects = fc
  .record({
    state: fc.constantFrom('open' as const, 'closed' as const, 'deleted' as const),
    role: fc.constantFrom(null, aRole(), aRole({ user: carla }), aRole({ user: anna, company: 'kuivaus' })),
    tasks: fc.subarray([
      aTask(),
      aTask({ id: 't2', responsibles: [anna] }),
      aTask({ id: 't3', company: 'arvio', responsibles: [carla] }),
      aTask({ id: 't4', company: null, responsibles: [] }),
      aTask({ id: 't5', kind: 'project-management', responsibles: [anna] }),
      aTask({ id: 't6', kind: 'inspection', company: 'arvio', responsibles: [carla] }),
    ]),
  })
  .map((change) => aCase(change));

const sorted = (given: Given | null) => given && new Map([...given].sort());

test('ties and standing give what the richest audience of the case would, to whoever reads it', () => {
  fc.assert(
    fc.property(subjects, standings, (whole, reader) => {
      const views = audiencesOf(whole, [reader]);
      const [first] = audiencesFor(reader).flatMap((mine) => views.filter(({ audience }) => audience === mine));
      const own = tiedToFor(reader);
      const held = new Set(tiesOf(whole).flatMap(({ to, tie }) => (own.includes(to) ? [tie] : [])));
      const expected = first && givenBy(first.sight.parts);
      // A brief lies in the cut of the company at which the role waits: given to another one it is nothing.
      const brief = whole.role?.company === reader.company;
      const without = (given: Given) => new Map([...given].filter(([part]) => brief || part !== 'brief'));
      const eyes = eyesOf(reader);
      const given = eyes && givenFor(eyes, held);
      expect(sorted(given && without(given))).toEqual(sorted(expected ? without(expected) : null));
      // Whom a change touches is found by what a tie can give at most.
      const told = [...(given ?? [])].filter(([part]) => part !== 'brief' || brief);
      const most = (part: PartName): readonly (Scope | undefined)[] =>
        [...held].map((tie) => mostGivenBy(tie).get(part));
      expect(told.filter(([part, scope]) => !most(part).includes('all') && !most(part).includes(scope))).toEqual([]);
    }),
    { numRuns: 5000 },
  );
});

test('every part is given by some tie', () => {
  const most = mostGivenBy('insurer');
  const all = [...parts.small, ...parts.keyed, ...parts.tails];
  expect(all.filter((part) => !most.has(part) && !mostGivenBy('works').has(part))).toEqual([]);
});
