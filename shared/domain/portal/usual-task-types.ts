import type { TaskType } from './portal-settings.ts';

const repair = { kind: 'repair', budget: 'required' } as const;

/** The kinds of work that most property insurers order: what a portal that is set up anew chooses from. */
export const usualTaskTypes = [
  { code: 'inspection', name: 'Inspection', kind: 'inspection', responsibles: 'one', budget: 'automatic' },
  { code: 'first-aid', name: 'First aid', kind: 'first-aid', responsibles: 'one', budget: 'none' },
  { code: 'management', name: 'Project management', kind: 'project-management', responsibles: 'one', budget: 'none' },
  { code: 'drying', name: 'Drying', ...repair, responsibles: 'several' },
  { code: 'demolition', name: 'Demolition', ...repair, responsibles: 'several' },
  { code: 'carpentry', name: 'Carpentry', ...repair, responsibles: 'several' },
  { code: 'plumbing', name: 'Plumbing', ...repair, responsibles: 'one' },
  { code: 'electrical', name: 'Electrical work', ...repair, responsibles: 'one' },
  { code: 'painting', name: 'Painting', ...repair, responsibles: 'one' },
  { code: 'flooring', name: 'Flooring', ...repair, responsibles: 'one' },
  { code: 'roofing', name: 'Roofing', ...repair, responsibles: 'several' },
] as const satisfies readonly TaskType[];
