import { uuidv7 } from 'uuidv7';
import type { CommandDraft, OfflineDesk, OpenCase } from '../../../renderer/offline/offline-desk.ts';
import type { Budget } from '../../../shared/domain/budget/budget.ts';
import type { CommandInputs, CommandName } from '../../../shared/domain/command-book.ts';
import { owingSides } from '../../../shared/domain/task/task.ts';
import { invoicesOf } from '../../../shared/domain/invoice/invoice.ts';
import type { FileRef } from '../../../shared/domain/document/document.ts';
import { roleRevision } from '../../../shared/domain/external-case-handler/role.ts';
import { revisionsOf } from '../../../shared/domain/who-changed.ts';
import { deciding } from '../compensation.ts';
import { anEntry } from '../invoices.ts';
import type { AnyDraft } from './any-draft.ts';
import { planDrafts } from './plan-drafts.ts';
import { settlementDrafts } from './settlement-drafts.ts';

/** Everything that could be tried in an opened case; most of it the rules refuse, as for a real person. */
export function draftsFor(open: OpenCase, file: FileRef, text: string): readonly AnyDraft[] {
  const { content, standing, directory, key } = open;
  const { tasks, budgets } = content.case;
  const around = { portal: key.portal, subject: { kind: 'case', id: key.case } } as const;
  const seenRole = roleRevision(content.case);
  const people = directory.members.filter(({ company }) => company === standing.company);
  return [
    { ...around, name: 'write-chat', input: { text } },
    ...tasks.flatMap((task): readonly AnyDraft[] => [
      ...directory.offices.slice(0, 3).map(({ id }): AnyDraft => ({
        ...around,
        name: 'allocate-task',
        input: { task: task.id, office: id },
        seen: revisionsOf(content.case, { name: 'allocate-task', input: { task: task.id, office: id } }),
      })),
      { ...around, name: 'confirm-received', input: { task: task.id } },
      { ...around, name: 'start-task', input: { task: task.id } },
      {
        ...around,
        name: 'undo-start',
        input: { task: task.id, reason: text },
        seen: task.started?.command ?? task.id,
      },
      { ...around, name: 'complete-task', input: { task: task.id } },
      { ...around, name: 'approve-task', input: { task: task.id }, seen: task.revision },
      { ...around, name: 'decide-compensation', input: deciding(task.id, { early: true }), seen: task.revision },
      ...(['no-role-in-case', 'right-missing'] as const).map((code): AnyDraft => {
        return { ...around, name: 'ask-for', input: { wanted: 'approve-task', task: task.id, code, note: text } };
      }),
      { ...around, name: 'hand-back-task', input: { task: task.id, reason: text }, seen: task.revision },
      { ...around, name: 'remove-task', input: { task: task.id, type: task.type }, seen: task.revision },
      ...owingSides.map((owedBy): AnyDraft => {
        return { ...around, name: 'ask-information', input: { task: task.id, owedBy, question: text } };
      }),
      {
        ...around,
        name: 'give-information',
        input: { task: task.id, answer: text },
        seen: task.inquiry?.asked.command ?? task.id,
      },
      {
        ...around,
        name: 'withdraw-information',
        input: { task: task.id },
        seen: task.inquiry?.asked.command ?? task.id,
      },
      { ...around, name: 'send-back-task', input: { task: task.id, reason: text }, seen: task.revision },
      {
        ...around,
        name: 'set-time',
        input: { task: task.id, start: '2026-12-01T08:00:00.000Z', end: '2026-12-02T08:00:00.000Z' },
        seen: task.timeSet?.command ?? task.id,
      },
      ...people.slice(0, 2).map(({ id }): AnyDraft => {
        const seen = task.membersAssigned?.command ?? task.id;
        return { ...around, name: 'assign-members', input: { task: task.id, members: [id] }, seen };
      }),
      {
        ...around,
        name: 'submit-budget',
        seen: null,
        input: {
          tasks: [task.id],
          description: text,
          money: { amount: 100_000, currency: 'EUR' },
          file,
          comment: '',
          revises: null,
        },
      },
    ]),
    ...standing.settings.taskTypes.slice(0, 2).flatMap(({ code }): readonly AnyDraft[] => {
      const [one, other] = [uuidv7(), uuidv7()].map((id) => ({ id, type: code, extra: tasks.length < 6 }));
      if (!one || !other) return [];
      return [
        { ...around, name: 'add-task', input: one },
        { ...around, name: 'add-tasks', input: { added: [one, other] } },
      ];
    }),
    ...(tasks.length > 0 ? [removeAll(open), allocateAll(open)] : []),
    ...(budgets.length > 0 ? [approveAllBudgets(open)] : []),
    ...planDrafts(open, text),
    ...settlementDrafts(open, text),
    ...budgets.flatMap((budget): readonly AnyDraft[] => {
      const about = { budget: budget.id, version: budget.version };
      const seen = budget.revision;
      return [
        { ...around, name: 'approve-budget', input: { ...about, money: budget.money }, seen },
        { ...around, name: 'reject-budget', input: { ...about, reason: text }, seen },
        { ...around, name: 'forward-budget', input: { ...about, note: text }, seen },
        { ...around, name: 'submit-budget', input: revisedBy(budget, text, file), seen },
        { ...around, name: 'recall-budget', input: { ...about, comment: text }, seen },
        { ...around, name: 'check-approval', input: about, seen },
      ];
    }),
    ...invoiceDrafts(open, file, text),
    ...directory.offices
      .slice(0, 3)
      .map(({ id }): AnyDraft => ({ ...around, name: 'give-role-to-office', input: { office: id }, seen: seenRole })),
    ...people.map(({ id }): AnyDraft => ({
      ...around,
      name: 'assign-role-user',
      input: { member: id },
      seen: seenRole,
    })),
    { ...around, name: 'close-case', input: { reason: '' }, seen: content.case.stateSet?.command ?? key.case },
    { ...around, name: 'reopen-case', input: { reason: text }, seen: content.case.stateSet?.command ?? key.case },
    ...people.slice(0, 2).map(({ id }): AnyDraft => {
      const seen = content.case.handlerSet?.command ?? key.case;
      return { ...around, name: 'change-handler', input: { member: id }, seen };
    }),
    {
      ...around,
      name: 'correct-customer',
      input: { name: text, phone: '', email: '' },
      seen: content.case.customer?.corrections?.at(-1)?.command ?? key.case,
    },
    {
      ...around,
      name: 'reverse-compensation-decision',
      input: { reason: text },
      seen: content.case.decision?.revision ?? content.case.id,
    },
    { ...around, name: 'decline-role', input: { reason: text }, seen: seenRole },
    { ...around, name: 'remove-role', input: { reason: text }, seen: seenRole },
    { ...around, name: 'add-document', input: { file } },
    {
      portal: key.portal,
      subject: { kind: 'portal', id: key.portal },
      name: 'change-work-plans',
      input: { workPlans: !standing.settings.workPlans },
      seen: standing.settings.workPlansRevision?.command ?? key.portal,
    },
    {
      portal: key.portal,
      subject: { kind: 'member', id: standing.member },
      name: 'mark-read',
      input: { case: key.case, messages: content.chat.length },
    },
  ];
}

/** Issues a draft; name and input were correlated where it was made. */
export function issueAny(desk: OfflineDesk, draft: AnyDraft) {
  return desk.issue(draft as CommandDraft<CommandName>);
}

/** All tasks of a case at once, though only some can be approved: the others are refused each by itself. */
export function approveAll({ key, content }: OpenCase): CommandDraft<'approve-tasks'> {
  const command = { name: 'approve-tasks', input: { tasks: content.case.tasks.map(({ id }) => id) } } as const;
  const subject = { kind: 'case', id: key.case } as const;
  return { ...command, portal: key.portal, subject, seen: revisionsOf(content.case, command) };
}

/** A new version of a budget, with its reason. */
function revisedBy({ id, tasks, money }: Budget, text: string, file: FileRef): CommandInputs['submit-budget'] {
  return { tasks, description: text, money, file, comment: '', revises: id, reason: text };
}

/** All budgets of a case at once, also those that are decided. */
function approveAllBudgets({ key, content }: OpenCase): CommandDraft<'approve-budgets'> {
  const budgets = content.case.budgets.map(({ id, version, money }) => ({ budget: id, version, money }));
  const command = { name: 'approve-budgets', input: { budgets } } as const;
  const subject = { kind: 'case', id: key.case } as const;
  return { ...command, portal: key.portal, subject, seen: revisionsOf(content.case, command) };
}

/** All tasks of a case to the first office, which all of them or none go to. */
function allocateAll({ key, content, directory }: OpenCase): CommandDraft<'allocate-tasks'> {
  const tasks = content.case.tasks.map(({ id }) => id);
  const command = { name: 'allocate-tasks', input: { tasks, office: directory.offices[0]?.id ?? '' } } as const;
  const subject = { kind: 'case', id: key.case } as const;
  return { ...command, portal: key.portal, subject, seen: revisionsOf(content.case, command) };
}

/** All tasks of a case out of it, though most of them are held by something. */
function removeAll({ key, content }: OpenCase): CommandDraft<'remove-tasks'> {
  const removed = content.case.tasks.map(({ id, type }) => ({ task: id, type }));
  const command = { name: 'remove-tasks', input: { removed } } as const;
  const subject = { kind: 'case', id: key.case } as const;
  return { ...command, portal: key.portal, subject, seen: revisionsOf(content.case, command) };
}

/** One number for each task, wherever it is: what two cases have in common is refused the second. */
function invoiceDrafts({ content, key }: OpenCase, file: FileRef, text: string): readonly AnyDraft[] {
  const around = { portal: key.portal, subject: { kind: 'case', id: key.case } } as const;
  const entry = (tasks: readonly string[], number: string) => anEntry({ tasks, number, comment: text });
  return [
    ...content.case.tasks.map(({ id, status }): AnyDraft => {
      return { ...around, name: 'add-invoice', input: { ...entry([id], status), file }, seen: null };
    }),
    ...invoicesOf(content.case).flatMap(({ id: invoice, tasks, money, revision: seen }): readonly AnyDraft[] => [
      {
        ...around,
        name: 'change-invoice',
        input: { ...entry(tasks, `changed ${invoice}`), invoice, file: null },
        seen,
      },
      { ...around, name: 'remove-invoice', input: { invoice }, seen },
      { ...around, name: 'approve-invoice', input: { invoice, money }, seen },
      { ...around, name: 'reject-invoice', input: { invoice, reason: text }, seen },
    ]),
  ];
}
