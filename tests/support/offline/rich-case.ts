import type { Standing } from '../../../shared/domain/member/standing.ts';
import { anna, aRole, aStanding, carla, settingsWithRole } from '../builders.ts';
import type { Marked } from './marked-case.ts';

/** The portal of the marked cases. */
export const portal = 'nordic-portal';
/** An External case handler with every right. */
export const handler: Standing = aStanding({
  ...carla,
  name: carla.name,
  company: carla.company,
  level: 2,
  marked: true,
  settings: settingsWithRole({}),
});
/** A case with something in every part. */
export const rich: Marked = {
  role: aRole({ user: carla }),
  declined: true,
  tasks: [
    { id: 't1', company: anna.company, responsibles: [anna], sentBack: true },
    { id: 't2', company: carla.company, responsibles: [carla], sentBack: true },
  ],
  note: 'x',
  words: 'less',
  owner: anna.company,
  deleted: false,
};
