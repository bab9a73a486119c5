import { versionOf } from '../../../shared/domain/budget/budget-version.ts';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import { anApproval, eur } from '../budget-commands.ts';
import {
  aBudget,
  aCaseHandler,
  aContent,
  aFile,
  aDirectory,
  anInsurer,
  aRole,
  aStanding,
  aTask,
  bertil,
  carla,
  monday,
} from '../builders.ts';
import { aSession, deskInMemory } from '../renderer/in-memory-desk.ts';
import { livingCase, type LivingStart } from '../renderer/living-case.ts';

const sent = (id: string, hour: number, change: Partial<Budget>): Budget =>
  aBudget({ id, revision: `of-${id}`, submittedAt: `2026-11-20T0${hour}:00:00.000Z`, ...change });

const first = sent('raised', 3, {
  description: 'Drying of the cellar',
  money: eur(150_000),
  approvals: [anApproval({ amount: 150_000, by: bertil, as: 'insurer' })],
});
const raised: Budget = {
  ...first,
  version: 2,
  description: 'Drying of the cellar and of the hall',
  money: eur(232_050),
  file: { ...aFile(), sha256: 'c'.repeat(64), name: 'second-measurement.csv' },
  reason: 'Behind the panels of the hall the wall is wet as well, which nobody could see before.',
};
const content = aContent({
  role: aRole({ user: carla, userAssignedAt: monday }),
  tasks: [aTask({ status: 'B' })],
  budgets: [
    raised,
    sent('small', 6, { description: 'Moving of furniture', money: eur(48_000), submittedBy: carla }),
    sent('large', 5, {
      description: 'New floor',
      money: eur(1_240_000),
      forwarded: { by: carla, at: monday, note: 'Above my limit, but the calculation is sound.', over: 740_000 },
    }),
    sent('done', 2, {
      description: 'First measurements',
      money: eur(96_000),
      state: 'approved',
      approvals: [anApproval({ amount: 96_000 })],
    }),
    sent('no', 1, {
      description: 'Painting of the facade',
      money: eur(880_000),
      state: 'rejected',
      rejection: { by: bertil, reason: 'The facade is not part of the damage.', at: monday },
      answered: { by: carla, at: monday },
    }),
  ],
  budgetVersions: [versionOf(first)],
});

const scene = (standing: LivingStart['standing']) => () => ({
  desk: deskInMemory({ session: aSession }),
  workplace: livingCase({ content, directory: aDirectory(), standing }).workplace,
});

/** The budgets of a case, as each sees them. */
export const budgetScenes = {
  budgets: scene(aCaseHandler()),
  'budgets-insurer': scene(anInsurer()),
  'budgets-partner': scene(aStanding({ level: 3, budgetPermission: true })),
} as const;
