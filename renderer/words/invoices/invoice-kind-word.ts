import { t } from '@lingui/core/macro';
import type { InvoiceKind } from '../../../shared/domain/invoice/invoice.ts';

/** A kind of invoice in a word. */
export function invoiceKindWord(kind: InvoiceKind): string {
  return kind === 'partial' ? t`Partial` : t`Final`;
}
