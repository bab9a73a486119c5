import { expect, test } from 'vitest';
import { dueNext } from '../../../../renderer/features/dashboard/due-next.ts';
import { anna } from '../../../support/builders.ts';
import { aRow, aRowTask, dueIn, factsOf } from '../../../support/rows.ts';

const waiting = (id: string, hours: number, responsibles: readonly string[] = []) =>
  factsOf(aRow({ id, number: id, tasks: [aRowTask({ status: '1', target: dueIn(hours), responsibles })] }));

test('the longest overdue comes first and no more lines than asked for', () => {
  const facts = [waiting('later', 30), waiting('missed', -5), waiting('soon', 1), waiting('missed before', -50)];
  const numbers = dueNext(facts, { scope: 'company', portal: null }, 3).map((line) => line.facts.row.number);
  expect(numbers).toEqual(['missed before', 'missed', 'soon']);
});

test('a case is named once, for its most urgent thing to do', () => {
  const tasks = [aRowTask({ id: 'a', target: dueIn(9) }), aRowTask({ id: 'b', status: '1', target: dueIn(-1) })];
  const lines = dueNext([factsOf(aRow({ tasks }))], { scope: 'company', portal: null }, 5);
  expect(lines.map((line) => line.action.kind)).toEqual(['set-time']);
});

test('only mine leaves out what a colleague is responsible for, and a portal the other portals', () => {
  const facts = [waiting('theirs', 1, ['colleague']), waiting('mine', 2, [anna.member])];
  expect(dueNext(facts, { scope: 'mine', portal: null }, 5)).toHaveLength(1);
  expect(dueNext(facts, { scope: 'company', portal: 'another' }, 5)).toEqual([]);
});

test('what has no target is not due', () => {
  const facts = [factsOf(aRow({ tasks: [aRowTask({ target: null })] }))];
  expect(dueNext(facts, { scope: 'company', portal: null }, 5)).toEqual([]);
});
