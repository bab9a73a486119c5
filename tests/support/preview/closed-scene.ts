import type { Case } from '../../../shared/domain/case/case.ts';
import { aMember, anna, aTask, bertil, carla, monday } from '../builders.ts';

/** The insurer's people who can handle a case. */
export const colleagues = ['Birgit Holm', 'Dan Öberg', 'Eva Sund'].map((name) =>
  aMember({
    id: name,
    name,
    email: `${name.slice(0, 3)}@nordic.example`,
    company: 'nordic',
    office: null,
    marked: false,
  }),
);

/** The case with an inspection that was started from the desk and has no picture yet. */
export function startedOf(whole: Case): Case {
  const started = { command: 'start', decidedAt: monday, by: carla, from: 'desk' } as const;
  const visit = aTask({
    id: 'visit',
    type: 'inspection',
    kind: 'inspection',
    status: '3',
    responsibles: [anna],
    started,
  });
  return { ...whole, tasks: [...whole.tasks, visit] };
}

/** The same, closed. */
export function closedOf(whole: Case): Case {
  return { ...startedOf(whole), state: 'closed', closed: { by: bertil, at: monday } };
}
