import { deciding } from '../compensation.ts';
import { made, older, type Tries } from './try.ts';

const waits = { inspection: { main: true, status: '4' }, decision: null } as const;
const seen = 'revision-of-inspection-1';

/** What is done with the compensation. */
export const compensationTries: Tries = {
  'Decide on the compensation': made({
    name: 'decide-compensation',
    input: () => deciding('inspection-1'),
    basedOn: seen,
    change: waits,
  }),
  'Decide on the compensation before the inspection is done': made({
    name: 'decide-compensation',
    input: () => deciding('inspection-1', { early: true }),
    basedOn: seen,
    change: { inspection: { main: true, status: '1' }, decision: null },
  }),
  'Decide on the compensation, seen otherwise': made({
    name: 'decide-compensation',
    input: () => deciding('inspection-1'),
    basedOn: older,
    change: waits,
  }),
  'Decide on the compensation, which is decided': made({
    name: 'decide-compensation',
    input: () => deciding('inspection-1'),
    basedOn: seen,
    change: { inspection: { main: true, status: 'A' } },
  }),
  'Take a compensation decision back': made({
    name: 'reverse-compensation-decision',
    input: () => ({ reason: 'x' }),
    basedOn: 'revision-of-decision',
    change: { inspection: { main: true, status: 'A' } },
  }),
};
