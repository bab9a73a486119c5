import {
  approveBudget,
  forwardBudget,
  rejectBudget,
  type ApproveBudget,
  type ForwardBudget,
  type RejectBudget,
} from './budget/decide-budget.ts';
import { submitBudget, type SubmitBudget } from './budget/submit-budget.ts';
import type { Case } from './case/case.ts';
import type { PartName } from './case/parts/part.ts';
import { writeChat, type WriteChat } from './chat/write-chat.ts';
import { dated, momentsOfNamed, momentsOfRole, type Named } from './dated.ts';
import type { CaseQuestion, Decision } from './decision.ts';
import { addDocument, type AddDocument } from './document/add-document.ts';
import {
  assignRoleUser,
  declineRole,
  giveRoleToOffice,
  removeRole,
  type AssignRoleUser,
  type DeclineRole,
  type GiveRoleToOffice,
  type RemoveRole,
} from './external-case-handler/change-role.ts';
import {
  inviteAgain,
  inviteMember,
  type InviteAgain,
  type InviteMember,
  type InviteQuestion,
} from './member/invite-member.ts';
import {
  changeMember,
  markMember,
  markRead,
  type ChangeMember,
  type MarkMember,
  type MarkRead,
  type MemberQuestion,
  type Membership,
} from './member/membership.ts';
import { changeOffice, type ChangeOffice, type OfficeQuestion, type OfficeTerms } from './office/change-office.ts';
import { changeCalendar, type ChangeCalendar } from './portal/change-calendar.ts';
import { changeManagerRights, type ChangeManagerRights } from './portal/change-project-rights.ts';
import { changeRights, type ChangeRights, type PortalQuestion } from './portal/change-rights.ts';
import type { PortalSettings } from './portal/portal-settings.ts';
import { rights, type Authority, type Right } from './rights/rights.ts';
import { approveTask, sendBackTask, type ApproveTask, type SendBackTask } from './task/approve-task.ts';
import { assignMembers, type AssignMembers } from './task/assign-members.ts';
import { completeTask, type CompleteTask } from './task/complete-task.ts';
import { confirmReceived, type ConfirmReceived } from './task/confirm-received.ts';
import { setTime, type SetTime } from './task/set-time.ts';
import { startTask, type StartTask } from './task/start-task.ts';

/** What each command takes: the closed map from its name to its input. */
export interface CommandInputs {
  'confirm-received': ConfirmReceived;
  'assign-members': AssignMembers;
  'set-time': SetTime;
  'start-task': StartTask;
  'complete-task': CompleteTask;
  'approve-task': ApproveTask;
  'send-back-task': SendBackTask;
  'submit-budget': SubmitBudget;
  'approve-budget': ApproveBudget;
  'reject-budget': RejectBudget;
  'forward-budget': ForwardBudget;
  'give-role-to-office': GiveRoleToOffice;
  'remove-role': RemoveRole;
  'decline-role': DeclineRole;
  'assign-role-user': AssignRoleUser;
  'write-chat': WriteChat;
  'add-document': AddDocument;
  'mark-member': MarkMember;
  'change-member': ChangeMember;
  'invite-member': InviteMember;
  'invite-again': InviteAgain;
  'mark-read': MarkRead;
  'change-office': ChangeOffice;
  'change-rights': ChangeRights;
  'change-manager-rights': ChangeManagerRights;
  'change-calendar': ChangeCalendar;
}

/** A command's name. */
export type CommandName = keyof CommandInputs;

/** A page of the command book. `independent`: waits for no earlier command on its subject (sync.md 10). */
interface Page<Kind extends string, Question, Input, Aggregate> {
  readonly subject: Kind;
  readonly authority: Authority | 'self';
  readonly independent: boolean;
  /** Binds money or people, or overwrites: carries the revision that was seen (sync.md 11). */
  readonly binding: boolean;
  /** Rights beside the authority that open it or add to what it does. */
  readonly rights?: readonly Right[];
  readonly decide: (question: Question, input: Input) => Decision<Aggregate>;
}

/** A page about a case says which of its parts the decision is taken on, and which it may leave changed. */
interface CasePage<Input> extends Page<'case', CaseQuestion, Input, Case> {
  /** Without these nothing is decided; what a command only adds to is not among them. */
  readonly reads: readonly PartName[];
  /** Tails that it may append to are among them. */
  readonly changes: readonly PartName[];
}

type AnyPage<Input> =
  | CasePage<Input>
  | Page<'member', MemberQuestion, Input, Membership>
  | Page<'member', InviteQuestion, Input, Membership>
  | Page<'office', OfficeQuestion, Input, OfficeTerms>
  | Page<'portal', PortalQuestion, Input, PortalSettings>;

const plain = { independent: false, binding: false } as const;
const binding = { independent: false, binding: true } as const;

/** A step of a task. */
const onTask = { reads: ['head', 'tasks'], changes: ['tasks', 'log'] } as const;
/** A step that takes along why the task came back. */
const onReturned = {
  reads: ['head', 'tasks', 'task-returns', 'role'],
  changes: ['tasks', 'task-returns', 'log'],
} as const;
const onBudget = {
  reads: ['head', 'tasks', 'role', 'budgets'],
  changes: ['tasks', 'budgets', 'budget-forwards', 'log'],
} as const;
const onRole = { reads: ['head', 'role', 'role-past'], changes: ['role', 'role-past', 'log'] } as const;
/** Who works in the case adds something to it. */
const added = { reads: ['head', 'tasks', 'role'] } as const;

/** Every command: what it is about, what it needs, how it is decided. A new action is one line here (design.md §3). */
export const commandBook = {
  'confirm-received': { subject: 'case', authority: 'task.confirm', ...plain, ...onTask, decide: confirmReceived },
  'assign-members': { subject: 'case', authority: 'task.assignMembers', ...binding, ...onTask, decide: assignMembers },
  'set-time': { subject: 'case', authority: 'task.schedule', ...binding, ...onTask, decide: setTime },
  'start-task': {
    subject: 'case',
    authority: 'task.start',
    ...plain,
    rights: ['inspection.start'],
    reads: ['head', 'tasks', 'role', 'decision'],
    changes: ['tasks', 'log'],
    decide: startTask,
  },
  'complete-task': { subject: 'case', authority: 'task.complete', ...plain, ...onReturned, decide: completeTask },
  'approve-task': {
    subject: 'case',
    authority: 'tasks.approve',
    ...binding,
    ...onReturned,
    reads: [...onReturned.reads, 'budgets'],
    decide: approveTask,
  },
  'send-back-task': { subject: 'case', authority: 'tasks.approve', ...binding, ...onReturned, decide: sendBackTask },
  'submit-budget': {
    subject: 'case',
    authority: 'budget.submit',
    ...binding,
    rights: ['budget.onBehalf'],
    ...onBudget,
    changes: [...onBudget.changes, 'budget-files'],
    decide: submitBudget,
  },
  'approve-budget': {
    subject: 'case',
    authority: 'budget.approve',
    ...binding,
    ...onBudget,
    reads: [...onBudget.reads, 'decision'],
    decide: approveBudget,
  },
  'reject-budget': { subject: 'case', authority: 'budget.approve', ...binding, ...onBudget, decide: rejectBudget },
  'forward-budget': {
    subject: 'case',
    authority: 'budget.approve',
    ...binding,
    reads: onBudget.reads,
    changes: ['budgets', 'budget-forwards', 'log'],
    decide: forwardBudget,
  },
  'give-role-to-office': {
    subject: 'case',
    authority: 'role.assignOffice',
    ...binding,
    ...onRole,
    decide: giveRoleToOffice,
  },
  'remove-role': { subject: 'case', authority: 'role.assignOffice', ...binding, ...onRole, decide: removeRole },
  'decline-role': { subject: 'case', authority: 'role.decline', ...binding, ...onRole, decide: declineRole },
  'assign-role-user': {
    subject: 'case',
    authority: 'role.assignUser',
    ...binding,
    reads: onRole.reads,
    changes: ['role', 'log'],
    decide: assignRoleUser,
  },
  'write-chat': {
    subject: 'case',
    authority: 'chat.write',
    independent: true,
    binding: false,
    rights: ['chat.forceMark'],
    ...added,
    changes: ['chat'],
    decide: writeChat,
  },
  'add-document': {
    subject: 'case',
    authority: 'document.add',
    independent: true,
    binding: false,
    ...added,
    changes: ['documents', 'log'],
    decide: addDocument,
  },
  'mark-member': { subject: 'member', authority: 'member.mark', ...binding, decide: markMember },
  'change-member': { subject: 'member', authority: 'member.change', ...binding, decide: changeMember },
  'invite-member': { subject: 'member', authority: 'member.change', ...plain, decide: inviteMember },
  'invite-again': { subject: 'member', authority: 'member.change', ...plain, decide: inviteAgain },
  'mark-read': { subject: 'member', authority: 'self', independent: true, binding: false, decide: markRead },
  'change-office': { subject: 'office', authority: 'office.change', ...binding, decide: changeOffice },
  'change-rights': { subject: 'portal', authority: 'portal.changeRights', ...binding, decide: changeRights },
  'change-manager-rights': {
    subject: 'portal',
    authority: 'portal.changeRights',
    ...binding,
    decide: changeManagerRights,
  },
  'change-calendar': { subject: 'portal', authority: 'portal.changeCalendar', ...binding, decide: changeCalendar },
} as const satisfies { readonly [Name in CommandName]: AnyPage<CommandInputs[Name]> };

/** The rights that a command asks for: something can be done with them. A portal may give the others already. */
export const rightsInUse: readonly Right[] = rights.filter((right) =>
  Object.values(commandBook).some(
    (page) => page.authority === right || ('rights' in page && page.rights.some((each) => each === right)),
  ),
);

/** The names of the commands about one kind of subject. */
export type CommandNameFor<Kind extends 'case' | 'member' | 'office' | 'portal'> = {
  [Name in CommandName]: (typeof commandBook)[Name]['subject'] extends Kind ? Name : never;
}[CommandName];

/** A command's name with its input: correlated, so that a decision can be asked for without knowing which it is. */
export type NamedInput<Names extends CommandName = CommandName> = {
  [Name in Names]: { readonly name: Name; readonly input: CommandInputs[Name] };
}[Names];

/** Any command about a case. */
export type CaseCommand = NamedInput<CommandNameFor<'case'>>;

/** Decides any command about a case, dated no earlier than what it decides on. */
export function decideCase(question: CaseQuestion, command: CaseCommand): Decision<Case> {
  const { decide, authority } = commandBook[command.name];
  const moments = authority.startsWith('role.')
    ? momentsOfRole(question.case)
    : momentsOfNamed(question.case, command.input as Named);
  return (decide as (question: CaseQuestion, input: unknown) => Decision<Case>)(
    dated(question, moments),
    command.input,
  );
}

/** Decides any command about a portal. */
export function decidePortal(
  question: PortalQuestion,
  command: NamedInput<CommandNameFor<'portal'>>,
): Decision<PortalSettings> {
  const decide = commandBook[command.name].decide as (
    question: PortalQuestion,
    input: unknown,
  ) => Decision<PortalSettings>;
  return decide(question, command.input);
}

/** The names of the commands about somebody who is a member already. */
export type MemberCommandName = Exclude<CommandNameFor<'member'>, 'invite-member'>;

/** Decides any command about somebody who is a member already. */
export function decideMember(question: MemberQuestion, command: NamedInput<MemberCommandName>): Decision<Membership> {
  const decide = commandBook[command.name].decide as (question: MemberQuestion, input: unknown) => Decision<Membership>;
  return decide(question, command.input);
}
