/** That a company uses an invoice number in a portal: each once. */
export interface InvoiceNumberTable {
  readonly portal: string;
  readonly company: string;
  /** As it is compared. */
  readonly number: string;
  readonly invoice: string;
}
