import { Trans } from '@lingui/react/macro';
import {
  IconArrowBackUp,
  IconBuildingCommunity,
  IconCheck,
  IconChecks,
  IconClockHour4,
  IconInbox,
  IconMailQuestion,
  IconMailX,
  IconMessageReply,
  IconPlayerPlay,
  IconPlayerTrackPrev,
  IconUserPlus,
} from '@tabler/icons-react';
import type { Task } from '../../../shared/domain/task/task.ts';
import { ActionButton, useCaseView, type TaskAction } from '../case/frame.ts';

/** What can be done with a task in its status (domain.md §3.3), beside its budget; not allowed is shown with its reason. */
export const taskActions: readonly TaskAction[] = [
  { name: 'allocate-task', at: { C: 'first', '0': 'beside', '0+': 'beside', '1': 'beside' }, Button: Partner },
  { name: 'confirm-received', at: { '0': 'first' }, Button: Confirm },
  { name: 'start-task', at: { 'B++': 'first' }, Button: Start },
  { name: 'undo-start', at: { '3': 'beside' }, Button: UndoStart },
  { name: 'complete-task', at: { '3': 'first' }, Button: Complete },
  { name: 'approve-task', at: { '4': 'first' }, Button: Approve },
  { name: 'send-back-task', at: { '4': 'beside' }, Button: SendBack },
  { name: 'set-time', at: { '1': 'first', '2': 'beside', 'B++': 'beside' }, Button: Time },
  { name: 'give-information', at: { I: 'first' }, Button: Give },
  { name: 'withdraw-information', at: { I: 'beside' }, Button: Withdraw },
  { name: 'ask-information', at: { '3': 'beside', '4': 'beside' }, Button: Ask },
  { name: 'hand-back-task', at: { '0': 'beside', '0+': 'beside', '1': 'beside' }, Button: HandBack },
  {
    name: 'assign-members',
    at: { '0': 'beside', '0+': 'first', '1': 'beside', '2': 'beside', 'B++': 'beside', '3': 'beside' },
    Button: Members,
  },
];

interface OfTask {
  readonly task: Task;
  readonly primary: boolean;
}

function Partner({ task, primary }: OfTask) {
  return (
    <ActionButton
      primary={primary}
      command={{ name: 'allocate-task', input: { task: task.id, office: '' } }}
      dialog={{ kind: 'assign-partner', tasks: [task.id] }}
      icon={<IconBuildingCommunity size={16} aria-hidden />}
    >
      {task.office === null ? <Trans>Assign partner…</Trans> : <Trans>Change partner…</Trans>}
    </ActionButton>
  );
}

function Confirm({ task, primary }: OfTask) {
  return (
    <ActionButton
      primary={primary}
      command={{ name: 'confirm-received', input: { task: task.id } }}
      icon={<IconInbox size={16} aria-hidden />}
    >
      <Trans>Confirm received</Trans>
    </ActionButton>
  );
}

function Members({ task, primary }: OfTask) {
  return (
    <ActionButton
      primary={primary}
      command={{ name: 'assign-members', input: { task: task.id, members: [] } }}
      dialog={{ kind: 'assign-members', task: task.id }}
      icon={<IconUserPlus size={16} aria-hidden />}
    >
      {task.responsibles.length > 0 ? <Trans>Change members…</Trans> : <Trans>Assign members…</Trans>}
    </ActionButton>
  );
}

function Time({ task, primary }: OfTask) {
  const { now } = useCaseView();
  return (
    <ActionButton
      primary={primary}
      command={{ name: 'set-time', input: { task: task.id, start: now, end: '9999-01-01T00:00:00.000Z' } }}
      dialog={{ kind: 'set-time', task: task.id }}
      icon={<IconClockHour4 size={16} aria-hidden />}
    >
      {task.plannedStart ? <Trans>Change time…</Trans> : <Trans>Set time…</Trans>}
    </ActionButton>
  );
}

function Start({ task, primary }: OfTask) {
  return (
    <ActionButton
      primary={primary}
      command={{ name: 'start-task', input: { task: task.id } }}
      icon={<IconPlayerPlay size={16} aria-hidden />}
    >
      {task.kind === 'inspection' ? <Trans>Start inspection</Trans> : <Trans>Start</Trans>}
    </ActionButton>
  );
}

/** For the insurer, who may, and for who started it, who may want it undone: others have no part in it. */
function UndoStart({ task, primary }: OfTask) {
  const { open } = useCaseView();
  const { side, member } = open.standing;
  if (side !== 'insurer' && task.started?.by.member !== member) return null;
  return (
    <ActionButton
      primary={primary}
      command={{ name: 'undo-start', input: { task: task.id, reason: 'x' } }}
      dialog={{ kind: 'undo-start', task: task.id }}
      icon={<IconPlayerTrackPrev size={16} aria-hidden />}
    >
      <Trans>Undo the start…</Trans>
    </ActionButton>
  );
}

function Complete({ task, primary }: OfTask) {
  return (
    <ActionButton
      primary={primary}
      command={{ name: 'complete-task', input: { task: task.id } }}
      icon={<IconCheck size={16} aria-hidden />}
    >
      <Trans>Complete</Trans>
    </ActionButton>
  );
}

function Approve({ task, primary }: OfTask) {
  // The main inspection is finished by its decision, which is not this screen's.
  if (task.main) return null;
  return (
    <ActionButton
      primary={primary}
      command={{ name: 'approve-task', input: { task: task.id } }}
      dialog={{ kind: 'approve-task', task: task.id }}
      icon={<IconChecks size={16} aria-hidden />}
    >
      <Trans>Approve…</Trans>
    </ActionButton>
  );
}

function SendBack({ task, primary }: OfTask) {
  // The main inspection is finished by its decision, which is not this screen's.
  if (task.main) return null;
  return (
    <ActionButton
      primary={primary}
      command={{ name: 'send-back-task', input: { task: task.id, reason: 'x' } }}
      dialog={{ kind: 'send-back', task: task.id }}
      icon={<IconArrowBackUp size={16} aria-hidden />}
    >
      <Trans>Send back…</Trans>
    </ActionButton>
  );
}

function Ask({ task, primary }: OfTask) {
  return (
    <ActionButton
      primary={primary}
      command={{ name: 'ask-information', input: { task: task.id, owedBy: 'insurer', question: 'x' } }}
      dialog={{ kind: 'ask-information', task: task.id }}
      icon={<IconMailQuestion size={16} aria-hidden />}
    >
      <Trans>Ask for information…</Trans>
    </ActionButton>
  );
}

function Give({ task, primary }: OfTask) {
  return (
    <ActionButton
      primary={primary}
      command={{ name: 'give-information', input: { task: task.id, answer: 'x' } }}
      dialog={{ kind: 'give-information', task: task.id }}
      icon={<IconMessageReply size={16} aria-hidden />}
    >
      <Trans>Give information…</Trans>
    </ActionButton>
  );
}

function Withdraw({ task, primary }: OfTask) {
  return (
    <ActionButton
      primary={primary}
      command={{ name: 'withdraw-information', input: { task: task.id } }}
      dialog={{ kind: 'withdraw-information', task: task.id }}
      icon={<IconMailX size={16} aria-hidden />}
    >
      <Trans>Withdraw the question…</Trans>
    </ActionButton>
  );
}

function HandBack({ task, primary }: OfTask) {
  const { open } = useCaseView();
  return (
    <ActionButton
      primary={primary}
      command={{ name: 'hand-back-task', input: { task: task.id, reason: 'x' } }}
      dialog={{ kind: 'hand-back', task: task.id }}
      icon={<IconArrowBackUp size={16} aria-hidden />}
    >
      {task.company === open.standing.company ? <Trans>Hand back…</Trans> : <Trans>Take back…</Trans>}
    </ActionButton>
  );
}
