import { z } from '@hono/zod-openapi';
import { memberSelectionSchema } from '../../shared/contract/allocation.ts';
import { calendarSchema } from '../../shared/contract/calendar.ts';
import { officePlaceSchema } from '../../shared/contract/office-place.ts';
import { idSchema, levelSchema, limitSchema, momentSchema } from '../../shared/contract/parts.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { CompanyEntry, MemberEntry, OfficeEntry } from '../../shared/domain/office/directory.ts';
import type { DirectoryChange } from '../../shared/domain/office/fold-directory.ts';
import { settingsSchema } from '../network/settings-schema.ts';
import { categoriesShownSchema } from './category-schemas.ts';
import { revisionSchema } from './revision-schema.ts';

const side = z.enum(['insurer', 'partner', 'operator']);

/** A place on the globe. */
export const positionSchema = z.strictObject({ latitude: z.number(), longitude: z.number() });

/** How a portal decides on compensation, with what set it. */
const compensationSettings = settingsSchema.shape.compensation.unwrap().extend({ revision: revisionSchema.optional() });

const member = z.strictObject({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  company: idSchema,
  office: idSchema.nullable(),
  level: levelSchema,
  active: z.boolean(),
  marked: z.boolean(),
  limit: limitSchema,
  certified: z.array(z.string()).readonly(),
  budgetPermission: z.boolean(),
  away: z.strictObject({ deputy: idSchema }).nullable(),
  invited: z.strictObject({ at: momentSchema.nullable() }).optional(),
  markRevision: revisionSchema.optional(),
  termsRevision: revisionSchema.optional(),
}) satisfies z.ZodType<MemberEntry>;

const office = z.strictObject({
  id: idSchema,
  company: idSchema,
  name: z.string(),
  street: z.string(),
  postalCode: z.string().optional(),
  city: z.string(),
  position: positionSchema.nullable(),
  place: officePlaceSchema.nullable().optional(),
  services: z.array(z.string()).readonly(),
  available: z.boolean(),
  inNetwork: z.boolean(),
  marked: z.int(),
  revision: revisionSchema.optional(),
  calendar: calendarSchema.nullable().optional(),
  selection: memberSelectionSchema
    .nullable()
    .optional()
    .describe('Left out for who does not see the company’s members.'),
}) satisfies z.ZodType<OfficeEntry>;

const company = z.strictObject({ id: idSchema, name: z.string(), side }) satisfies z.ZodType<CompanyEntry>;

const ids = z.array(idSchema).readonly();

/** What a portal's people know of companies, offices and members, or what changed of it. */
export const directoryLineSchema = z
  .strictObject({
    kind: z.literal('directory'),
    whole: z
      .boolean()
      .describe('True: these are all entries. False: each replaces the one of its id, the others stay.'),
    companies: z.array(company).readonly(),
    offices: z.array(office).readonly(),
    members: z.array(member).readonly(),
    gone: z
      .strictObject({ companies: ids, offices: ids, members: ids })
      .describe('Ids of entries that are to be kept nowhere any more.'),
  })
  .openapi('DirectoryLine') satisfies z.ZodType<DirectoryChange>;

/** What a person is in a portal. */
export const standingSchema = z
  .strictObject({
    portal: idSchema,
    portalName: z.string(),
    person: idSchema,
    member: idSchema,
    name: z.string(),
    company: idSchema,
    companyName: z.string(),
    office: idSchema.nullable(),
    side,
    level: levelSchema,
    active: z.boolean(),
    marked: z.boolean(),
    limit: limitSchema,
    certified: z.array(z.string()).readonly(),
    budgetPermission: z.boolean(),
    settings: settingsSchema.extend({
      externalCaseHandler: settingsSchema.shape.externalCaseHandler.extend({ revision: revisionSchema.optional() }),
      compensation: compensationSettings.optional(),
      projectManagerRevision: revisionSchema.optional(),
      inspectorRevision: revisionSchema.optional(),
      workPlansRevision: revisionSchema.optional(),
      settlement: settingsSchema.shape.settlement.unwrap().extend({ revision: revisionSchema.optional() }).optional(),
      allocation: settingsSchema.shape.allocation.unwrap().extend({ revision: revisionSchema.optional() }).optional(),
    }),
  })
  .openapi('Standing') satisfies z.ZodType<Standing>;

const officeWhy = z.enum(['not-in-network', 'unavailable', 'no-marked-user', 'service-not-offered', 'unknown-office']);
const memberWhy = z.enum([
  'unknown-member',
  'inactive',
  'not-marked',
  'other-company',
  'office-unavailable',
  'not-certified',
]);

/** Offices for the role, or for a task. */
export const officeCandidatesSchema = z.strictObject({
  asOf: momentSchema,
  eligible: z.array(z.strictObject({ office, kilometres: z.number().nullable() })).readonly(),
  excluded: z.array(z.strictObject({ office, why: officeWhy })).readonly(),
  categories: categoriesShownSchema
    .optional()
    .describe('Missing for whoever has no right to be shown categories in this case; the order is the same for all.'),
});

/** Users for the role. */
export const userCandidatesSchema = z.strictObject({
  asOf: momentSchema,
  office: idSchema.nullable(),
  eligible: z.array(z.strictObject({ member, office: office.nullable(), sameOffice: z.boolean() })).readonly(),
  excluded: z.array(z.strictObject({ member, why: memberWhy })).readonly(),
});
