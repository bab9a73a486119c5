import { z } from 'zod';
import {
  compensationResults,
  partKinds,
  resultOf,
  rulings,
  type CompensationResult,
} from '../../../shared/domain/compensation/compensation.ts';
import { decidesByPart } from '../../../shared/domain/compensation/compensation-settings.ts';
import { isOfCase } from '../../../shared/domain/document/document.ts';
import type { DecideCompensation } from '../../../shared/domain/compensation/decide-compensation.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { readAmount } from '../../words/typed-amount.ts';

const part = z.object({
  /** Of the field on the screen only. */
  key: z.string(),
  kind: z.enum(partKinds),
  name: z.string(),
  ruling: z.enum(rulings),
  scope: z.string(),
  deduction: z.string(),
  reason: z.string(),
  amount: z.string(),
});

/** A decision as it is being written: deductions and amounts as typed. */
export const decisionDraftSchema = z.object({
  parts: z.array(part),
  whole: z.enum(compensationResults),
  reason: z.string(),
  customerText: z.string(),
  authority: z.string(),
});

export type DecisionDraft = z.infer<typeof decisionDraftSchema>;
export type DraftPart = DecisionDraft['parts'][number];

/** What a part begins with. */
export function newPart(key: string): DraftPart {
  const typed = { name: '', scope: '', deduction: '', reason: '', amount: '' };
  return { key, kind: 'installation', ruling: 'covered', ...typed };
}

/** What the form begins with. Whoever decides does so on the insurer's authority (domain-2.md §2). */
export function emptyDecision({ standing }: OpenCase): DecisionDraft {
  const parts = decidesByPart(standing.settings) ? [newPart('0')] : [];
  return { parts, whole: 'approved', reason: '', customerText: '', authority: standing.portalName };
}

/** What the draft comes to. */
export function draftResult({ parts, whole }: DecisionDraft): CompensationResult {
  return resultOf(parts) ?? whole;
}

/** A deduction as typed; null where it is no percentage. */
export function readDeduction(typed: string): number | null {
  const text = typed.replaceAll(/[\s%]/g, '');
  if (text === '') return 0;
  const percent = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return percent <= 100 ? percent : null;
}

/** An amount as typed, in minor units; null where none is. */
export function amountOf({ ruling, amount }: DraftPart, currency: string): number | null {
  if (ruling === 'not-covered' || amount.trim() === '') return null;
  const read = readAmount(amount, currency);
  return read.kind === 'read' ? read.amount : null;
}

/** The command; amounts only of who sees the cover. */
export function decisionInput(
  draft: DecisionDraft,
  { content, standing }: OpenCase,
  task: Task | undefined,
  early: boolean,
) {
  const { documents, cover, hidden } = content.case;
  const { currency } = standing.settings;
  const parts = draft.parts.map((each) => {
    const { kind, name, ruling, scope, reason } = each;
    return {
      kind,
      name: kind === 'other' ? name.trim() : '',
      ruling,
      scope: ruling === 'not-covered' ? '' : scope.trim(),
      deduction: ruling === 'not-covered' ? 0 : (readDeduction(each.deduction) ?? 0),
      reason: reason.trim(),
      amount: hidden.includes('cover') ? null : amountOf(each, currency),
    };
  });
  return {
    task: task?.id ?? 'none',
    early,
    result: draftResult(draft),
    parts,
    currency: parts.some(({ amount }) => amount !== null) ? currency : null,
    reason: draft.reason.trim(),
    customerText: draft.customerText.trim(),
    authority: draft.authority.trim(),
    seen: { documents: documents.filter(isOfCase).map(({ id }) => id), cover },
  } satisfies DecideCompensation;
}
