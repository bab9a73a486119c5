import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useIssue } from '../../bindings/use-issue.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { revisionId } from '../../../shared/domain/revision.ts';
import { FormFoot } from './form-foot.tsx';
import { HandlerReach } from './reach-lines.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { onlyIn, roleChangeWords } from './role-change-words.ts';
import { RoleFields } from './role-fields.tsx';
import { changedParts, useRoleDraft } from './use-role-draft.ts';
import { SettingsForm } from './settings-form.tsx';

interface RoleFormProps {
  readonly state: PortalState;
  readonly onClose: () => void;
}

/** Changes what is set of the External case handler, based on what was there when the form was opened. */
export function RoleForm({ state, onClose }: RoleFormProps) {
  const { t } = useLingui();
  const issue = useIssue();
  const { portal, standing } = state;
  const { currency, externalCaseHandler: now } = standing.settings;
  const { base, draft, change, limit, setLimit, limitError } = useRoleDraft(now, currency);
  const [reviewing, setReviewing] = useState(false);
  const lines = roleChangeWords(base, draft, currency);
  const reason = limitError ?? (lines.length === 0 ? t`Nothing is changed yet.` : null);
  const taken = draft.enabled ? onlyIn(base.rights, draft.rights) : [];
  const ends = base.enabled && !draft.enabled;
  const lowers = (draft.defaultLimit ?? 0) < (base.defaultLimit ?? 0);
  const review = () => setReviewing(reason === null);
  const save = () => {
    const seen = revisionId(base.revision, portal);
    const subject = { kind: 'portal', id: portal } as const;
    return issue({ portal, name: 'change-rights', subject, input: changedParts(base, draft), seen });
  };
  return (
    <SettingsForm onReview={review}>
      <RoleFields
        standing={standing}
        draft={draft}
        onChange={change}
        limit={limit}
        limitError={limitError}
        onLimit={setLimit}
      />
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
          reach={<HandlerReach portal={portal} limit={draft} taken={taken} ends={ends} />}
          takes={taken.length > 0 || ends || lowers}
          deed={t`Save the External case handler`}
          onSave={save}
          onDone={onClose}
          onClose={() => setReviewing(false)}
        />
      )}
    </SettingsForm>
  );
}
