import { rights, type Authority } from './rights.ts';

/** Every authority by its kind, in the order in which it is explained: first the sixteen rights, as the seed lists them. */
export const authorityGroups = [
  { group: 'right', authorities: rights },
  { group: 'everybody', authorities: ['chat.write', 'document.add'] },
  {
    group: 'office',
    authorities: [
      'role.assignUser',
      'role.decline',
      'task.confirm',
      'task.assignMembers',
      'task.schedule',
      'task.start',
      'task.complete',
      'task.handBack',
      'task.inform',
      'budget.submit',
      'invoice.enter',
      'plan.edit',
      'plan.submit',
    ],
  },
  {
    group: 'administration',
    authorities: [
      'role.assignOffice',
      'decision.reverse',
      'invoice.approve',
      'budget.check',
      'information.give',
      'member.mark',
      'member.change',
      'office.change',
      'office.categorise',
      'case.import',
      'case.close',
      'case.changeHandler',
      'case.correctCustomer',
      'task.undoStart',
      'portal.changeCalendar',
      'portal.changeCompensation',
      'portal.changeAllocation',
      'portal.changeSettlementRules',
      'portal.changePriceLists',
      'portal.changeRights',
      'portal.changeWorkPlans',
      'portal.setUp',
    ],
  },
] as const satisfies readonly { readonly group: string; readonly authorities: readonly Authority[] }[];

/** A kind of authorities. */
export type AuthorityGroup = (typeof authorityGroups)[number]['group'];

type Grouped = (typeof authorityGroups)[number]['authorities'][number];

/** All of them in that order; one that is in no group does not compile. */
export const everyAuthority: Authority extends Grouped ? readonly Authority[] : never = authorityGroups.flatMap(
  ({ authorities }): readonly Authority[] => authorities,
);
