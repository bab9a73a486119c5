import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  filterOf,
  parseCaseSearch,
  searchOf,
  sortColumns,
  sortOf,
  usualSort,
} from '../../../renderer/bindings/case-search.ts';
import { actionKinds } from '../../../shared/domain/dashboard/actions.ts';
import { taskStatuses } from '../../../shared/domain/task/task-status.ts';

const yes = fc.constant(true as const);
const word = fc.stringMatching(/^[a-z][a-z -]{0,9}$/);
const filters = fc.record(
  {
    actionRequired: yes,
    user: word,
    myTask: yes,
    withRole: yes,
    assignedToMe: yes,
    portal: word,
    office: word,
    status: fc.constantFrom(...taskStatuses),
    state: fc.constantFrom('open' as const, 'closed' as const),
    unread: yes,
    text: word,
    action: fc.record(
      {
        kind: fc.constantFrom(...actionKinds),
        state: fc.constantFrom('on-time' as const, 'near' as const, 'overdue' as const),
        mine: yes,
      },
      { requiredKeys: ['kind'] },
    ),
  },
  { requiredKeys: [] },
);
const sorts = fc.record({ column: fc.constantFrom(...sortColumns), descending: fc.boolean() });

test('every filter and order comes back from its address', () => {
  fc.assert(
    fc.property(filters, sorts, (filter, sort) => {
      const search = parseCaseSearch(JSON.parse(JSON.stringify(searchOf(filter, sort))));
      expect(filterOf(search)).toEqual(filter);
      expect(sortOf(search)).toEqual(sort);
    }),
  );
});

test('what an address may not say is left out and the rest of it kept', () => {
  const search = {
    status: 'Z',
    state: 'deleted',
    action: 'drop-table',
    unread: 'yes',
    target: 'near',
    text: true,
    odd: 1,
  };
  expect(parseCaseSearch(search)).toEqual({ target: 'near', text: 'true' });
  expect(filterOf(parseCaseSearch(search))).toEqual({ text: 'true' });
  expect(parseCaseSearch({ status: '3' })).toEqual({ status: '3' });
});

test('the usual order leaves no trace in the address', () => {
  expect(searchOf({}, usualSort)).toEqual({});
});
