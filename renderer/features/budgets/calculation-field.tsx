import { useLingui } from '@lingui/react/macro';
import { OneFileField, type Draft } from '../case/frame.ts';
import type { BudgetDraft } from './budget-draft.ts';

/** The calculation of a budget. */
export function CalculationField({ draft }: { readonly draft: Draft<BudgetDraft> }) {
  const { t } = useLingui();
  return (
    <OneFileField
      label={t`Calculation`}
      description={t`What the amount is made of; whoever decides looks at it.`}
      required
      onlyOne={t`A budget has one calculation.`}
      value={draft.value.file}
      onChange={(file) => draft.change({ file })}
      onKept={draft.keep}
    />
  );
}
