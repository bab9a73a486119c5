import { Radio } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useIssue } from '../../bindings/use-issue.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { revisionId } from '../../../shared/domain/revision.ts';
import { FormFoot } from './form-foot.tsx';
import classes from './portal-settings.module.css';
import { ReviewDialog } from './review-dialog.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { shownWorkPlans } from './waiting-settings.ts';
import { kindWords, workPlansChangeWords } from './work-plans-change-words.ts';

/** Whether a portal uses work plans or simple budgets: read by all who come here, set by the operator. */
export function WorkPlansPanel({ state }: { readonly state: PortalState }) {
  const { t } = useLingui();
  const outbox = useOffline((offline) => offline.outbox);
  const { part, since } = shownWorkPlans(state, outbox);
  return (
    <SettingsPanel
      state={state}
      authority="portal.changeWorkPlans"
      since={since}
      change={t`Change how costs are calculated…`}
      facts={
        <dl className={classes.facts}>
          <div>
            <dt>
              <Trans>Costs are calculated in</Trans>
            </dt>
            <dd>{kindWords(part)}</dd>
          </div>
        </dl>
      }
      form={(onClose) => <WorkPlansForm state={state} onClose={onClose} />}
    />
  );
}

function WorkPlansForm({ state, onClose }: { readonly state: PortalState; readonly onClose: () => void }) {
  const { t } = useLingui();
  const issue = useIssue();
  const { portal, standing } = state;
  const { workPlans: now, workPlansRevision } = standing.settings;
  const [base] = useState({ workPlans: now, revision: workPlansRevision });
  const [workPlans, setWorkPlans] = useState(now);
  const [reviewing, setReviewing] = useState(false);
  const reason = workPlans === base.workPlans ? t`Nothing is changed yet.` : null;
  const review = () => setReviewing(reason === null);
  const subject = { kind: 'portal', id: portal } as const;
  const seen = revisionId(base.revision, portal);
  return (
    <SettingsForm onReview={review}>
      <Radio.Group
        label={t`Costs are calculated in`}
        value={workPlans ? 'plans' : 'budgets'}
        onChange={(value) => setWorkPlans(value === 'plans')}
      >
        <div className={classes.choices}>
          <Radio value="budgets" label={kindWords(false)} data-autofocus />
          <Radio value="plans" label={kindWords(true)} />
        </div>
      </Radio.Group>
      <FormFoot
        reason={reason}
        overtaken={workPlansRevision?.command !== base.revision?.command}
        onCancel={onClose}
        onSave={review}
      />
      {reviewing && (
        <ReviewDialog
          standing={standing}
          lines={workPlansChangeWords(workPlans)}
          reach={<Reach workPlans={workPlans} />}
          takes
          deed={workPlans ? t`Use work plans` : t`Use simple budgets`}
          onSave={() => issue({ portal, name: 'change-work-plans', subject, input: { workPlans }, seen })}
          onDone={onClose}
          onClose={() => setReviewing(false)}
        />
      )}
    </SettingsForm>
  );
}

function Reach({ workPlans }: { readonly workPlans: boolean }) {
  return (
    <p className={classes.note}>
      {workPlans ? (
        <Trans>
          Whoever enters, decides or settles costs in an open case. Simple budgets that were sent are decided as before,
          drafts stay on their computers; a new simple budget is refused.
        </Trans>
      ) : (
        <Trans>
          Whoever enters, decides or settles costs in an open case. Work items that were sent are decided as before,
          drafts of work plans stay; nothing new can be added to them.
        </Trans>
      )}
    </p>
  );
}
