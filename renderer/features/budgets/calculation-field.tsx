import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { FileField } from '../../ui/file-field.tsx';
import type { GivenFile } from '../../ui/given-file.ts';
import { type Draft, type KeptFile, useKeepFile } from '../case/frame.ts';
import type { BudgetDraft } from './budget-draft.ts';

/** The calculation of a budget: one file, kept by the desk as soon as it is chosen. */
export function CalculationField({ draft }: { readonly draft: Draft<BudgetDraft> }) {
  const { t } = useLingui();
  const keepFile = useKeepFile();
  const [error, setError] = useState<string | null>(null);
  const choose = async (given: readonly GivenFile[]) => {
    const troubles: string[] = [];
    let taken = false;
    for (const each of given) {
      const kept: KeptFile = taken ? { ok: false, why: t`A budget has one calculation.` } : await keepFile(each);
      if (kept.ok) draft.change({ file: kept.file });
      else troubles.push(`${each.name}: ${kept.why}`);
      taken ||= kept.ok;
    }
    setError(troubles.join(' ') || null);
    draft.keep();
  };
  const remove = () => {
    setError(null);
    draft.change({ file: null });
  };
  return (
    <FileField
      label={t`Calculation`}
      description={t`What the amount is made of; whoever decides looks at it.`}
      required
      error={error}
      value={draft.value.file}
      onGiven={(given) => void choose(given)}
      onRemove={remove}
    />
  );
}
