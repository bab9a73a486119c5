import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listed, setParts, waysOut, without } from '../../../../renderer/features/case-list/filter-parts.ts';
import { passes, type CaseFilter } from '../../../../shared/domain/case/list-filter.ts';
import { aCaseHandler, anna, aStanding, carla } from '../../../support/builders.ts';
import { aRow, aRowRole, aRowTask, factsOf, manyFacts } from '../../../support/rows.ts';

const facts = manyFacts(300, [aStanding(), aCaseHandler({ portal: 'other-portal' })]);
const yes = fc.constant(true as const);
const filters: fc.Arbitrary<CaseFilter> = fc.record(
  {
    actionRequired: yes,
    myTask: yes,
    withRole: yes,
    assignedToMe: yes,
    unread: yes,
    portal: fc.constantFrom('nordic-portal', 'other-portal'),
    text: fc.constantFrom('kuopio', ' STORM ', 'storm malmö', 'CL-9', '   '),
    state: fc.constantFrom('open' as const, 'closed' as const),
    user: fc.constantFrom(anna.member, carla.member),
  },
  { requiredKeys: [] },
);

test('the list holds what passes the filter, text included', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      expect(listed(facts, filter)).toEqual(facts.filter((each) => passes(each, filter)));
    }),
  );
});

test('words are found in any order, wherever they stand in a case', () => {
  const found = listed([factsOf(aRow({ role: aRowRole({ user: carla }) }))], { text: 'maki  HARBOUR nm-2026' });
  expect(found).toHaveLength(1);
});

describe('a list without a case', () => {
  const mine = factsOf(aRow({ id: 'mine', tasks: [aRowTask({ responsibles: [anna.member] })] }));
  const elsewhere = factsOf(aRow({ id: 'elsewhere', city: 'Malmö', tasks: [] }));

  test('says how many cases there are without each filter that stands in the way', () => {
    const filter: CaseFilter = { myTask: true, text: 'malmö', state: 'open' };
    expect(listed([mine, elsewhere], filter)).toEqual([]);
    expect(waysOut([mine, elsewhere], filter)).toEqual([
      { part: 'myTask', cases: 1 },
      { part: 'text', cases: 1 },
    ]);
  });

  test('the way that brings back most comes first', () => {
    const filter: CaseFilter = { text: 'kuopio', unread: true };
    const rows = [mine, factsOf(aRow({ id: 'another' })), factsOf(aRow({ id: 'read', city: 'Åbo' }), { unread: 1 })];
    expect(waysOut(rows, filter).map(({ part, cases }) => [part, cases])).toEqual([
      ['unread', 2],
      ['text', 1],
    ]);
  });

  test('removing what a way names shows as many cases as it said', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        for (const { part, cases } of waysOut(facts, filter)) {
          expect(listed(facts, without(filter, part))).toHaveLength(cases);
        }
      }),
    );
  });
});

test('blank text is no filter', () => {
  expect(setParts({ text: '  ' })).toEqual([]);
  expect(setParts(without({ text: 'kuopio', unread: true }, 'text'))).toEqual(['unread']);
});
