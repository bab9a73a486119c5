import type { BudgetId, FileId, InvoiceId } from '../ids.ts';
import type { PersonRef } from '../member/person-ref.ts';
import type { Moment } from '../moment.ts';

/** What identifies a file's bytes: kept beside the journal until sent, on the portal server after. */
export interface FileRef {
  readonly file: FileId;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Hex SHA-256. */
  readonly sha256: string;
  readonly mediaType: string;
}

/** A document of a case; one that belongs to a budget or an invoice is seen by who sees that. */
export interface CaseDocument extends FileRef {
  readonly id: string;
  readonly budget: BudgetId | null;
  /** Left out where it is no invoice's. */
  readonly invoice?: InvoiceId;
  readonly by: PersonRef;
  readonly at: Moment;
}

/** True for a document of the case itself, which is seen by everybody who sees its documents. */
export function isOfCase({ budget, invoice }: Pick<CaseDocument, 'budget' | 'invoice'>): boolean {
  return budget === null && invoice === undefined;
}
