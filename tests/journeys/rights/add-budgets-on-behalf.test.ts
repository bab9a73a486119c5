import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { expect } from 'vitest';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { eur } from '../../support/budget-commands.ts';
import { aTask } from '../../support/builders.ts';
import { tellLimitJourney } from '../../support/journeys/limit-journey.ts';
import { tellRightJourney, type Deed } from '../../support/journeys/right-journey.ts';

const file = new TextEncoder().encode('Item;Sum\nDryer;4200\n');
const sha256 = createHash('sha256').update(file).digest('hex');
const claim = { tasks: [aTask({ status: '2' })], budgets: [] };
const enters = (amount: number): Deed => ({
  name: 'submit-budget',
  file,
  input: () => ({
    tasks: ['drying-1'],
    description: 'Drying of the cellar',
    money: eur(amount),
    file: { file: uuidv7(), name: 'calculation.csv', size: file.length, sha256, mediaType: 'text/csv' },
    comment: '',
    revises: null,
  }),
});

tellRightJourney('Add budgets on behalf of other partners', {
  right: 'budget.onBehalf',
  claim,
  does: enters(420_000),
  isDone: ({ case: { budgets, tasks } }) =>
    budgets.map(({ money, company }) => `${company} ${money.amount}`).join() === 'kuivaus 420000' &&
    tasks[0]?.status === 'B',
  // The partner, who sends the own budget at the same moment: who comes second keeps what was entered.
  other: 'anna',
  meanwhile: { does: enters(390_000), refused: 'status-conflict' },
  twice: { refused: 'status-conflict' },
  otherSees: partnerSees,
});

function partnerSees({ case: { budgets }, log }: CaseContent): void {
  expect(budgets).toMatchObject([{ submittedBy: { member: 'carla' }, office: 'kuopio' }]);
  const line = log.find(({ what }) => what === 'budget-submitted');
  expect(line).toMatchObject({ by: { member: 'carla' }, company: 'kuivaus' });
  expect(line?.facts['office']).not.toBe('');
}

tellLimitJourney('Add budgets on behalf of other partners', {
  claim: () => claim,
  does: enters,
  isDone: ({ case: { budgets } }) => budgets[0]?.state === 'submitted',
  // Entering binds no money; approving does, and who entered it does not approve it.
  above: null,
});
