import { z } from 'zod';
import { fileSchema } from '../../../shared/contract/parts.ts';
import type { CaseCommand } from '../../../shared/domain/command-book.ts';
import type { FileRef } from '../../../shared/domain/document/document.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import type { EnteredInvoice } from '../../../shared/domain/invoice/enter-invoice.ts';
import { invoiceKinds, type Invoice } from '../../../shared/domain/invoice/invoice.ts';
import { amountText } from '../../words/figures.ts';
import { readAmount } from '../../words/typed-amount.ts';

/** An invoice as it is being written: amounts as typed, the file already kept by the desk. */
export const invoiceDraftSchema = z.object({
  number: z.string(),
  amount: z.string(),
  vat: z.string(),
  dated: z.string(),
  kind: z.enum(invoiceKinds),
  tasks: z.array(z.string()),
  /** Of an invoice that is changed: null where its file stays. */
  file: fileSchema.nullable(),
  comment: z.string(),
});

export type InvoiceDraft = z.infer<typeof invoiceDraftSchema>;

/** What the form begins with where nothing was entered before. */
export function emptyInvoice(task: TaskId | null): InvoiceDraft {
  const tasks = task ? [task] : [];
  return { number: '', amount: '', vat: '', dated: '', kind: 'final', tasks, file: null, comment: '' };
}

/** What the form begins with where something was: the invoice that is changed, or one that was refused. */
export function draftOf(entered: EnteredInvoice, file: FileRef | null): InvoiceDraft {
  const { number, money, vat, dated, kind, tasks, comment } = entered;
  return {
    number,
    amount: amountText(money),
    vat: vat === null ? '' : amountText({ ...money, amount: vat }),
    dated,
    kind,
    tasks: [...tasks],
    file,
    comment,
  };
}

/** What was entered of an invoice. */
export function enteredOf({ vat, ...invoice }: Invoice): EnteredInvoice {
  return { ...invoice, vat: vat ?? null };
}

/** The amounts that were read, in minor units; null where one is missing or cannot be read for certain. */
export function amountsIn({ amount, vat }: InvoiceDraft, currency: string) {
  return { amount: amountIn(amount, currency), vat: amountIn(vat, currency) };
}

function amountIn(text: string, currency: string): number | null {
  const typed = readAmount(text, currency);
  return typed.kind === 'read' ? typed.amount : null;
}

/** The command; where something is missing a placeholder stands in, so that the rules can be asked before. */
export function invoiceCommand(draft: InvoiceDraft, currency: string, changes: Invoice | null): CaseCommand {
  const { amount, vat } = amountsIn(draft, currency);
  const { tasks, kind, file } = draft;
  const entered: EnteredInvoice = {
    number: draft.number.trim(),
    tasks,
    money: { amount: amount ?? 1, currency },
    vat,
    dated: draft.dated,
    kind,
    comment: draft.comment.trim(),
  };
  if (changes) return { name: 'change-invoice', input: { ...entered, invoice: changes.id, file } };
  const missing = { file: 'none', name: '', size: 0, sha256: '', mediaType: '' };
  return { name: 'add-invoice', input: { ...entered, file: file ?? missing } };
}
