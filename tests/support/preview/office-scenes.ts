import { aDirectory, anInsurer, anOffice, aStanding, monday } from '../builders.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import { aSession, deskInMemory, type DeskInMemory } from '../renderer/in-memory-desk.ts';
import {
  aCommand,
  anOutboxItem,
  aPortalState,
  workplaceInMemory,
  type WorkplaceInMemory,
} from '../renderer/in-memory-workplace.ts';
import { manyFacts } from '../rows.ts';

type Scene = () => { readonly desk: DeskInMemory; readonly workplace: WorkplaceInMemory };

const place = { postalCode: '70100', position: { latitude: 62.9, longitude: 27.7 } };
const named = [
  anOffice({ postalCode: '70100', place, services: ['inspection', 'drying'] }),
  anOffice({ id: 'joensuu', name: 'Arvio Joensuu', city: 'Joensuu', available: false }),
  anOffice({ id: 'far', name: 'Arvio Jyväskylä', city: 'Jyväskylä', position: null, inNetwork: false, marked: 0 }),
  anOffice({
    id: 'kuopio',
    company: 'kuivaus',
    name: 'Itä-Suomen Saneeraus ja Rakennuspalvelu, Kuopion Toimipaikka',
    services: ['drying'],
    marked: 0,
  }),
];

/** The offices of a portal, as somebody reads them; a change of one waits for the portal. */
function offices(standing: Standing): Scene {
  const others = Array.from({ length: 40 }, (_, index) =>
    anOffice({ id: `o-${index}`, name: `Office ${index}`, marked: index % 4 }),
  );
  const directory = aDirectory({ offices: [...named, ...others] });
  const subject = { kind: 'office', id: 'joensuu' } as const;
  const command = aCommand({ name: 'change-office', subject, input: { available: false } });
  return () => ({
    desk: deskInMemory({ session: aSession }),
    workplace: workplaceInMemory({
      state: {
        portals: [aPortalState({ standing, directory, asOf: monday })],
        rows: manyFacts(40, [standing]),
        outbox: [anOutboxItem({ command })],
      },
    }),
  });
}

export const officeScenes: Readonly<Record<string, Scene>> = {
  offices: offices(anInsurer()),
  'offices-of-partner': offices(aStanding({ level: 3 })),
};
