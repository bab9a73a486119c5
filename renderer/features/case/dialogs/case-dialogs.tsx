import { Trans, useLingui } from '@lingui/react/macro';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { taskTypeName } from '../../../words/task-words.ts';
import { BudgetDecision } from '../budgets/budget-decision.tsx';
import { BudgetForm } from '../budgets/budget-form.tsx';
import { useCaseView, type CaseDialog } from '../case-view.ts';
import { OfficeDialog } from '../role/office-dialog.tsx';
import { UserDialog } from '../role/user-dialog.tsx';
import { MembersDialog } from '../tasks/members-dialog.tsx';
import { TaskApproval } from '../tasks/task-approval.tsx';
import { TimeDialog } from '../tasks/time-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

/** The dialog that is open, if any. */
export function CaseDialogs({ dialog, onClose }: { dialog: CaseDialog | null; onClose: () => void }) {
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'give-role':
      return <OfficeDialog onClose={onClose} />;
    case 'assign-user':
      return <UserDialog onClose={onClose} />;
    case 'remove-role':
      return <RemoveRole onClose={onClose} />;
    case 'decline-role':
      return <DeclineRole onClose={onClose} />;
    case 'assign-members':
      return <MembersDialog key={dialog.task} task={dialog.task} onClose={onClose} />;
    case 'set-time':
      return <TimeDialog key={dialog.task} task={dialog.task} onClose={onClose} />;
    case 'approve-task':
      return <TaskApproval key={dialog.task} task={dialog.task} onClose={onClose} />;
    case 'send-back':
      return <SendBack key={dialog.task} task={dialog.task} onClose={onClose} />;
    case 'submit-budget':
      return <BudgetForm key={dialog.revises} revises={dialog.revises} task={dialog.task} onClose={onClose} />;
    case 'decide-budget':
      return <BudgetDecision key={dialog.budget} budget={dialog.budget} onClose={onClose} />;
  }
}

interface Closing {
  readonly onClose: () => void;
}

function RemoveRole({ onClose }: Closing) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const { role } = open.content.case;
  return (
    <ReasonDialog
      title={
        role ? <Trans>Remove the External case handler role</Trans> : <Trans>Do without an External case handler</Trans>
      }
      primary={role ? <Trans>Remove role</Trans> : <Trans>Do without</Trans>}
      destructive
      consequence={<Removal role={role} />}
      label={t`Reason`}
      draft="remove-role"
      command={(reason) => ({ name: 'remove-role', input: { reason } })}
      onClose={onClose}
    />
  );
}

function Removal({ role }: { role: Case['role'] }) {
  if (!role) return <Trans>The case stays with you. Your reason stands in its log.</Trans>;
  const office = role.officeName;
  const user = role.user?.name;
  return user ? (
    <Trans>
      {user} at {office} no longer sees the case through the role, and is told so with your reason.
    </Trans>
  ) : (
    <Trans>{office} no longer sees the case through the role, and is told so with your reason.</Trans>
  );
}

function DeclineRole({ onClose }: Closing) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const insurer = open.standing.portalName;
  return (
    <ReasonDialog
      title={<Trans>Decline the External case handler role</Trans>}
      primary={<Trans>Decline role</Trans>}
      destructive
      consequence={
        <Trans>The role goes back to {insurer}, who reads your reason and gives it to another office.</Trans>
      }
      label={t`Reason`}
      placeholder={t`For example: no free capacity before December`}
      draft="decline-role"
      command={(reason) => ({ name: 'decline-role', input: { reason } })}
      onClose={onClose}
    />
  );
}

function SendBack({ task: id, onClose }: Closing & { readonly task: string }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const task = open.content.case.tasks.find((each) => each.id === id);
  const name = task ? taskTypeName(task.type, open.standing.settings) : '';
  return (
    <ReasonDialog
      title={<Trans>Send {name} back</Trans>}
      primary={<Trans>Send back</Trans>}
      consequence={<Trans>The task goes back to “3 Started”, and the office reads what has to be corrected.</Trans>}
      label={t`What has to be corrected`}
      draft={`send-back/${id}`}
      command={(reason) => ({ name: 'send-back-task', input: { task: id, reason } })}
      onClose={onClose}
    />
  );
}
