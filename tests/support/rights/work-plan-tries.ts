import { aPut, aWorkItem, editing, putOf } from '../work-plan.ts';
import { made, type Tries } from './try.ts';

const money = { amount: 0, currency: 'EUR' };
const seen = (id: string) => ({ id, revision: 'revision-of-item-one' });
const rivals = aWorkItem({ id: 'item-of-rival', task: 'painting-1', revision: 'revision-of-item-one' });

/** What is done with work plans; the portals of the matrix use none, which who may is told. */
export const workPlanTries: Tries = {
  'Add a work item': made({ name: 'edit-work-plan', input: () => editing({ items: [aPut({ id: 'new' })] }) }),
  'Change a work item of another partner': made({
    name: 'edit-work-plan',
    input: () => editing({ items: [putOf(rivals)] }),
  }),
  'Send work items for approval': made({
    name: 'submit-work-items',
    input: () => ({ items: [seen('item-of-kuivaus')], comment: '' }),
  }),
  'Send another partner’s work items': made({
    name: 'submit-work-items',
    input: () => ({ items: [seen('item-of-rival')], comment: '' }),
  }),
  'Decide on work items': made({
    name: 'decide-work-items',
    input: () => ({ budget: 'budget-1', version: 2, money, approved: [], rejected: ['item-of-kuivaus'], reason: 'x' }),
    basedOn: 'revision-of-budget-1',
    change: { budget: { file: null, waiting: 0, forwarded: null } },
  }),
  'Do without what was rejected': made({
    name: 'accept-partial-approval',
    input: () => ({ task: 'drying-1' }),
    basedOn: 'revision-of-drying-1',
    change: { drying: { status: 'B+' } },
  }),
  'Say that the first work plan is ready': made({
    name: 'mark-plan-ready',
    input: () => ({ task: 'drying-1' }),
  }),
};
