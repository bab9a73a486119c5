import { expect } from 'vitest';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { aTask, bertil } from '../../support/builders.ts';
import { anEnteredPart, deciding } from '../../support/compensation.ts';
import { tellRightJourney } from '../../support/journeys/right-journey.ts';

const inspection = aTask({
  id: 'inspection-1',
  type: 'inspection',
  kind: 'inspection',
  main: true,
  several: false,
  budget: 'automatic',
  status: '4',
  completedBy: bertil,
});
const managing = aTask({ id: 'managing-1', type: 'management', kind: 'project-management', status: 'B++' });
const part = anEnteredPart({ ruling: 'partly', scope: 'the kitchen', deduction: 20, reason: 'age', amount: 120_000 });
const input = deciding('inspection-1', { result: 'partly', parts: [part], currency: 'EUR' });

tellRightJourney('Make compensation decision', {
  right: 'decision.make',
  claim: { decision: null, tasks: [inspection, aTask({ status: 'B++' }), managing] },
  does: { name: 'decide-compensation', input },
  isDone: ({ case: { decision, tasks }, log }) =>
    decision?.result === 'partly' &&
    tasks.map(({ status }) => status).join() === 'A,B++,3' &&
    log.filter(({ what }) => what === 'compensation-partly').length === 1,
  meanwhile: {
    does: {
      name: 'decide-compensation',
      input: deciding('inspection-1', { result: 'rejected', parts: [anEnteredPart({ ruling: 'not-covered' })] }),
    },
    refused: 'already-decided',
  },
  twice: { refused: 'already-decided' },
  otherSees: insurerSees,
});

function insurerSees({ case: seen }: CaseContent): void {
  expect(seen).toMatchObject({
    decisionParts: { parts: [{ ruling: 'partly', scope: 'the kitchen' }] },
    decisionGrounds: { parts: [{ deduction: 20, reason: 'age' }] },
    decisionAmounts: { parts: [120_000] },
  });
}
