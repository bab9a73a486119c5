import {
  either,
  somebodyOfTheCompanyWith,
  the,
  theProjectManager,
  whoeverHas,
  type Policies,
} from '../rights/policy.ts';

/** Who may what with tasks. Level 2 confirms too: it may name people straight from 0, which confirms (docs/decisions/0008). */
export const taskPolicies = {
  'task.confirm': somebodyOfTheCompanyWith('the task', { fromLevel: 2, orResponsible: true }),
  'task.assignMembers': somebodyOfTheCompanyWith('the task', { fromLevel: 2 }),
  // The project manager sets the schedule of the whole case (domain.md §1.5).
  'task.schedule': either(
    somebodyOfTheCompanyWith('the task', { fromLevel: 2, orResponsible: true }),
    theProjectManager(),
  ),
  'task.start': somebodyOfTheCompanyWith('the task', { fromLevel: 2, orResponsible: true }),
  'task.complete': somebodyOfTheCompanyWith('the task', { fromLevel: 2, orResponsible: true }),
  'task.handBack': either(somebodyOfTheCompanyWith('the task', { fromLevel: 2 }), whoeverHas('tasks.allocate')),
  'task.inform': somebodyOfTheCompanyWith('the task', { fromLevel: 2, orResponsible: true }),
  // What the insurer owes nobody else can know.
  'information.give': the('insurer'),
  'tasks.edit': whoeverHas('tasks.edit'),
  'tasks.allocate': whoeverHas('tasks.allocate'),
  'tasks.approve': whoeverHas('tasks.approve'),
  // Right 16 starts an inspection of anybody's; who has the task needs no right for it (domain.md §10).
  'inspection.start': either(
    somebodyOfTheCompanyWith('the task', { fromLevel: 2, orResponsible: true }),
    whoeverHas('inspection.start'),
  ),
  // A start counts for others by then: who sees all of the case takes it back (domain.md §10).
  'task.undoStart': the('insurer'),
} as const satisfies Policies;
