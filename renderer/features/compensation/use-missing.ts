import { useLingui } from '@lingui/react/macro';
import { decidesByPart } from '../../../shared/domain/compensation/compensation-settings.ts';
import { partName } from '../../words/compensation/compensation-words.ts';
import { readAmount } from '../../words/typed-amount.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import { useCaseView } from '../case/frame.ts';
import { readDeduction, type DecisionDraft } from './decision-draft.ts';

/** What is still to be entered before it can be decided; null where nothing is. */
export function useMissing(draft: DecisionDraft, confirmed: boolean): string | null {
  const { t } = useLingui();
  const { settings } = useCaseView().open.standing;
  const { parts, reason, customerText, authority } = draft;
  if (decidesByPart(settings) && parts.length === 0)
    return t`Add at least one part: the result follows from the parts.`;
  for (const part of parts) {
    const name = partName({ kind: part.kind, name: part.name.trim() });
    if (part.kind === 'other' && part.name.trim() === '') return t`Say in a word what the other part is.`;
    if (readDeduction(part.deduction) === null) return t`${name}: a deduction is a whole number from 0 to 100.`;
    const typed = part.ruling !== 'not-covered' && part.amount.trim() !== '';
    if (typed && readAmount(part.amount, settings.currency).kind !== 'read')
      return t`${name}: the amount cannot be read.`;
    if (part.ruling === 'partly' && part.scope.trim() === '') return t`${name}: say as far as what it is covered.`;
    if (part.ruling !== 'covered' && part.reason.trim() === '')
      return t`${name}: write the reason; the letter gives it.`;
    const unkept = [part.name, part.scope, part.reason].map(unkeptTextWords).find((words) => words !== null);
    if (unkept) return unkept;
  }
  if (parts.length === 0 && reason.trim() === '') return t`Write the reasons first; the letter gives them.`;
  if (authority.trim() === '') return t`Say on whose authority it is decided.`;
  const unkept = unkeptTextWords(reason) ?? unkeptTextWords(customerText) ?? unkeptTextWords(authority);
  return unkept ?? (confirmed ? null : t`Tick the last line first: a decision on compensation binds.`);
}
