import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useIssue } from '../../bindings/use-issue.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { useDecidingKeys } from '../../ui/use-deciding-keys.ts';
import { revisionId } from '../../../shared/domain/revision.ts';
import { FormFoot } from './form-foot.tsx';
import classes from './portal-settings.module.css';
import { ManagerReach } from './reach-lines.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { RightsList } from './rights-list.tsx';
import { managerChangeWords, onlyIn } from './role-change-words.ts';
import { SettingsPanel } from './settings-panel.tsx';
import { shownManagerRights } from './waiting-settings.ts';

interface ManagerProps {
  readonly state: PortalState;
}

/** What the project manager of a case may do in a portal: the same rights, a set of its own. */
export function ManagerPanel({ state }: ManagerProps) {
  const { t } = useLingui();
  const outbox = useOffline((offline) => offline.outbox);
  const { part, since } = shownManagerRights(state, outbox);
  return (
    <SettingsPanel
      state={state}
      since={since}
      change={t`Change the project manager…`}
      facts={
        <>
          <Lead />
          <RightsList standing={state.standing} given={part} onChange={null} />
        </>
      }
      form={(onClose) => <ManagerForm state={state} onClose={onClose} />}
    />
  );
}

function Lead() {
  return (
    <p className={classes.note}>
      <Trans>
        Whoever is responsible for the project management of a case sets its schedule, and may do what is given here as
        well. The limit and the rule about one’s own company hold for project managers too.
      </Trans>
    </p>
  );
}

function ManagerForm({ state, onClose }: ManagerProps & { readonly onClose: () => void }) {
  const { t } = useLingui();
  const issue = useIssue();
  const { portal, standing } = state;
  const { settings } = standing;
  const [base] = useState(settings);
  const [given, setGiven] = useState(base.projectManagerRights);
  const [reviewing, setReviewing] = useState(false);
  const onKeyDown = useDecidingKeys();
  const lines = managerChangeWords(base.projectManagerRights, given);
  const taken = onlyIn(base.projectManagerRights, given);
  const reason = lines.length === 0 ? t`Nothing is changed yet.` : null;
  const review = () => setReviewing(reason === null);
  const seen = revisionId(base.projectManagerRevision, portal);
  const subject = { kind: 'portal', id: portal } as const;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter anywhere in the form goes on
    <form
      className={classes.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        review();
      }}
    >
      <Lead />
      <fieldset className={classes.group}>
        <legend>
          <Trans>Rights of the project manager</Trans>
        </legend>
        <RightsList standing={standing} given={given} onChange={setGiven} />
      </fieldset>
      <FormFoot
        reason={reason}
        overtaken={settings.projectManagerRevision?.command !== base.projectManagerRevision?.command}
        onCancel={onClose}
        onSave={review}
      />
      {reviewing && (
        <ReviewDialog
          standing={standing}
          lines={lines}
          reach={<ManagerReach portal={portal} limit={settings.externalCaseHandler} taken={taken} />}
          takes={taken.length > 0}
          deed={t`Save the project manager`}
          onSave={() => issue({ portal, name: 'change-manager-rights', subject, input: { rights: given }, seen })}
          onDone={onClose}
          onClose={() => setReviewing(false)}
        />
      )}
    </form>
  );
}
