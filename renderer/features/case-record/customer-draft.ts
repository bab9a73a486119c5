import { z } from 'zod';
import { emailSchema, nameSchema, phoneSchema } from '../../../shared/contract/parts.ts';
import type { CustomerDetails } from '../../../shared/domain/case/case.ts';

/** The customer as it is being typed. */
export const customerDraftSchema = z.object({ name: z.string(), phone: z.string(), email: z.string() });

/** What is wrong with a field; null where nothing is. */
export type CustomerFault = keyof CustomerDetails;

/** As it is sent: without blanks around it, an address in small letters. */
export function customerOf({ name, phone, email }: CustomerDetails): CustomerDetails {
  return { name: name.trim(), phone: phone.trim(), email: email.trim().toLowerCase() };
}

/** The first field that the portal would not take; a name has to be there, an address has to be one. */
export function customerFault(draft: CustomerDetails): CustomerFault | null {
  const { name, phone, email } = customerOf(draft);
  if (!nameSchema.safeParse(name).success) return 'name';
  if (!phoneSchema.safeParse(phone).success) return 'phone';
  return email === '' || emailSchema.safeParse(email).success ? null : 'email';
}
