import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';

const taskTypes: PortalSettings['taskTypes'] = [
  { code: 'inspection', name: 'Inspection', kind: 'inspection', responsibles: 'one', budget: 'automatic' },
  { code: 'first-aid', name: 'First aid', kind: 'first-aid', responsibles: 'one', budget: 'none' },
  { code: 'management', name: 'Project management', kind: 'project-management', responsibles: 'one', budget: 'none' },
  { code: 'drying', name: 'Drying', kind: 'repair', responsibles: 'several', budget: 'required' },
  { code: 'demolition', name: 'Demolition', kind: 'repair', responsibles: 'several', budget: 'required' },
  { code: 'carpentry', name: 'Carpentry', kind: 'repair', responsibles: 'several', budget: 'required' },
  { code: 'painting', name: 'Painting', kind: 'repair', responsibles: 'one', budget: 'required' },
  { code: 'flooring', name: 'Flooring', kind: 'repair', responsibles: 'one', budget: 'required' },
];

const targetHours: PortalSettings['targetHours'] = {
  role: 8,
  C: 8,
  '0': 8,
  '0+': 8,
  '1': 16,
  '2': 24,
  B: 16,
  'B++': 40,
  '3': 80,
  '3-': 16,
  '4': 24,
};

/** Dollars, and a role with most rights: an approval limit for all that is approved in a case. */
export const atlanticSettings: PortalSettings = {
  currency: 'USD',
  timeZone: 'America/New_York',
  externalCaseHandler: {
    enabled: true,
    rights: [
      'tasks.edit',
      'tasks.allocate',
      'offices.categories',
      'decision.make',
      'budget.onBehalf',
      'budget.approve',
      'tasks.approve',
      'customer.communication',
      'chat.forceMark',
      'inspection.start',
    ],
    defaultLimit: 500_000,
    limitBasis: 'cumulative',
    ownCompany: false,
    sampleWithinLimit: 20,
  },
  projectManagerRights: ['tasks.edit', 'tasks.allocate'],
  inspectorRights: [],
  workPlans: false,
  decisionGate: 'repairs-wait',
  taskTypes,
  targetHours,
};

/** Euros, work plans, and a narrower role: budgets one by one, and tasks are approved by the insurer alone. */
export const nordicSettings: PortalSettings = {
  ...atlanticSettings,
  currency: 'EUR',
  timeZone: 'Europe/Helsinki',
  externalCaseHandler: {
    enabled: true,
    rights: [
      'cash.allTasks',
      'cash.beforeApproval',
      'budget.approve',
      'chat.forceMark',
      'ownwork.beforeApproval',
      'inspection.start',
    ],
    defaultLimit: 300_000,
    limitBasis: 'per-budget',
    ownCompany: false,
  },
  workPlans: true,
};
