import type { DemoAccount } from '../../shared/contract/desk-api.ts';

/** The password of everybody in the demo; offered in the sign-in window of an embedded demo only (sync.md 27). */
export const demoPassword = 'storm-and-flood';

/** Its argon2id hash, made once: sixty hashes would take seconds. */
export const demoPasswordHash =
  '$argon2id$v=19$m=19456,t=2,p=1$OX7xT28WtjCAx72p8/Ny+Q$03oCZgf51WoMWQt5EdEhDS+UHFh3dRiWVhsqsdut3Xc';

/** People of the demo by what they are for. */
export const demoPeople = {
  handler: { id: 'ellen-ward', name: 'Ellen Ward', email: 'ellen.ward@atlantic-mutual.example' },
  nordicHandler: { id: 'henrik-lund', name: 'Henrik Lund', email: 'henrik.lund@nordic-mutual.example' },
  manager: { id: 'maria-santos', name: 'Maria Santos', email: 'maria.santos@gulf-adjusters.example' },
  marked: { id: 'james-cole', name: 'James Cole', email: 'james.cole@gulf-adjusters.example' },
  secondMarked: { id: 'priya-nair', name: 'Priya Nair', email: 'priya.nair@gulf-adjusters.example' },
  admin: { id: 'robert-hayes', name: 'Robert Hayes', email: 'robert.hayes@dryworks.example' },
  craftsman: { id: 'luis-ortega', name: 'Luis Ortega', email: 'luis.ortega@dryworks.example' },
  operator: { id: 'olivia-grant', name: 'Olivia Grant', email: 'olivia.grant@portal-operations.example' },
} as const;

const roles: readonly (readonly [keyof typeof demoPeople, string])[] = [
  ['handler', 'Case handler at Atlantic Mutual'],
  ['manager', 'Office manager at Gulf Adjusters: new roles'],
  ['marked', 'External case handler with the default limit'],
  ['secondMarked', 'External case handler with a limit of her own'],
  ['admin', 'Company admin at DryWorks Restoration'],
  ['craftsman', 'Craftsman at DryWorks Restoration'],
  ['nordicHandler', 'Case handler at Nordic Mutual'],
  ['operator', 'Operator of the portals'],
];

/** Who can be tried out, for the sign-in window. */
export const demoAccounts: readonly DemoAccount[] = roles.map(([who, role]) => ({
  email: demoPeople[who].email,
  name: demoPeople[who].name,
  role,
  password: demoPassword,
}));
