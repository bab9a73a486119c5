import type { NetworkDraft } from '../../../portal/network/network-document.ts';
import type { Rows } from './first-release-cases.ts';

/** What the tables of 0.1.0 have for a network of one portal, everybody with the same password, as of a change. */
export function rowsOfNetwork(
  { companies, offices, members, portals }: NetworkDraft,
  { passwordHash, change, at }: { readonly passwordHash: string; readonly change: number; readonly at: string },
): Rows {
  const [draft] = portals;
  if (!draft) throw new Error('a network without a portal');
  const portal = draft.id;
  const dates = { created_at: at, updated_at: at };
  return {
    person: members.map(({ id, name, email }) => ({ id: personOf(id), name, email })),
    auth_user: members.map(({ id, name, email }) => ({ id: personOf(id), name, email, email_verified: 1, ...dates })),
    auth_account: members.map(({ id }) => ({
      id: `${personOf(id)}-password`,
      account_id: personOf(id),
      provider_id: 'credential',
      user_id: personOf(id),
      password: passwordHash,
      ...dates,
    })),
    company: companies.map(({ id, name, side }) => ({ id, name, side })),
    office: offices.map(({ id, company, name, street = '', postalCode = '', city = '', position = null }) => ({
      id,
      company,
      name,
      street,
      city,
      postal_code: postalCode,
      latitude: position?.latitude ?? null,
      longitude: position?.longitude ?? null,
    })),
    member: members.map(({ id, company, office = null }) => ({ id, person: personOf(id), company, office })),
    portal: [
      {
        id: portal,
        name: draft.name,
        settings: JSON.stringify(draft.settings),
        directory_changed: change,
        settings_changed: change,
      },
    ],
    portal_counter: [{ portal, number: change }],
    change_mark: Array.from({ length: change }, (_, index) => ({ portal, number: index + 1, mark: `m${index}`, at })),
    company_in_portal: draft.companies.map((company) => ({ portal, company })),
    office_terms: draft.offices.map(({ office, services = [] }) => {
      return { portal, office, available: 1, in_network: 1, services: JSON.stringify(services) };
    }),
    membership: draft.members.map(({ member, level, marked = false, certified = [], budgetPermission = false }) => ({
      portal,
      member,
      level,
      active: 1,
      marked: marked ? 1 : 0,
      limit_kind: 'default',
      limit_amount: null,
      certified: JSON.stringify(certified),
      budget_permission: budgetPermission ? 1 : 0,
      deputy: null,
      standing_changed: change,
      audience_changed: change,
    })),
  };
}

function personOf(member: string): string {
  return `person-${member}`;
}
