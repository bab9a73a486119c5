import type { NetworkDraft } from '../network/network-document.ts';
import { demoCategories, demoCategoriesOf } from './demo-categories.ts';
import { demoCompanies, type DemoCompany, type DemoOffice } from './demo-companies.ts';
import { demoPeople } from './demo-accounts.ts';
import { atlanticSettings, nordicSettings } from './demo-settings.ts';
import { firstNames, lastNames } from './names.ts';

type Members = NetworkDraft['members'];
type Portal = NetworkDraft['portals'][number];
type Terms = Portal['members'][number];

/** A member with what both insurers keep of it, before they differ. */
interface Staff {
  readonly member: Members[number];
  readonly terms: Omit<Terms, 'member'>;
}

/** The ids of the demo's portals. */
export const demoPortals = { atlantic: 'atlantic', nordic: 'nordic' } as const;

/** Two insurers, one operator, six partner companies with twenty offices, and their people: always the same. */
export function demoNetwork(): NetworkDraft {
  const partners = demoCompanies.flatMap(partnerStaff);
  const atlantic = insurerStaff('atlantic-mutual', [demoPeople.handler], 4);
  const nordic = insurerStaff('nordic-mutual', [demoPeople.nordicHandler], 3);
  const operator = insurerStaff('operator', [demoPeople.operator], 1);
  return {
    companies: [
      { id: 'atlantic-mutual', name: 'Atlantic Mutual', side: 'insurer' },
      { id: 'nordic-mutual', name: 'Nordic Mutual', side: 'insurer' },
      { id: 'operator', name: 'Portal Operations', side: 'operator' },
      ...demoCompanies.map(({ id, name }) => ({ id, name, side: 'partner' as const })),
    ],
    offices: demoCompanies.flatMap(({ id, offices }) =>
      offices.map(({ terms: _, staff: __, ...office }) => ({ ...office, company: id })),
    ),
    members: [...atlantic, ...nordic, ...operator, ...partners].map(({ member }) => member),
    portals: [
      portalOf({ id: demoPortals.atlantic, name: 'Atlantic Mutual', settings: atlanticSettings }, atlantic, partners),
      portalOf({ id: demoPortals.nordic, name: 'Nordic Mutual', settings: nordicSettings }, nordic, partners),
    ],
  };
}

/** Nordic keeps other terms: another limit of the second marked user, and one office outside its network. */
function portalOf(
  head: Pick<Portal, 'id' | 'name' | 'settings'>,
  own: readonly Staff[],
  partners: readonly Staff[],
): Portal {
  const nordic = head.id === demoPortals.nordic;
  const termsOf = ({ member, terms }: Staff): Terms => {
    const limit = nordic && terms.limit?.kind === 'other' ? { kind: 'other' as const, amount: 1_200_000 } : terms.limit;
    return { ...terms, member: member.id, ...(limit ? { limit } : {}) };
  };
  const insurer = own[0]?.member.company ?? '';
  return {
    ...head,
    companies: [insurer, ...demoCompanies.map(({ id }) => id)],
    categories: [...demoCategories],
    offices: demoCompanies.flatMap(({ services, offices }, company) =>
      offices.map(({ id, terms }, place) => ({
        office: id,
        categories: demoCategoriesOf(company + place, services),
        services: [...services],
        available: terms !== 'unavailable',
        inNetwork: !(nordic && terms === 'outside-nordic'),
      })),
    ),
    members: [...own, ...partners].map(termsOf),
  };
}

function insurerStaff(company: string, named: readonly { id: string; name: string; email: string }[], others: number) {
  const domain = company === 'operator' ? 'portal-operations' : company;
  const rest = Array.from({ length: others }, (_, index) => madeUp(`${company}-${index}`, domain));
  return [...named, ...rest].map((person, index): Staff => ({
    member: { ...person, company },
    terms: { level: index === 1 ? 6 : 5 },
  }));
}

/** An office's people: its manager first; the company's admin sits in the first office. */
function partnerStaff(company: DemoCompany): readonly Staff[] {
  const admin = company.admin ?? madeUp(`${company.id}-admin`, company.domain);
  const first = company.offices[0]?.id ?? null;
  const certified = [...company.services];
  return [
    {
      member: { ...admin, company: company.id, office: first },
      terms: { level: 4, certified, budgetPermission: true },
    },
    ...company.offices.flatMap((office) => officeStaff(company, office)),
  ];
}

function officeStaff(company: DemoCompany, office: DemoOffice): readonly Staff[] {
  const certified = [...company.services];
  const manager = office.staff.manager ?? madeUp(`${office.id}-manager`, company.domain);
  const managing: Staff = {
    member: { ...manager, company: company.id, office: office.id },
    terms: { level: 3, certified, budgetPermission: true, marked: office.staff.markedManager ?? false },
  };
  const others = office.staff.others.map(({ person, ...terms }, index): Staff => {
    const known = person ?? madeUp(`${office.id}-${index}`, company.domain);
    return { member: { ...known, company: company.id, office: office.id }, terms: { certified, ...terms } };
  });
  return [managing, ...others];
}

const used = new Map<string, number>();

/** A name for a key: the same key has the same name in every demo. */
function madeUp(key: string, domain: string): { id: string; name: string; email: string } {
  const place = used.get(key) ?? used.size;
  used.set(key, place);
  const first = firstNames[(place * 17 + 3) % firstNames.length] ?? '';
  const last = lastNames[(place * 11 + 5) % lastNames.length] ?? '';
  const id = `${first}-${last}`.toLowerCase();
  return { id, name: `${first} ${last}`, email: `${id.replace('-', '.')}@${domain}.example` };
}
