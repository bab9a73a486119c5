import { z } from 'zod';
import { usualTaskTypes } from '../domain/portal/usual-task-types.ts';
import type { PasswordFault } from './password-fault.ts';
import { minorUnits, nameSchema, textSchema } from './parts.ts';

const line = (most: number) =>
  textSchema
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}+$/u);

const who = z.strictObject({ name: nameSchema, email: z.string().trim().toLowerCase().pipe(z.email().max(200)) });
const partnersLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const person = who.extend({ level: partnersLevel, marked: z.boolean() });

/** A partner company with its first office and its people. */
export const setUpPartnerSchema = z.strictObject({
  name: nameSchema,
  street: line(200),
  postalCode: line(20),
  city: line(100),
  people: z.array(person).min(1).max(100),
});

/** Who operates the portal server of this computer. */
export const setUpOperatorSchema = who.extend({ company: nameSchema });

/** The portal of an insurer, as far as it has to be said before anybody can work in it. */
export const setUpPortalSchema = z.strictObject({
  insurer: nameSchema,
  currency: z.string().regex(/^[A-Z]{3}$/),
  timeZone: z.string().refine(isTimeZone),
  taskTypes: z.array(z.enum(usualTaskTypes.map(({ code }) => code))).min(1),
  defaultLimit: minorUnits,
});

/** The insurer's first person. */
export const setUpSeniorSchema = who;

/** Everything that sets up the portal server of this computer. Nobody is there twice: a person has one company in a portal. */
export const setUpSchema = z
  .strictObject({
    operator: setUpOperatorSchema.extend({ password: z.string().max(1000) }),
    portal: setUpPortalSchema,
    senior: setUpSeniorSchema,
    partners: z.array(setUpPartnerSchema).min(1).max(50),
  })
  .refine(
    ({ operator, senior, partners }) =>
      !hasTwice([operator, senior, ...partners.flatMap(({ people }) => people)].map(({ email }) => email)),
    'An e-mail address is there twice.',
  );

/** It, checked. */
export type SetUp = z.infer<typeof setUpSchema>;

/** The first password of somebody, made by the portal server and told once. */
export interface FirstPassword {
  readonly name: string;
  readonly email: string;
  readonly company: string;
  readonly password: string;
}

/** What came of it. */
export type SetUpAnswer =
  | { readonly ok: true; readonly passwords: readonly FirstPassword[] }
  | { readonly ok: false; readonly reason: 'password'; readonly fault: PasswordFault }
  | { readonly ok: false; readonly reason: 'not-empty' | 'not-allowed' | 'failed'; readonly detail?: string };

function hasTwice(texts: readonly string[]): boolean {
  return new Set(texts).size < texts.length;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
