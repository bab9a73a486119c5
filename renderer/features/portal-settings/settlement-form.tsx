import { TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useIssue } from '../../bindings/use-issue.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { revisionId } from '../../../shared/domain/revision.ts';
import { settlementRulesIn } from '../../../shared/domain/settlement/settlement-rules.ts';
import { CashFields } from './cash-fields.tsx';
import { FormFoot } from './form-foot.tsx';
import { OwnWorkFields } from './own-work-fields.tsx';
import classes from './portal-settings.module.css';
import { ReviewDialog } from './review-dialog.tsx';
import { SettingsForm } from './settings-form.tsx';
import { settlementChangeWords } from './settlement-change-words.ts';
import { readNeeded, readRules, typedRules, type TypedRules } from './typed-rules.ts';

interface SettlementFormProps {
  readonly state: PortalState;
  readonly onClose: () => void;
}

/** Changes how a portal settles, based on what was set when the form was opened. */
export function SettlementForm({ state, onClose }: SettlementFormProps) {
  const { t } = useLingui();
  const issue = useIssue();
  const { portal, standing } = state;
  const { currency } = standing.settings;
  const now = settlementRulesIn(standing.settings);
  const [base] = useState(now);
  const [typed, setTyped] = useState(() => typedRules(base, currency));
  const [reviewing, setReviewing] = useState(false);
  const input = readRules(typed, currency);
  const lines = input ? settlementChangeWords(base, input, currency) : [];
  const nothing = lines.length === 0 ? t`Nothing is changed yet.` : null;
  const reason = input ? nothing : t`Something above cannot be read yet: it is said at its field.`;
  const review = () => setReviewing(reason === null);
  const change = (part: Partial<TypedRules>) => setTyped((was) => ({ ...was, ...part }));
  const fields = { typed, currency, onChange: change };
  const subject = { kind: 'portal', id: portal } as const;
  return (
    <SettingsForm onReview={review}>
      <CashFields {...fields} />
      <OwnWorkFields {...fields} portal={portal} />
      <TextInput
        label={t`VAT (%)`}
        description={t`What is paid beside a cash offer once a receipt shows it; never with the customer's own work.`}
        className={classes.limit}
        inputMode="decimal"
        value={typed.vatPercent}
        error={readNeeded(typed.vatPercent).error}
        onChange={(event) => change({ vatPercent: event.currentTarget.value })}
      />
      <FormFoot
        reason={reason}
        overtaken={now.revision?.command !== base.revision?.command}
        onCancel={onClose}
        onSave={review}
      />
      {reviewing && input && (
        <ReviewDialog
          standing={standing}
          lines={lines}
          reach={
            <p className={classes.note}>
              <Trans>Whoever settles with a customer from now on. What is settled already keeps its rules.</Trans>
            </p>
          }
          takes={false}
          deed={t`Save how it is settled`}
          onSave={() =>
            issue({
              portal,
              name: 'change-settlement-rules',
              subject,
              input,
              seen: revisionId(base.revision, portal),
            })
          }
          onDone={onClose}
          onClose={() => setReviewing(false)}
        />
      )}
    </SettingsForm>
  );
}
