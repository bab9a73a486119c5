import { z } from 'zod';
import type { SettingsReach } from '../domain/portal/settings-reach.ts';

const count = z.int().min(0);

/** `GET /settings-reach/{portal}?limit=&basis=`: whom a change of the roles touches, in numbers only. */
export const settingsReachSchema = z.strictObject({
  marked: count.describe('Active users who are marked for the External Case Handler role.'),
  handlers: count.describe('Of them, who has the role in an open case.'),
  handled: count.describe('Open cases in which somebody has the role.'),
  waiting: count.describe('Open cases whose role waits at an office for a user.'),
  managers: count.describe('Project managers of open cases.'),
  managed: count.describe('Open cases with a project manager.'),
  inspectors: count.describe('People who are responsible for an inspection of an open case.'),
  inspected: count.describe('Open cases with such a person.'),
  aboveLimit: count.describe('Waiting budgets within the limit of today that the asked one would not let pass.'),
}) satisfies z.ZodType<SettingsReach>;
