import { monday } from '../builders.ts';
import { deskInMemory, type DeskInMemory, type DeskStart } from '../renderer/in-memory-desk.ts';
import { workplaceInMemory, type WorkplaceInMemory } from '../renderer/in-memory-workplace.ts';

type Scene = () => { readonly desk: DeskInMemory; readonly workplace: WorkplaceInMemory };

/** A portal server with people of the demo. */
export const demo: DeskStart['server'] = {
  demoDay: '2026-11-11',
  demoAccounts: [
    {
      email: 'b@x.example',
      name: 'Bertil Lind',
      role: 'Office manager at Gulf Adjusters: new roles',
      password: 'p',
    },
    { email: 'a@x.example', name: 'Anna Korhonen', role: 'Coordinator at Kuivaus Oy, Kuopio', password: 'p' },
    { email: 'c@x.example', name: 'Carla Mäki', role: 'External case handler at Arvio Oy', password: 'p' },
    { email: 'o@x.example', name: 'Olli Operator', role: 'Operator of the portals', password: 'p' },
  ],
};

const known: DeskStart['known'] = [
  {
    id: 'store-1.person-anna',
    email: 'anna@kuivaus.example',
    name: 'Anna Korhonen',
    address: 'embedded',
    lastSignIn: monday,
    unsent: 2,
    remembered: false,
    isFormer: false,
    offlineUntil: '2026-12-23T08:00:00.000Z',
    leaseOver: false,
  },
  {
    id: 'store-1.person-carla',
    email: 'carla@arvio.example',
    name: 'Carla Mäki',
    address: 'embedded',
    lastSignIn: monday,
    unsent: 0,
    remembered: true,
    isFormer: false,
    offlineUntil: '2026-12-20T08:00:00.000Z',
    leaseOver: false,
  },
];

const troubled = (reason: 'slow-down' | 'keys-lost' | 'certificate'): DeskStart['onSignIn'] =>
  function answer() {
    return { ok: false, reason, retryAfterSeconds: reason === 'slow-down' ? 95 : undefined, unreadable: 3 };
  };

/** As far as a set-up can be typed, with a name that needs its room. */
const setUpDraft = JSON.stringify({
  operator: { company: 'Own IT', name: 'Olle Ek', email: 'olle@own.example' },
  portal: {
    insurer: 'Nordic Mutual',
    currency: 'EUR',
    timeZone: 'Europe/Helsinki',
    taskTypes: ['inspection', 'first-aid', 'drying', 'demolition'],
    limit: '25000',
  },
  senior: { name: 'Sara Lund', email: 'sara@nordic.example' },
  partners: [
    {
      name: 'Itä-Suomen Saneeraus ja Rakennuspalvelu Oy',
      street: 'Kauppakatu 3',
      postalCode: '70100',
      city: 'Kuopio',
      people: [
        { name: 'Aino Laine', email: 'aino@saneeraus.example', level: '3', marked: true },
        { name: 'Eeva-Liisa Hämäläinen-Koskenkorva', email: 'eeva-liisa@saneeraus.example', level: '1', marked: false },
        { name: '', email: '', level: '1', marked: false },
      ],
    },
  ],
});

const onSetUp: DeskStart['onSetUp'] = async ({ senior, partners }) => ({
  ok: true,
  passwords: [
    { ...senior, company: 'Nordic Mutual' },
    ...partners.flatMap(({ name: company, people }) => people.map(({ name, email }) => ({ name, email, company }))),
  ].map((each) => ({ ...each, password: 'k7mp-2xwd-9trf-hq4n' })),
});

const signedOut = (start: DeskStart): ReturnType<Scene> => ({
  desk: deskInMemory(start),
  workplace: workplaceInMemory(),
});

/** Before anybody has signed in. */
export const doorScenes: Readonly<Record<string, Scene>> = {
  demo: () => signedOut({ server: demo }),
  'first-start': () => signedOut({ server: { ...demo, decidedBy: 'default' } }),
  'set-up': () => signedOut({ server: { address: 'this-computer', isEmpty: true }, setUpDraft, onSetUp }),
  known: () => signedOut({ server: demo, known }),
  'slow-down': () => signedOut({ server: demo, known, onSignIn: troubled('slow-down') }),
  'keys-lost': () => signedOut({ server: demo, known, onSignIn: troubled('keys-lost') }),
  certificate: () => signedOut({ server: demo, known, onSignIn: troubled('certificate') }),
  policy: () => signedOut({ server: { address: 'https://portal.example.com', decidedBy: 'policy' } }),
};
