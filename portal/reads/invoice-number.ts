import type { PortalId } from '../../shared/domain/ids.ts';
import { foldedNumber } from '../../shared/domain/invoice/invoice.ts';
import type { Caller } from '../portal-deps.ts';
import { anyIsUsed } from '../store/invoice-numbers.ts';
import { readerOf, type ReadDeps } from './reader.ts';
import { inSnapshot } from './snapshot.ts';

/**
 * Whether the reader's company uses an invoice number in the portal already, in whichever case: that is not said. null for
 * who enters no invoices, as where there is no such portal.
 */
export function readInvoiceNumber(
  deps: ReadDeps,
  caller: Caller,
  asked: { readonly portal: PortalId; readonly number: string },
): Promise<{ readonly taken: boolean } | null> {
  return inSnapshot(deps.store, async (db) => {
    const reader = await readerOf(deps, db, { portal: asked.portal, caller });
    const eyes = reader?.viewer.eyes;
    if (!reader || !eyes || eyes.side !== 'partner' || !eyes.budgetPermission) return null;
    const { portal, viewer } = reader;
    const row = { portal, company: viewer.company, number: foldedNumber(asked.number), invoice: '' };
    return { taken: await anyIsUsed(db, [row]) };
  });
}
