import type { Standing } from '../../../shared/domain/member/standing.ts';
import type { MemberEntry } from '../../../shared/domain/office/directory.ts';
import { aDirectory, aMember, anInsurer, anOffice, aStanding, carla, monday } from '../builders.ts';
import { aSession, deskInMemory, type DeskInMemory } from '../renderer/in-memory-desk.ts';
import {
  aCommand,
  anOutboxItem,
  aPortalState,
  workplaceInMemory,
  type WorkplaceInMemory,
} from '../renderer/in-memory-workplace.ts';
import { aRow, aRowBudget, aRowRole, factsOf } from '../rows.ts';

type Scene = () => { readonly desk: DeskInMemory; readonly workplace: WorkplaceInMemory };

const named = [
  aMember({ limit: { kind: 'other', amount: 740_000 } }),
  aMember({ id: 'dan', name: 'Dan Öberg', email: 'dan@arvio.example', away: { deputy: 'carla' } }),
  aMember({
    id: 'eeva',
    name: 'Eeva-Liisa Hämäläinen-Koskenkorva',
    email: 'eeva-liisa.hamalainen-koskenkorva@arvio.example',
    level: 4,
    marked: false,
    budgetPermission: true,
  }),
  aMember({
    id: 'nina',
    name: 'Nina Newcomer',
    email: 'nina@arvio.example',
    marked: false,
    level: 1,
    invited: { at: '2026-11-20T08:00:00.000Z' },
  }),
  aMember({ id: 'frans', name: 'Frans Niemi', email: 'frans@arvio.example', active: false, marked: false, level: 1 }),
  aMember({
    id: 'bertil',
    name: 'Bertil Lind',
    email: 'bertil@nordic.example',
    company: 'nordic',
    office: null,
    level: 5,
    marked: false,
  }),
  aMember({
    id: 'anna',
    name: 'Anna Korhonen',
    email: 'anna@kuivaus.example',
    company: 'kuivaus',
    office: 'kuopio',
    level: 4,
    marked: false,
    budgetPermission: true,
  }),
];

function others(count: number): readonly MemberEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const nr = String(index).padStart(5, '0');
    const kuivaus = index % 3 === 0;
    const office = kuivaus ? { company: 'kuivaus', office: 'kuopio' } : {};
    const name = `Member ${nr}`;
    return aMember({
      id: `m-${nr}`,
      name,
      email: `member-${nr}@example.com`,
      level: 1,
      marked: index % 7 === 0,
      ...office,
    });
  });
}

const held = (id: string, amount: number) =>
  factsOf(aRow({ id, role: aRowRole({ user: carla }), budgets: [aRowBudget({ amount })] }), { standing: anInsurer() });

/** Who works in a portal, as somebody reads it. */
function members(standing: Standing, count: number): Scene {
  const directory = aDirectory({
    offices: [anOffice({ marked: 9 }), anOffice({ id: 'kuopio', company: 'kuivaus', name: 'Kuivaus Kuopio' })],
    members: [...named, ...others(count)],
  });
  const baltic = { ...standing, portal: 'baltic-portal', portalName: 'Baltic Insurance' };
  const command = aCommand({ name: 'change-member', subject: { kind: 'member', id: 'dan' }, input: { active: false } });
  return () => ({
    desk: deskInMemory({ session: aSession }),
    workplace: workplaceInMemory({
      state: {
        portals: [
          aPortalState({ standing, directory, asOf: monday }),
          aPortalState({
            portal: baltic.portal,
            standing: baltic,
            directory: aDirectory({ members: named.slice(0, 2) }),
          }),
        ],
        rows: [held('case-1', 900_000), held('case-2', 600_000), held('case-3', 100_000), held('case-4', 100_000)],
        outbox: [anOutboxItem({ command })],
      },
    }),
  });
}

export const memberScenes: Readonly<Record<string, Scene>> = {
  members: members(anInsurer(), 60),
  'members-many': members(anInsurer(), 20_000),
  'members-of-partner': members(aStanding({ level: 4 }), 20),
};
