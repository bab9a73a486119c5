import { t } from '@lingui/core/macro';

/** A role that comes with being responsible for a task: where its set of rights is kept, and what is said of it. */
export interface TaskRole {
  readonly command: 'change-manager-rights' | 'change-inspector-rights';
  readonly set: 'projectManagerRights' | 'inspectorRights';
  readonly revision: 'projectManagerRevision' | 'inspectorRevision';
  readonly words: () => TaskRoleWords;
}

interface TaskRoleWords {
  readonly change: string;
  readonly lead: string;
  readonly legend: string;
  readonly deed: string;
  readonly given: (label: string) => string;
  readonly taken: (label: string) => string;
}

/** The set of the project manager. */
export const managerRole: TaskRole = {
  command: 'change-manager-rights',
  set: 'projectManagerRights',
  revision: 'projectManagerRevision',
  words: () => ({
    change: t`Change the project manager…`,
    lead: t`Whoever is responsible for the project management of a case sets its schedule, and may do what is given here as well. The rule about one’s own company holds for project managers too, and so does the limit where they are the External case handler as well.`,
    legend: t`Rights of the project manager`,
    deed: t`Save the project manager`,
    given: (label) => t`given to the project manager: ${label}`,
    taken: (label) => t`taken from the project manager: ${label}`,
  }),
};

/** The set of the inspector with extra authority. */
export const inspectorRole: TaskRole = {
  command: 'change-inspector-rights',
  set: 'inspectorRights',
  revision: 'inspectorRevision',
  words: () => ({
    change: t`Change the inspector…`,
    lead: t`Whoever is responsible for an inspection has extra authority in its case: what is given here. The rule about one’s own company holds for inspectors too, and so does the limit where they are the External case handler as well.`,
    legend: t`Rights of the inspector`,
    deed: t`Save the inspector`,
    given: (label) => t`given to the inspector: ${label}`,
    taken: (label) => t`taken from the inspector: ${label}`,
  }),
};

/** Both. */
export const taskRoles: readonly TaskRole[] = [managerRole, inspectorRole];
