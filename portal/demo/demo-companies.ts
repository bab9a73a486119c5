import type { NetworkDraft } from '../network/network-document.ts';
import { demoPeople } from './demo-accounts.ts';

type Person = { readonly id: string; readonly name: string; readonly email: string };
type Terms = Omit<NetworkDraft['portals'][number]['members'][number], 'member'>;

/** A partner company of the demo. */
export interface DemoCompany {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly services: readonly string[];
  readonly admin?: Person;
  readonly offices: readonly DemoOffice[];
}

/** An office of the demo, near the claims' sites. */
export interface DemoOffice {
  readonly id: string;
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly position: { readonly latitude: number; readonly longitude: number };
  readonly terms?: 'unavailable' | 'outside-nordic';
  readonly staff: DemoStaff;
}

/** Who works in an office beside its manager. */
export interface DemoStaff {
  readonly manager?: Person;
  readonly markedManager?: boolean;
  readonly others: readonly (Terms & { readonly person?: Person })[];
}

const craftsman: Terms = { level: 1 };
const coordinator: Terms = { level: 2, budgetPermission: true };
const marked: Terms = { level: 2, marked: true };
const upTo = (amount: number): Terms => ({ ...marked, limit: { kind: 'other', amount } });
const left: Terms = { level: 1, active: false };
const reporterOnly: Terms = { level: 0 };

interface Place {
  readonly city: string;
  readonly street: string;
  readonly postalCode: string;
  readonly at: readonly [latitude: number, longitude: number];
}

type PlacedStaff = (place: Place, staff: DemoStaff, terms?: DemoOffice['terms']) => DemoOffice;

/** Makes a company's offices, one a city. */
function officesOf(company: string, name: string): PlacedStaff {
  return ({ city, street, postalCode, at }, staff, terms) => ({
    id: `${company}-${city.toLowerCase().replace(/[ .]+/g, '-')}`,
    name: `${name} ${city}`,
    street,
    postalCode,
    city,
    position: { latitude: at[0], longitude: at[1] },
    staff,
    ...(terms ? { terms } : {}),
  });
}

const places = {
  pensacola: { city: 'Pensacola', street: '120 Palafox Street', postalCode: '32502', at: [30.41, -87.21] },
  houston: { city: 'Houston', street: '88 Travis Street', postalCode: '77002', at: [29.76, -95.37] },
  newOrleans: { city: 'New Orleans', street: '410 Camp Street', postalCode: '70130', at: [29.95, -90.07] },
  mobile: { city: 'Mobile', street: '15 Dauphin Street', postalCode: '36602', at: [30.69, -88.04] },
  norfolk: { city: 'Norfolk', street: '201 Granby Street', postalCode: '23510', at: [36.85, -76.29] },
  wilmington: { city: 'Wilmington', street: '33 Water Street', postalCode: '28401', at: [34.23, -77.95] },
  atlanticCity: { city: 'Atlantic City', street: '9 Pacific Avenue', postalCode: '08401', at: [39.36, -74.42] },
  lauderdale: { city: 'Fort Lauderdale', street: '70 Las Olas Boulevard', postalCode: '33301', at: [26.12, -80.14] },
  tampa: { city: 'Tampa', street: '5 Bayshore Boulevard', postalCode: '33602', at: [27.95, -82.46] },
  charleston: { city: 'Charleston', street: '61 East Bay Street', postalCode: '29401', at: [32.78, -79.93] },
  jerseyCity: { city: 'Jersey City', street: '18 Exchange Place', postalCode: '07302', at: [40.72, -74.04] },
  sacramento: { city: 'Sacramento', street: '900 Capitol Avenue', postalCode: '95814', at: [38.58, -121.49] },
  seattle: { city: 'Seattle', street: '77 Marion Street', postalCode: '98104', at: [47.6, -122.33] },
  stLouis: { city: 'St. Louis', street: '40 Market Street', postalCode: '63101', at: [38.63, -90.2] },
} as const satisfies Record<string, Place>;

const gulf = officesOf('gulf', 'Gulf Adjusters');
const coastal = officesOf('coastal', 'Coastal Claims');
const dryworks = officesOf('dryworks', 'DryWorks');
const bayside = officesOf('bayside', 'Bayside Builders');
const harbor = officesOf('harbor', 'Harbor Restoration');
const evergreen = officesOf('evergreen', 'Evergreen Repair');

/** Adjusters have the marked users; of the craftsmen's companies one has, so that the own-company rule shows. */
export const demoCompanies: readonly DemoCompany[] = [
  {
    id: 'gulf-adjusters',
    name: 'Gulf Adjusters',
    domain: 'gulf-adjusters',
    services: ['inspection', 'management'],
    offices: [
      gulf(places.pensacola, {
        manager: demoPeople.manager,
        others: [{ ...marked, level: 1, person: demoPeople.marked }, marked],
      }),
      gulf(places.houston, { markedManager: true, others: [upTo(1_000_000), craftsman] }),
      gulf(places.newOrleans, { others: [marked, left] }),
      gulf(places.mobile, { others: [{ ...upTo(2_000_000), person: demoPeople.secondMarked }] }),
    ],
  },
  {
    id: 'coastal-claims',
    name: 'Coastal Claims Partners',
    domain: 'coastal-claims',
    services: ['inspection', 'management'],
    offices: [
      coastal(places.norfolk, { others: [marked, upTo(750_000)] }),
      coastal(places.wilmington, { markedManager: true, others: [coordinator] }),
      coastal(places.atlanticCity, { others: [marked, reporterOnly] }),
    ],
  },
  {
    id: 'dryworks',
    name: 'DryWorks Restoration',
    domain: 'dryworks',
    services: ['drying', 'demolition', 'first-aid'],
    admin: demoPeople.admin,
    offices: [
      dryworks(places.pensacola, { others: [{ ...craftsman, person: demoPeople.craftsman }, coordinator] }),
      dryworks(places.houston, { others: [marked, craftsman] }),
      dryworks(places.norfolk, { others: [craftsman] }),
      dryworks(places.lauderdale, { others: [craftsman] }),
    ],
  },
  {
    id: 'bayside-builders',
    name: 'Bayside Builders',
    domain: 'bayside-builders',
    services: ['carpentry', 'painting', 'flooring'],
    offices: [
      bayside(places.pensacola, { others: [craftsman, coordinator] }),
      bayside(places.houston, { others: [craftsman] }),
      bayside(places.tampa, { others: [craftsman] }, 'outside-nordic'),
    ],
  },
  {
    id: 'harbor-restoration',
    name: 'Harbor Restoration',
    domain: 'harbor-restoration',
    services: ['drying', 'first-aid', 'carpentry', 'painting', 'management'],
    offices: [
      harbor(places.wilmington, { others: [craftsman, coordinator] }),
      harbor(places.charleston, { others: [craftsman] }),
      harbor(places.jerseyCity, { others: [craftsman, left] }),
    ],
  },
  {
    id: 'evergreen-repair',
    name: 'Evergreen Property Repair',
    domain: 'evergreen-repair',
    services: ['inspection', 'drying', 'demolition', 'carpentry', 'painting', 'flooring'],
    offices: [
      evergreen(places.sacramento, { others: [marked, craftsman] }),
      evergreen(places.seattle, { others: [craftsman] }),
      evergreen(places.stLouis, { others: [marked] }, 'unavailable'),
    ],
  },
];
