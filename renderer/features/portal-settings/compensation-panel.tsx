import { Radio, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useIssue } from '../../bindings/use-issue.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import type { CompensationSettings } from '../../../shared/domain/compensation/compensation-settings.ts';
import { revisionId } from '../../../shared/domain/revision.ts';
import { FormFoot } from './form-foot.tsx';
import classes from './portal-settings.module.css';
import { ReviewDialog } from './review-dialog.tsx';
import { compensationChangeWords } from './role-change-words.ts';
import { SettingsForm } from './settings-form.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { shownCompensation } from './waiting-settings.ts';

type Parts = CompensationSettings['parts'];

/** How a portal decides on compensation: changed by the insurer's seniors and the operator. */
export function CompensationPanel({ state }: { readonly state: PortalState }) {
  const { t } = useLingui();
  const outbox = useOffline((offline) => offline.outbox);
  const { part, since } = shownCompensation(state, outbox);
  return (
    <SettingsPanel
      state={state}
      since={since}
      authority="portal.changeCompensation"
      change={t`Change how it is decided…`}
      facts={
        <p className={classes.note}>
          {part === 'by-part' ? (
            <Trans>Compensation is decided part by part; the result follows from the parts.</Trans>
          ) : (
            <Trans>Compensation is decided as a whole: approved, partly approved or rejected.</Trans>
          )}
        </p>
      }
      form={(onClose) => <CompensationForm state={state} part={part} onClose={onClose} />}
    />
  );
}

interface FormProps {
  readonly state: PortalState;
  readonly part: Parts;
  readonly onClose: () => void;
}

function CompensationForm({ state, part, onClose }: FormProps) {
  const { t } = useLingui();
  const issue = useIssue();
  const { portal, standing } = state;
  const [base] = useState({ part, revision: standing.settings.compensation?.revision });
  const [parts, setParts] = useState(part);
  const [reviewing, setReviewing] = useState(false);
  const reason = parts === base.part ? t`Nothing is changed yet.` : null;
  const review = () => setReviewing(reason === null);
  const subject = { kind: 'portal', id: portal } as const;
  const seen = revisionId(base.revision, portal);
  return (
    <SettingsForm onReview={review}>
      <Radio.Group
        label={t`Compensation is decided`}
        value={parts}
        onChange={(value) => setParts(value === 'whole' ? 'whole' : 'by-part')}
      >
        <Stack gap={8} mt={6}>
          <Radio value="by-part" label={t`Part by part; the result follows from the parts`} />
          <Radio value="whole" label={t`As a whole; parts may be left out`} />
        </Stack>
      </Radio.Group>
      <FormFoot
        reason={reason}
        overtaken={standing.settings.compensation?.revision?.command !== base.revision?.command}
        onCancel={onClose}
        onSave={review}
      />
      {reviewing && (
        <ReviewDialog
          standing={standing}
          lines={[compensationChangeWords(parts)]}
          reach={
            <p className={classes.note}>
              <Trans>Whoever decides on compensation from now on. What is decided stays as it is.</Trans>
            </p>
          }
          takes={false}
          deed={t`Change how compensation is decided`}
          onSave={() => issue({ portal, name: 'change-compensation', subject, input: { parts }, seen })}
          onDone={onClose}
          onClose={() => setReviewing(false)}
        />
      )}
    </SettingsForm>
  );
}
