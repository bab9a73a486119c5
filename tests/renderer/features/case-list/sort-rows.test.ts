import { expect, test } from 'vitest';
import { sortRows } from '../../../../renderer/features/case-list/sort-rows.ts';
import { sortColumns } from '../../../../renderer/bindings/case-search.ts';
import type { CaseRow } from '../../../../shared/domain/case/list-row.ts';
import { aStanding, anna } from '../../../support/builders.ts';
import { aRow, aRowRole, aRowTask, dueIn, factsOf, hoursAfterMonday, manyFacts } from '../../../support/rows.ts';

function sorted(rows: readonly Partial<CaseRow>[], column: (typeof sortColumns)[number], descending = false) {
  const facts = rows.map((row, index) => factsOf(aRow({ id: `${index}`, number: `${index}`, ...row })));
  return sortRows(facts, { column, descending }, 'sv').map((each) => each.row);
}

test('cities stand where the language puts them', () => {
  const rows = sorted([{ city: 'Örebro' }, { city: 'Åre' }, { city: 'Zinkgruvan' }, { city: 'Arboga' }], 'site');
  expect(rows.map((row) => row.city)).toEqual(['Arboga', 'Zinkgruvan', 'Åre', 'Örebro']);
});

test('numbers in case numbers count as numbers', () => {
  const rows = sorted([{ number: 'NM-10' }, { number: 'NM-9' }], 'number');
  expect(rows.map((row) => row.number)).toEqual(['NM-9', 'NM-10']);
});

test('the usual order puts the own calls first, overdue before near before on time, then what others have to do', () => {
  const task = (hours: number, change = {}) => ({ tasks: [aRowTask({ target: dueIn(hours), ...change })] });
  const rows = sorted(
    [
      { ...task(20), city: 'on time' },
      { tasks: [], state: 'closed', city: 'closed' },
      { ...task(-90, { company: 'other' }), city: 'of others' },
      { ...task(1), city: 'near' },
      { ...task(-3), city: 'overdue' },
    ],
    'action',
  );
  expect(rows.map((row) => row.city)).toEqual(['overdue', 'near', 'on time', 'of others', 'closed']);
});

test('ongoing work is no call and stands behind what has to be done', () => {
  const ongoing = {
    tasks: [aRowTask({ status: '3', responsibles: [anna.member], target: dueIn(-9) })],
    city: 'ongoing',
  };
  const rows = sorted([ongoing, { tasks: [aRowTask({ target: dueIn(50) })], city: 'to confirm' }], 'action');
  expect(rows.map((row) => row.city)).toEqual(['to confirm', 'ongoing']);
});

test('what has no value stands last in both directions', () => {
  const rows = [{ role: null }, { role: aRowRole({ officeName: 'B' }) }, { role: aRowRole({ officeName: 'A' }) }];
  expect(sorted(rows, 'role').map((row) => row.role?.officeName)).toEqual(['A', 'B', undefined]);
  expect(sorted(rows, 'role', true).map((row) => row.role?.officeName)).toEqual(['B', 'A', undefined]);
});

test('the latest change first when it descends', () => {
  const rows = sorted([{ changedAt: hoursAfterMonday(1) }, { changedAt: hoursAfterMonday(3) }], 'changed', true);
  expect(rows.map((row) => row.changedAt)).toEqual([hoursAfterMonday(3), hoursAfterMonday(1)]);
});

test('a status is compared by its rank', () => {
  const rows = sorted(
    [
      { tasks: [aRowTask({ status: 'B++' })] },
      { tasks: [aRowTask({ status: 'B+' })] },
      { tasks: [aRowTask({ status: 'C' })] },
    ],
    'tasks',
  );
  expect(rows.map((row) => row.tasks[0]?.status)).toEqual(['C', 'B+', 'B++']);
});

test.each(sortColumns)('sorting by %s keeps every case and is the same whatever the order before', (column) => {
  const facts = manyFacts(400, [aStanding()]);
  const ids = (rows: typeof facts) => sortRows(rows, { column, descending: false }, 'en').map(({ row }) => row.id);
  expect(ids(facts)).toEqual(ids(facts.toReversed()));
  expect(new Set(ids(facts)).size).toBe(400);
});
