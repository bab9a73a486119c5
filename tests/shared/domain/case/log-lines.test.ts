import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideCase } from '../../../../shared/domain/command-book.ts';
import { logLines } from '../../../../shared/domain/case/log-lines.ts';
import { revisionOf } from '../../../../shared/domain/who-changed.ts';
import { casesFor, commandOf, directory, peopleFor } from '../../../support/any-case.ts';
import { aQuestion } from '../../../support/builders.ts';
import { caseNames } from '../../../support/rights-matrix.ts';

const asked = { ...aQuestion(), as: 'office' } as const;
const { id } = asked.stamp;

test('a line goes by its command and its kind, and by the item where one command says it of several', () => {
  const drafts = [
    { what: 'task-approved' },
    { what: 'task-approved', item: 'drying-1' },
    { what: 'task-approved', item: 'drying-2' },
  ] as const;
  expect(logLines(asked, drafts, { before: {}, after: {} }).map((line) => line.id)).toEqual([
    `${id}-log-task-approved`,
    `${id}-log-task-approved-drying-1`,
    `${id}-log-task-approved-drying-2`,
  ]);
});

test('it keeps what differs as it was and as it is, and only its own of it', () => {
  const shown = {
    before: { status: '0', names: null, start: 'x' },
    after: { status: '1', names: 'Anna', start: 'x' },
  } as const;
  const drafts = [{ what: 'received-confirmed', of: ['status'] }, { what: 'members-assigned' }] as const;
  expect(logLines(asked, drafts, shown)).toMatchObject([
    { before: { status: '0' }, after: { status: '1' } },
    { before: { status: '0', names: null }, after: { status: '1', names: 'Anna' } },
  ]);
  const [same] = logLines(asked, [{ what: 'time-set' }], { before: shown.before, after: shown.before });
  expect(same).not.toHaveProperty('before');
});

describe.each(caseNames)('the log of %s', (name) => {
  test('tells no amount, and of what differs both sides', () => {
    fc.assert(
      fc.property(casesFor(name), fc.constantFrom(...peopleFor(name)), (subject, standing) => {
        const command = commandOf(name);
        const stamp = { basedOn: revisionOf(subject, command) };
        const decision = decideCase(aQuestion({ case: subject, standing, directory, stamp }), command);
        for (const line of decision.kind === 'decided' ? decision.log : []) {
          const amounts = subject.budgets.map(({ money }) => String(money.amount));
          for (const amount of [...amounts, '420000', '77001']) expect(JSON.stringify(line)).not.toContain(amount);
          expect(Object.keys(line.before ?? {})).toEqual(Object.keys(line.after ?? {}));
        }
      }),
      { numRuns: 100 },
    );
  });
});
