/** The sixteen rights a partner role can carry, in the order of the seed (seed.txt, domain.md §15). */
export const rights = [
  'tasks.edit',
  'tasks.allocate',
  'offices.categories',
  'decision.make',
  'cash.allTasks',
  'cash.beforeApproval',
  'budget.onBehalf',
  'budget.approve',
  'tasks.approve',
  'rfq.manage',
  'rfq.externalInvitee',
  'rfq.decide',
  'customer.communication',
  'chat.forceMark',
  'ownwork.beforeApproval',
  'inspection.start',
] as const;

/** One of the sixteen rights. */
export type Right = (typeof rights)[number];

/** What an office's people may do with what their office holds (domain.md §3.3, §5). */
export type OfficeAuthority =
  | 'task.confirm'
  | 'task.assignMembers'
  | 'task.schedule'
  | 'task.start'
  | 'task.complete'
  | 'task.handBack'
  | 'task.inform'
  | 'budget.submit'
  | 'invoice.enter'
  | 'plan.edit'
  | 'plan.submit'
  | 'role.assignUser'
  | 'role.decline';

/** What everybody who sees the content of a case may do (domain.md §14, baseline). */
export type BaselineAuthority = 'chat.write' | 'document.add';

/** What only the insurer's people may do (domain.md §5.3, §13.1). */
export type InsurerAuthority =
  | 'role.assignOffice'
  | 'decision.reverse'
  | 'invoice.approve'
  | 'budget.check'
  | 'member.mark'
  | 'member.change'
  | 'office.change'
  | 'case.import'
  | 'portal.changeCalendar'
  | 'portal.changeCompensation'
  | 'information.give'
  | 'office.categorise'
  | 'case.close'
  | 'case.changeHandler'
  | 'case.correctCustomer'
  | 'task.undoStart'
  | 'portal.changeAllocation'
  | 'portal.changeSettlementRules'
  | 'portal.changePriceLists';

/** What only the operator may do (seed: "the configuration is done by in4mo"). */
export type OperatorAuthority = 'portal.changeRights' | 'portal.changeWorkPlans' | 'portal.setUp';

/** Everything that can be asked of `may`: one closed union (design.md §11). */
export type Authority = Right | OfficeAuthority | BaselineAuthority | InsurerAuthority | OperatorAuthority;

/** As whom somebody acts; written into the log (domain.md §1.5). */
export type Role =
  'insurer' | 'operator' | 'office' | 'project-manager' | 'inspector' | 'external-case-handler' | 'system';
