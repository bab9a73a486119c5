import { z } from 'zod';
import { idSchema, levelSchema, limitSchema } from '../../shared/contract/parts.ts';
import { settingsSchema } from './settings-schema.ts';

const name = z.string().trim().min(1).max(200);

const company = z.strictObject({ id: idSchema, name, side: z.enum(['insurer', 'partner', 'operator']) });

const office = z.strictObject({
  id: idSchema,
  company: idSchema,
  name,
  street: z.string().max(200).default(''),
  postalCode: z.string().max(20).default(''),
  city: z.string().max(100).default(''),
  position: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable()
    .default(null),
});

/** A member is a person in a company; the e-mail address is the person's, who may be in several companies. */
const member = z.strictObject({
  id: idSchema,
  name,
  email: z.email().max(200).toLowerCase(),
  company: idSchema,
  office: idSchema.nullable().default(null),
});

const officeTerms = z.strictObject({
  office: idSchema,
  available: z.boolean().default(true),
  inNetwork: z.boolean().default(true),
  /** Task type codes it offers in this portal. */
  services: z.array(idSchema).max(100),
});

const membership = z.strictObject({
  member: idSchema,
  level: levelSchema,
  active: z.boolean().default(true),
  marked: z.boolean().default(false),
  limit: limitSchema.default({ kind: 'default' }),
  certified: z.array(idSchema).max(100).default([]),
  budgetPermission: z.boolean().default(false),
  deputy: idSchema.nullable().default(null),
});

const portal = z.strictObject({
  id: idSchema,
  name,
  settings: settingsSchema,
  companies: z.array(idSchema).max(10_000),
  offices: z.array(officeTerms).max(10_000),
  members: z.array(membership).max(100_000),
});

const shape = z.strictObject({
  companies: z.array(company).max(10_000),
  offices: z.array(office).max(10_000),
  members: z.array(member).max(100_000),
  portals: z.array(portal).max(1000),
});

/**
 * One document that says who works with whom: companies, their offices and members, and the terms each portal keeps
 * of them. It is whole: everything it names is in it.
 */
export const networkSchema = shape.superRefine((network, context) => {
  for (const fault of networkFaults(network)) context.addIssue({ code: 'custom', ...fault });
});

/** A checked network. */
export type Network = z.infer<typeof shape>;

/** A network as it is written, with its defaults left out. */
export type NetworkDraft = z.input<typeof shape>;

/** One portal of a network. */
export type NetworkPortal = Network['portals'][number];

/** One member of a network. */
export type NetworkMember = Network['members'][number];

interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

function networkFaults(network: Network): readonly Fault[] {
  const offices = new Map(network.offices.map((each) => [each.id, each]));
  const known = {
    companies: new Set(network.companies.map((each) => each.id)),
    offices: new Set(offices.keys()),
    members: new Set(network.members.map((each) => each.id)),
  };
  const faults: Fault[] = [];
  for (const list of ['companies', 'offices', 'members', 'portals'] as const) {
    repeated(network[list].map((each) => each.id)).forEach((id) =>
      faults.push({ path: [list], message: `${id} is there twice.` }),
    );
  }
  const named = (set: ReadonlySet<string>, id: string | null, path: (string | number)[]): void => {
    if (id !== null && !set.has(id)) faults.push({ path, message: `${id} is not in the document.` });
  };
  network.offices.forEach((each, index) => named(known.companies, each.company, ['offices', index, 'company']));
  network.members.forEach((each, index) => {
    named(known.companies, each.company, ['members', index, 'company']);
    named(known.offices, each.office, ['members', index, 'office']);
    const other = each.office !== null && (offices.get(each.office)?.company ?? each.company) !== each.company;
    if (other)
      faults.push({ path: ['members', index, 'office'], message: `${each.id} is in another company's office.` });
  });
  network.portals.forEach((each, index) => {
    const path = (list: string, at: number, key: string) => ['portals', index, list, at, key];
    each.companies.forEach((id, at) => named(known.companies, id, ['portals', index, 'companies', at]));
    each.offices.forEach(({ office: id }, at) => named(known.offices, id, path('offices', at, 'office')));
    each.members.forEach(({ member: id, deputy }, at) => {
      named(known.members, id, path('members', at, 'member'));
      named(known.members, deputy, path('members', at, 'deputy'));
    });
    const lists = [
      ['companies', each.companies],
      ['offices', each.offices.map((terms) => terms.office)],
      ['members', each.members.map((terms) => terms.member)],
    ] as const;
    for (const [list, ids] of lists) {
      repeated(ids).forEach((id) => faults.push({ path: ['portals', index, list], message: `${id} is there twice.` }));
    }
  });
  return faults;
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
