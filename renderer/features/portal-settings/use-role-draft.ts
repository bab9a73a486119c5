import { useState } from 'react';
import { amountText } from '../../words/figures.ts';
import { readSum } from '../../words/typed-sum.ts';
import type { ExternalCaseHandlerSettings } from '../../../shared/domain/portal/portal-settings.ts';
import type { ChangeRights } from '../../../shared/domain/portal/change-rights.ts';

/** What is entered of the role, begun with what is set when the form opens. An amount that cannot be read changes nothing. */
export function useRoleDraft(set: ExternalCaseHandlerSettings, currency: string) {
  const [base] = useState(set);
  const [entered, setEntered] = useState(base);
  const { defaultLimit: amount } = base;
  const [limit, setLimit] = useState(amount === null ? '' : amountText({ amount, currency }));
  const read = readSum(limit, currency);
  return {
    base,
    draft: { ...entered, defaultLimit: read.error === null ? read.amount : base.defaultLimit },
    change: (part: Partial<ExternalCaseHandlerSettings>) => setEntered((now) => ({ ...now, ...part })),
    limit,
    setLimit,
    limitError: read.error,
  };
}

/** The parts that differ: what somebody else changes meanwhile in another part is told by the revision, not overwritten unseen. */
export function changedParts(base: ExternalCaseHandlerSettings, draft: ExternalCaseHandlerSettings): ChangeRights {
  const differs = (key: keyof ChangeRights): boolean => JSON.stringify(base[key]) !== JSON.stringify(draft[key]);
  return {
    ...(differs('enabled') ? { enabled: draft.enabled } : {}),
    ...(differs('rights') ? { rights: draft.rights } : {}),
    ...(differs('defaultLimit') ? { defaultLimit: draft.defaultLimit } : {}),
    ...(differs('limitBasis') ? { limitBasis: draft.limitBasis } : {}),
    ...(differs('ownCompany') ? { ownCompany: draft.ownCompany } : {}),
    ...((base.sampleWithinLimit ?? 0) === (draft.sampleWithinLimit ?? 0)
      ? {}
      : { sampleWithinLimit: draft.sampleWithinLimit ?? 0 }),
  };
}
