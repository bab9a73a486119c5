import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useIssue } from '../../bindings/use-issue.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { revisionId } from '../../../shared/domain/revision.ts';
import { FormFoot } from './form-foot.tsx';
import classes from './portal-settings.module.css';
import { TaskRoleReach } from './reach-lines.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { RightsList } from './rights-list.tsx';
import { onlyIn, taskRoleChangeWords } from './role-change-words.ts';
import { SettingsPanel } from './settings-panel.tsx';
import type { TaskRole } from './task-roles.ts';
import { shownTaskRole } from './waiting-settings.ts';
import { SettingsForm } from './settings-form.tsx';

interface TaskRoleProps {
  readonly state: PortalState;
  readonly role: TaskRole;
}

/** What somebody may do in a portal by being responsible for a task: the same rights, a set of its own. */
export function TaskRolePanel({ state, role }: TaskRoleProps) {
  const outbox = useOffline((offline) => offline.outbox);
  const { part, since } = shownTaskRole(role, state, outbox);
  const { change, lead } = role.words();
  return (
    <SettingsPanel
      state={state}
      since={since}
      change={change}
      facts={
        <>
          <p className={classes.note}>{lead}</p>
          <RightsList standing={state.standing} given={part} onChange={null} />
        </>
      }
      form={(onClose) => <TaskRoleForm state={state} role={role} onClose={onClose} />}
    />
  );
}

function TaskRoleForm({ state, role, onClose }: TaskRoleProps & { readonly onClose: () => void }) {
  const { t } = useLingui();
  const issue = useIssue();
  const { portal, standing } = state;
  const { settings } = standing;
  const { lead, legend, deed } = role.words();
  const [base] = useState(settings);
  const had = base[role.set] ?? [];
  const [given, setGiven] = useState(had);
  const [reviewing, setReviewing] = useState(false);
  const lines = taskRoleChangeWords(role, had, given);
  const taken = onlyIn(had, given);
  const reason = lines.length === 0 ? t`Nothing is changed yet.` : null;
  const review = () => setReviewing(reason === null);
  const seen = revisionId(base[role.revision], portal);
  const subject = { kind: 'portal', id: portal } as const;
  return (
    <SettingsForm onReview={review}>
      <p className={classes.note}>{lead}</p>
      <fieldset className={classes.group}>
        <legend>{legend}</legend>
        <RightsList standing={standing} given={given} onChange={setGiven} />
      </fieldset>
      <FormFoot
        reason={reason}
        overtaken={settings[role.revision]?.command !== base[role.revision]?.command}
        onCancel={onClose}
        onSave={review}
      />
      {reviewing && (
        <ReviewDialog
          standing={standing}
          lines={lines}
          reach={<TaskRoleReach role={role} portal={portal} limit={settings.externalCaseHandler} taken={taken} />}
          takes={taken.length > 0}
          deed={deed}
          onSave={() => issue({ portal, name: role.command, subject, input: { rights: given }, seen })}
          onDone={onClose}
          onClose={() => setReviewing(false)}
        />
      )}
    </SettingsForm>
  );
}
