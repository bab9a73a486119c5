import { Trans, useLingui } from '@lingui/react/macro';
import type { ServerChoice } from '../../../shared/contract/desk-api.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { policyTroubleWords } from '../../words/server-trouble-words.ts';

/** An organisation placed a policy that cannot be followed: said, or its IT department would never hear of it. */
export function PolicyNote({ choice: { policyTrouble } }: { choice: ServerChoice }) {
  const { t } = useLingui();
  if (!policyTrouble) return null;
  return (
    <ErrorState title={t`The policy of your organisation is not followed`}>
      {policyTroubleWords(policyTrouble)} <Trans>Your IT department can mend that; tell it what stands here.</Trans>
    </ErrorState>
  );
}
