import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wantedOf } from '../../../../shared/domain/asking/wanted-of.ts';
import { isAskable } from '../../../../shared/domain/asking/lack.ts';
import { askableNames, checkCase, checkWanted } from '../../../../shared/domain/command-book.ts';
import type { Checked } from '../../../../shared/domain/page.ts';
import { rights } from '../../../../shared/domain/rights/rights.ts';
import { revisionOf } from '../../../../shared/domain/who-changed.ts';
import { casesFor, commandOf, directory, people } from '../../../support/any-case.ts';
import { aCase, aQuestion, settingsWithRole } from '../../../support/builders.ts';
import { caseNames } from '../../../support/rights-matrix.ts';

/** Who has every right, and who has none of them and may not enter budgets. */
const everybody = people.flatMap((standing) => [
  standing,
  { ...standing, level: 1 as const, budgetPermission: false, settings: settingsWithRole({ rights: [] }) },
]);

const askable = (checked: Checked) =>
  checked.kind === 'refused' && isAskable(checked.refusal.code) ? checked.refusal : null;

describe.each(caseNames.filter((name) => name !== 'ask-for'))('%s', (name) => {
  test('is refused to who asks for it as the button says, wherever somebody can be asked', () => {
    fc.assert(
      fc.property(casesFor(name), fc.constantFrom(...everybody), (subject, standing) => {
        const command = commandOf(name);
        const question = aQuestion({ case: subject, standing, directory });
        const basedOn = revisionOf(subject, command);
        const button = checkCase({ ...question, stamp: { ...question.stamp, basedOn } }, command);
        const asked = checkWanted(question, wantedOf(command));
        expect(askable(asked)).toEqual(askable(button));
      }),
      { numRuns: 100 },
    );
  });
});

test.each(askableNames)('%s can be wanted without a task or a budget', (wanted) => {
  for (const standing of everybody)
    expect(() => checkWanted(aQuestion({ case: aCase(), standing }), { wanted })).not.toThrow();
});

test('every right can be wanted', () => {
  expect(askableNames).toEqual(expect.arrayContaining([...rights]));
});
