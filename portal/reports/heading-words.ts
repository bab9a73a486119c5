import type { StatisticsColumn } from '../../shared/domain/statistics/columns.ts';

/** What stands over each column of the Case statistics report. */
export const headingWords: Readonly<Record<StatisticsColumn, string>> = {
  caseNumber: 'Case number',
  claimNumber: 'Claim number',
  state: 'State',
  created: 'Created',
  lossDate: 'Date of loss',
  damageType: 'Cause of damage',
  postalCode: 'Postal code',
  city: 'City',
  internalHandler: 'Case handler of the insurer',
  echCompany: 'External case handler (company)',
  echOffice: 'External case handler (office)',
  echUserEmail: 'External case handler (e-mail)',
  echOfficeAssignedAt: 'Role given to the office',
  echUserAssignedAt: 'Role assigned to the user',
  inspectionOffice: 'Office of the main inspection',
  decision: 'Compensation decision',
  decisionAt: 'Decided',
  taskCount: 'Tasks',
  tasksApproved: 'Tasks approved',
  budgetSubmitted: 'Budgets submitted',
  budgetApproved: 'Budgets approved',
  budgetApprovedByEch: 'Budgets approved by the External case handler',
  closed: 'Closed',
};
