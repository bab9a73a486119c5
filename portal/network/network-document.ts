import { z } from 'zod';
import { categoryTermsSchema, givenCategoriesSchema } from '../../shared/contract/categories.ts';
import { idSchema, levelSchema, limitSchema, nameSchema, textSchema } from '../../shared/contract/parts.ts';
import { settingsSchema } from './settings-schema.ts';

/** Of a list so many bad entries are told. */
const mostTold = 20;

/** A list that is given up after some bad entries: zod gathers all faults, and fails itself on those of 100,000 entries. */
function list<Entry extends z.ZodType>(entry: Entry, most: number): z.ZodType<z.output<Entry>[], z.input<Entry>[]> {
  const checked = z.preprocess((given, context) => {
    for (const [index, fault] of firstFaults(entry, Array.isArray(given) && given.length <= most ? given : [])) {
      context.addIssue({ ...fault, path: [index, ...fault.path] });
    }
    return given;
  }, z.array(entry).max(most));
  // What is looked at beforehand goes on unchanged: it takes and gives what the array does.
  return checked as z.ZodType<z.output<Entry>[], z.input<Entry>[]>;
}

function firstFaults(entry: z.ZodType, given: readonly unknown[]) {
  const faults: [number, z.core.$ZodIssue][] = [];
  for (const [index, each] of given.entries()) {
    for (const fault of entry.safeParse(each).error?.issues ?? []) faults.push([index, fault]);
    if (faults.length >= mostTold) break;
  }
  return faults;
}

const company = z.strictObject({ id: idSchema, name: nameSchema, side: z.enum(['insurer', 'partner', 'operator']) });

const office = z.strictObject({
  id: idSchema,
  company: idSchema,
  name: nameSchema,
  street: textSchema.max(200).default(''),
  postalCode: textSchema.max(20).default(''),
  city: textSchema.max(100).default(''),
  position: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable()
    .default(null),
});

/** A member is a person in a company; the e-mail address is the person's, who may be in several companies. */
const member = z.strictObject({
  id: idSchema,
  name: nameSchema,
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
  /** The categories that it has in this portal, each for one type of task or, with null, for all. */
  categories: givenCategoriesSchema.default([]),
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
  name: nameSchema,
  settings: settingsSchema,
  /** Categories of offices in the order of their rank, the first is rank 1; those that are there already stay before them. */
  categories: categoryTermsSchema.default([]),
  companies: list(idSchema, 10_000),
  offices: list(officeTerms, 10_000),
  members: list(membership, 100_000),
});

const shape = z.strictObject({
  companies: list(company, 10_000),
  offices: list(office, 10_000),
  members: list(member, 100_000),
  portals: list(portal, 1000),
});

/** One document that says who works with whom: companies, offices, members, and the terms each portal keeps of them. */
export const networkSchema = shape;

/** A checked network. */
export type Network = z.infer<typeof shape>;

/** A network as it is written, with its defaults left out. */
export type NetworkDraft = z.input<typeof shape>;

/** One portal of a network. */
export type NetworkPortal = Network['portals'][number];

/** One member of a network. */
export type NetworkMember = Network['members'][number];

/** What is known besides the document: what an earlier one brought. */
export interface KnownNetwork {
  readonly companies: ReadonlySet<string>;
  /** Office to company. */
  readonly offices: ReadonlyMap<string, string>;
  /** Member to company. */
  readonly members: ReadonlyMap<string, string>;
  /** Portal to the companies that work in it. */
  readonly portals: ReadonlyMap<string, ReadonlySet<string>>;
  /** Portal to the codes of the categories that are defined in it. */
  readonly categories: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Something that does not fit together, with its place in the document. */
export interface NetworkFault {
  readonly path: string;
  readonly message: string;
}

/** What in a document names something that is neither in it nor known, or names one thing twice. */
export function networkFaults(network: Network, known: KnownNetwork): readonly NetworkFault[] {
  const companies = new Set([...known.companies, ...network.companies.map((each) => each.id)]);
  const offices = new Map([...known.offices, ...network.offices.map((each) => [each.id, each.company] as const)]);
  const members = new Map([...known.members, ...network.members.map((each) => [each.id, each.company] as const)]);
  const named = (set: Pick<ReadonlySet<string>, 'has'>, id: string | null, path: string): readonly NetworkFault[] =>
    id === null || set.has(id) ? [] : [{ path, message: `${id} is not known and not in the document.` }];
  return [
    ...(['companies', 'offices', 'members', 'portals'] as const).flatMap((list) =>
      repeated(
        network[list].map((each) => each.id),
        list,
      ),
    ),
    ...network.offices.flatMap((each, index) => named(companies, each.company, `offices.${index}.company`)),
    ...network.members.flatMap((each, index) => [
      ...named(companies, each.company, `members.${index}.company`),
      ...named(offices, each.office, `members.${index}.office`),
      ...otherCompany(each, offices, `members.${index}.office`),
    ]),
    ...network.portals.flatMap((portal, index) => [
      ...portal.companies.flatMap((id, at) => named(companies, id, `portals.${index}.companies.${at}`)),
      ...portal.offices.flatMap(({ office }, at) => named(offices, office, `portals.${index}.offices.${at}.office`)),
      ...categoryFaults(portal, `portals.${index}`, known.categories.get(portal.id)),
      ...portal.members.flatMap((terms, at) => [
        ...named(members, terms.member, `portals.${index}.members.${at}.member`),
        ...named(members, terms.deputy, `portals.${index}.members.${at}.deputy`),
      ]),
      ...strangers(portal, index, { offices, members, known: known.portals.get(portal.id) }),
      ...repeated(portal.companies, `portals.${index}.companies`),
      ...repeated(
        portal.offices.map((terms) => terms.office),
        `portals.${index}.offices`,
      ),
      ...repeated(
        portal.members.map((terms) => terms.member),
        `portals.${index}.members`,
      ),
    ]),
  ];
}

/** Categories that offices are given and that are not defined, here or already. */
function categoryFaults(
  { categories, offices }: NetworkPortal,
  path: string,
  known: ReadonlySet<string> | undefined,
): readonly NetworkFault[] {
  const codes = new Set([...categories.map(({ code }) => code), ...(known ?? [])]);
  return offices.flatMap((office, at) =>
    office.categories.flatMap(({ category }, place) =>
      codes.has(category)
        ? []
        : [
            {
              path: `${path}.offices.${at}.categories.${place}`,
              message: `${category} is not a category of the portal.`,
            },
          ],
    ),
  );
}

function otherCompany(
  member: NetworkMember,
  offices: ReadonlyMap<string, string>,
  path: string,
): readonly NetworkFault[] {
  const owner = member.office === null ? undefined : offices.get(member.office);
  return owner === undefined || owner === member.company
    ? []
    : [{ path, message: `${member.id} cannot be in an office of another company.` }];
}

interface Owners {
  readonly offices: ReadonlyMap<string, string>;
  readonly members: ReadonlyMap<string, string>;
  /** The companies that are in the portal already. */
  readonly known: ReadonlySet<string> | undefined;
}

/** Terms of offices and members whose company does not work in the portal: nobody would ever see them. */
function strangers(portal: NetworkPortal, index: number, { offices, members, known }: Owners): readonly NetworkFault[] {
  const inside = new Set([...portal.companies, ...(known ?? [])]);
  const outside = (owner: string | undefined, path: string): readonly NetworkFault[] =>
    owner === undefined || inside.has(owner) ? [] : [{ path, message: `${owner} does not work in ${portal.id}.` }];
  return [
    ...portal.offices.flatMap(({ office }, at) =>
      outside(offices.get(office), `portals.${index}.offices.${at}.office`),
    ),
    ...portal.members.flatMap(({ member: id }, at) =>
      outside(members.get(id), `portals.${index}.members.${at}.member`),
    ),
  ];
}

function repeated(ids: readonly string[], path: string): readonly NetworkFault[] {
  const seen = new Set<string>();
  // What is there already does not let the set grow.
  const twice = new Set(ids.filter((id) => seen.size === seen.add(id).size));
  return [...twice].map((id) => ({ path, message: `${id} is there twice.` }));
}
