import { Radio, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useIssue } from '../../bindings/use-issue.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { ownManagerWords, recommendedWords } from '../../words/portals/allocation-words.ts';
import { allocationIn } from '../../../shared/domain/portal/allocation.ts';
import type { ChangeAllocation } from '../../../shared/domain/portal/change-allocation.ts';
import { revisionId } from '../../../shared/domain/revision.ts';
import { allocationChangeWords, readKilometres } from './allocation-change-words.ts';
import { FormFoot } from './form-foot.tsx';
import classes from './portal-settings.module.css';
import { ReviewDialog } from './review-dialog.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { shownAllocation } from './waiting-settings.ts';

/** How tasks are assigned to partners in a portal: read by all who come here, set by the insurer's seniors and the operator. */
export function AllocationPanel({ state }: { readonly state: PortalState }) {
  const { t } = useLingui();
  const outbox = useOffline((offline) => offline.outbox);
  const { part, since } = shownAllocation(state, outbox);
  return (
    <SettingsPanel
      state={state}
      authority="portal.changeAllocation"
      since={since}
      change={t`Change how tasks are assigned`}
      facts={
        <dl className={classes.facts}>
          <div>
            <dt>
              <Trans>Recommended up to</Trans>
            </dt>
            <dd>{recommendedWords(part.recommendedKilometres)}</dd>
          </div>
          <div>
            <dt>
              <Trans>Project management to the handler's own company</Trans>
            </dt>
            <dd>{ownManagerWords(part.managerFromOwnCompany)}</dd>
          </div>
        </dl>
      }
      form={(onClose) => <AllocationForm state={state} onClose={onClose} />}
    />
  );
}

const rules = ['insurer-agrees', 'allowed'] as const;

function AllocationForm({ state, onClose }: { readonly state: PortalState; readonly onClose: () => void }) {
  const { t } = useLingui();
  const issue = useIssue();
  const { portal, standing } = state;
  const now = allocationIn(standing.settings);
  const [base] = useState(now);
  const [typed, setTyped] = useState(base.recommendedKilometres === null ? '' : String(base.recommendedKilometres));
  const [rule, setRule] = useState(base.managerFromOwnCompany);
  const [reviewing, setReviewing] = useState(false);
  const read = readKilometres(typed);
  const input: ChangeAllocation = {
    recommendedKilometres: read.error === null ? read.kilometres : base.recommendedKilometres,
    managerFromOwnCompany: rule,
  };
  const lines = allocationChangeWords(base, input);
  const reason = read.error ?? (lines.length === 0 ? t`Nothing is changed yet.` : null);
  const review = () => setReviewing(reason === null);
  const subject = { kind: 'portal', id: portal } as const;
  const seen = revisionId(base.revision, portal);
  return (
    <SettingsForm onReview={review}>
      <TextInput
        label={t`Recommended up to (km)`}
        description={t`The recommended list ends at this distance from the damage site; the full list has every office. Empty means however far.`}
        className={classes.limit}
        inputMode="numeric"
        value={typed}
        error={read.error}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <Radio.Group
        label={t`Project management to the handler's own company`}
        description={t`Whether somebody of the company that handles a case may give its project management to that company.`}
        value={rule}
        onChange={(value) => setRule(rules.find((each) => each === value) ?? rule)}
      >
        <div className={classes.choices}>
          {rules.map((each) => (
            <Radio key={each} value={each} label={ownManagerWords(each)} />
          ))}
        </div>
      </Radio.Group>
      <FormFoot
        reason={reason}
        overtaken={now.revision?.command !== base.revision?.command}
        onCancel={onClose}
        onSave={review}
      />
      {reviewing && (
        <ReviewDialog
          standing={standing}
          lines={lines}
          reach={<Trans>Whoever assigns tasks to partners. What is assigned already stays where it is.</Trans>}
          takes={rule !== base.managerFromOwnCompany && rule === 'insurer-agrees'}
          deed={t`Save how tasks are assigned`}
          onSave={() => issue({ portal, name: 'change-allocation', subject, input, seen })}
          onDone={onClose}
          onClose={() => setReviewing(false)}
        />
      )}
    </SettingsForm>
  );
}
