import { either, the, whoeverHas, type Policies } from '../rights/policy.ts';

/** Who may what with a case as a whole; of the rights, those with which nothing can be done yet, though a portal may give them. */
export const casePolicies = {
  'case.import': either(the('operator'), the('insurer')),
  'case.close': the('insurer'),
  'case.changeHandler': the('insurer'),
  'case.correctCustomer': the('insurer'),
  'cash.allTasks': whoeverHas('cash.allTasks'),
  'cash.beforeApproval': whoeverHas('cash.beforeApproval'),
  'rfq.manage': whoeverHas('rfq.manage'),
  'rfq.externalInvitee': whoeverHas('rfq.externalInvitee'),
  'rfq.decide': whoeverHas('rfq.decide'),
  'customer.communication': whoeverHas('customer.communication'),
  'ownwork.beforeApproval': whoeverHas('ownwork.beforeApproval'),
} as const satisfies Policies;
