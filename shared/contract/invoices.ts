import { z } from 'zod';
import { invoiceKinds } from '../domain/invoice/invoice.ts';
import { madeIdSchema, minorUnits, moneySchema, nameSchema, optionalText } from './parts.ts';

/** A calendar day. */
const daySchema = z.iso.date();

/** The number of an invoice, as it is printed on it. */
export const invoiceNumberSchema = nameSchema.max(50);

/** What is entered of an invoice. */
export const invoiceParts = {
  number: invoiceNumberSchema,
  tasks: z.array(madeIdSchema).min(1).max(100),
  money: moneySchema,
  vat: minorUnits.nullable(),
  dated: daySchema,
  kind: z.enum(invoiceKinds),
  comment: optionalText,
};

/** `GET /invoice-numbers/{portal}?number=`: whether the reader's company has used the number in the portal. */
export const invoiceNumberAnswerSchema = z.strictObject({ taken: z.boolean() });
