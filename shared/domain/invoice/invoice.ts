import type { FileRef } from '../document/document.ts';
import type { CommandId, CompanyId, InvoiceId, OfficeId, TaskId } from '../ids.ts';
import type { PersonRef } from '../member/person-ref.ts';
import type { Money } from '../money.ts';
import type { Moment } from '../moment.ts';

/** An invoice of a partner for tasks of one company, with its file (domain.md §6.4). */
export interface Invoice {
  readonly id: InvoiceId;
  /** As it was typed; compared as `foldedNumber` writes it. */
  readonly number: string;
  readonly company: CompanyId;
  readonly office: OfficeId;
  readonly tasks: readonly TaskId[];
  /** Excluding VAT. */
  readonly money: Money;
  /** Minor units of the same currency; left out where nobody entered it. */
  readonly vat?: number;
  /** Calendar day, `2026-03-01`. */
  readonly dated: string;
  readonly kind: InvoiceKind;
  readonly comment: string;
  readonly file: FileRef;
  readonly enteredBy: PersonRef;
  readonly enteredAt: Moment;
  readonly state: 'entered' | 'approved' | 'rejected';
  /** Left out while it waits; the reason is empty where it was approved. */
  readonly decided?: { readonly by: PersonRef; readonly at: Moment; readonly reason: string };
  /** The command that last changed it (sync.md 11). */
  readonly revision: CommandId;
}

/** A part of what is to be paid, or the last of it. */
export const invoiceKinds = ['partial', 'final'] as const;

/** One of them. */
export type InvoiceKind = (typeof invoiceKinds)[number];

/** The invoices of a case, as far as they are seen. */
export function invoicesOf({ invoices = [] }: { readonly invoices?: readonly Invoice[] }): readonly Invoice[] {
  return invoices;
}

/** True for an invoice that counts: a rejected one is of the past, and its number is free again. */
export function stands({ state }: Pick<Invoice, 'state'>): boolean {
  return state !== 'rejected';
}

/** A number as it is compared: capitals, spaces and signs that nobody sees make no other one, leading zeros do. */
export function foldedNumber(number: string): string {
  return number
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]/gu, '')
    .toLowerCase();
}

/** True where a company has sent an invoice with this number already, other than the one that is named. */
export function isNumberTaken(
  invoices: readonly Pick<Invoice, 'id' | 'company' | 'number' | 'state'>[],
  { company, number, except }: { readonly company: CompanyId; readonly number: string; readonly except: string | null },
): boolean {
  const folded = foldedNumber(number);
  return invoices.some(
    (each) => stands(each) && each.company === company && each.id !== except && foldedNumber(each.number) === folded,
  );
}
