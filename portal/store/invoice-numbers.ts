import type { Case } from '../../shared/domain/case/case.ts';
import { foldedNumber, invoicesOf, stands } from '../../shared/domain/invoice/invoice.ts';
import type { Kysely } from 'kysely';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { InvoiceNumberTable } from './invoice-tables.ts';
import type { Tables } from './tables.ts';

/** The numbers that the invoices of a case use: a rejected one leaves its free. */
export function numberRows(portal: PortalId, whole: Case): readonly InvoiceNumberTable[] {
  return invoicesOf(whole)
    .filter(stands)
    .map(({ id, company, number }) => ({ portal, company, number: foldedNumber(number), invoice: id }));
}

/** What a decision makes of the numbers that a case uses. */
export interface NumberChanges {
  readonly gained: readonly InvoiceNumberTable[];
  readonly lost: readonly InvoiceNumberTable[];
}

/** The difference of two versions of a case. */
export function numberChanges(portal: PortalId, before: Case, after: Case): NumberChanges {
  if (before.invoices === after.invoices) return { gained: [], lost: [] };
  const [was, is] = [numberRows(portal, before), numberRows(portal, after)];
  const isIn = (rows: readonly InvoiceNumberTable[], row: InvoiceNumberTable): boolean =>
    rows.some((each) => each.company === row.company && each.number === row.number && each.invoice === row.invoice);
  return { gained: is.filter((row) => !isIn(was, row)), lost: was.filter((row) => !isIn(is, row)) };
}

/** True where a company uses one of the numbers in the portal already. */
export async function anyIsUsed(db: Kysely<Tables>, rows: readonly InvoiceNumberTable[]): Promise<boolean> {
  for (const { portal, company, number } of rows) {
    const used = await db
      .selectFrom('invoice_number')
      .select('invoice')
      .where('portal', '=', portal)
      .where('company', '=', company)
      .where('number', '=', number)
      .executeTakeFirst();
    if (used) return true;
  }
  return false;
}

/** Lets go of the numbers that a case uses no more, and takes those that it uses now. */
export async function saveNumbers(db: Kysely<Tables>, { gained, lost }: NumberChanges): Promise<void> {
  for (const { portal, company, number, invoice } of lost)
    await db
      .deleteFrom('invoice_number')
      .where('portal', '=', portal)
      .where('company', '=', company)
      .where('number', '=', number)
      .where('invoice', '=', invoice)
      .execute();
  if (gained.length > 0) await db.insertInto('invoice_number').values(gained).execute();
}
