import { beforeEach, describe, expect, test } from 'vitest';
import { actionWords } from '../../../renderer/words/action-words.ts';
import { commandWords } from '../../../renderer/words/command-words.ts';
import { memberExclusionWords, officeExclusionWords } from '../../../renderer/words/exclusion-words.ts';
import { grantorWords } from '../../../renderer/words/grantor-words.ts';
import { logWords } from '../../../renderer/words/log-words.ts';
import { notKeptWords } from '../../../renderer/words/not-kept-words.ts';
import { noticeWords } from '../../../renderer/words/notice-words.ts';
import { rightWords } from '../../../renderer/words/right-words.ts';
import { roleWords } from '../../../renderer/words/role-words.ts';
import { signInWords } from '../../../renderer/words/sign-in-words.ts';
import { statusWords } from '../../../renderer/words/status-words.ts';
import { taskKindWords, taskTypeName } from '../../../renderer/words/task-words.ts';
import { withdrawalWords } from '../../../renderer/words/withdrawal-words.ts';
import type { NotKeptReason, SignInRefusal } from '../../../shared/contract/desk-api.ts';
import type { WithdrawalReason } from '../../../shared/contract/sync.ts';
import type { LogWhat } from '../../../shared/domain/told.ts';
import { commandBook, type CommandName } from '../../../shared/domain/command-book.ts';
import { actionKinds } from '../../../shared/domain/dashboard/actions.ts';
import type { NoticeKind } from '../../../shared/domain/told.ts';
import type { TaskKind } from '../../../shared/domain/portal/portal-settings.ts';
import type { Grantor, MemberExclusion, OfficeExclusion } from '../../../shared/domain/rights/refusal.ts';
import { rights, type Role } from '../../../shared/domain/rights/rights.ts';
import { taskStatuses } from '../../../shared/domain/task/task-status.ts';
import { aStanding, anna, monday, someSettings } from '../../support/builders.ts';
import { inEnglish } from '../../support/in-english.ts';

/** All members of a union; leaving one out does not compile. */
const all = <Member extends string>(members: Readonly<Record<Member, true>>): readonly Member[] =>
  Object.keys(members) as Member[];

const kinds = all<TaskKind>({ inspection: true, 'first-aid': true, 'project-management': true, repair: true });
const roles = all<Role>({
  insurer: true,
  operator: true,
  office: true,
  'project-manager': true,
  inspector: true,
  'external-case-handler': true,
  system: true,
});
const grantors = all<Grantor>({
  operator: true,
  insurer: true,
  'company-admin': true,
  'own-office': true,
  'other-office': true,
  nobody: true,
});
const offices = all<OfficeExclusion>({
  'not-in-network': true,
  unavailable: true,
  'no-marked-user': true,
  'service-not-offered': true,
  'unknown-office': true,
});
const signInRefusals = all<SignInRefusal>({
  'wrong-credentials': true,
  'slow-down': true,
  'no-portal': true,
  'lease-over': true,
  'keys-lost': true,
  'unknown-account': true,
  'not-an-address': true,
  'needs-https': true,
  'name-not-found': true,
  refused: true,
  'timed-out': true,
  certificate: true,
  proxy: true,
  offline: true,
  'not-a-portal-server': true,
  'other-store': true,
  'app-too-old': true,
  'server-too-old': true,
});
const notKept = all<NotKeptReason>({
  'disk-full': true,
  'not-durable': true,
  'seen-older': true,
  locked: true,
  'not-understood': true,
});
const members = all<MemberExclusion>({
  'unknown-member': true,
  inactive: true,
  'not-marked': true,
  'other-company': true,
  'office-unavailable': true,
  'not-certified': true,
});
const withdrawals = all<WithdrawalReason>({
  'role-removed': true,
  'role-moved': true,
  'mark-removed': true,
  'task-moved': true,
  'task-removed': true,
  'task-handed-back': true,
  'early-decision': true,
  'level-changed': true,
  deleted: true,
  other: true,
});
const notices = all<NoticeKind>({
  'items-to-customer': true,
  'task-settled': true,
  'items-returned': true,
  'settlement-provisional': true,
  'case-closed': true,
  'case-reopened': true,
  'handler-yours': true,
  'handler-changed': true,
  'role-given': true,
  'role-removed': true,
  'role-declined': true,
  'role-user-assigned': true,
  'role-yours': true,
  'role-user-released': true,
  'task-allocated': true,
  'task-moved': true,
  'task-assigned': true,
  'task-started': true,
  'task-start-undone': true,
  'task-completed': true,
  'task-approved': true,
  'task-sent-back': true,
  'task-added': true,
  'task-removed': true,
  'task-handed-back': true,
  'task-taken-back': true,
  'information-wanted': true,
  'information-given': true,
  'information-withdrawn': true,
  'budget-submitted': true,
  'budget-approved': true,
  'budget-rejected': true,
  'budget-forwarded': true,
  'budget-entered': true,
  'budget-recalled': true,
  'invoice-entered': true,
  'invoice-approved': true,
  'invoice-rejected': true,
  'budget-partly-approved': true,
  'work-plan-edited': true,
  'work-plan-ready': true,
  'compensation-decided': true,
  'compensation-reversed': true,
  'inspection-taken-over': true,
  'chat-written': true,
  'asked-for': true,
});
const logged = all<LogWhat>({
  'items-settled': true,
  'task-settled': true,
  'settlement-bound': true,
  'items-returned': true,
  'customer-answered': true,
  'case-imported': true,
  'case-closed': true,
  'case-reopened': true,
  'handler-changed': true,
  'customer-corrected': true,
  'role-given': true,
  'role-removed': true,
  'role-declined': true,
  'role-user-assigned': true,
  'role-user-released': true,
  'task-allocated': true,
  'task-moved': true,
  'received-confirmed': true,
  'members-assigned': true,
  'time-set': true,
  'task-started': true,
  'task-start-undone': true,
  'task-completed': true,
  'task-approved': true,
  'task-sent-back': true,
  'task-added': true,
  'task-removed': true,
  'task-handed-back': true,
  'task-taken-back': true,
  'information-asked': true,
  'information-given': true,
  'information-withdrawn': true,
  'budget-submitted': true,
  'budget-approved': true,
  'budget-rejected': true,
  'budget-forwarded': true,
  'budget-recalled': true,
  'approval-checked': true,
  'invoice-entered': true,
  'invoice-changed': true,
  'invoice-removed': true,
  'invoice-approved': true,
  'invoice-rejected': true,
  'work-plan-edited': true,
  'work-items-submitted': true,
  'work-items-decided': true,
  'partial-approval-accepted': true,
  'work-plan-ready': true,
  'compensation-approved': true,
  'compensation-partly': true,
  'compensation-rejected': true,
  'compensation-reversed': true,
  'inspection-taken-over': true,
  'management-moved-on': true,
  'document-added': true,
  'asked-for': true,
});

/** No text may be empty, a code, or carry a value that was not there. */
function expectWords(...texts: readonly string[]): void {
  for (const text of texts) {
    expect(text).toMatch(/^\S.*\S$/);
    expect(text).not.toMatch(/undefined|null|NaN|\{|\[object/);
  }
}

describe('every member of a closed union has words', () => {
  beforeEach(() => inEnglish());

  test.each(taskStatuses.flatMap((status) => kinds.map((kind) => [status, kind] as const)))(
    'status %s of a %s task says who acts next and what they do',
    (status, kind) => {
      for (const main of [true, false]) {
        const words = statusWords({ status, kind, main });
        expectWords(words.word, words.sentence);
        expect(words.code).toBe(status);
        expect(words.icon).toBeTruthy();
        expect(words.actor === null).toBe(status === 'A');
        expect(words.next === null).toBe(status === 'A');
      }
    },
  );

  test('only waiting budgets are yellow and only finished work is green', () => {
    const tones = taskStatuses.map((status) => [status, statusWords({ status, kind: 'repair', main: false }).tone]);
    expect(tones.filter(([, tone]) => tone !== 'quiet')).toEqual([
      ['B', 'budget'],
      ['3-', 'budget'],
      ['A', 'finished'],
    ]);
  });

  test('the main inspection ends by its decision, not by an approval', () => {
    expect(statusWords({ status: '4', kind: 'inspection', main: true }).next).toBe('Decide on the compensation');
    expect(statusWords({ status: '4', kind: 'inspection', main: false }).next).toBe('Approve or send back');
  });

  test('task kinds and roles have a word and a sign', () => {
    for (const words of [...kinds.map(taskKindWords), ...roles.map(roleWords)]) {
      expectWords(words.word);
      expect(words.icon).toBeTruthy();
    }
  });

  test('a task type has the name its portal gave it, or its code', () => {
    expect(taskTypeName('drying', someSettings())).toBe('Drying');
    expect(taskTypeName('demolition', someSettings())).toBe('demolition');
  });

  test('the sixteen rights have label and explanation, and the one whose label misleads says so', () => {
    expect(rights).toHaveLength(16);
    for (const right of rights) {
      const words = rightWords(right);
      expectWords(words.label, words.explanation, words.doing);
      expect(words.note !== null).toBe(right === 'ownwork.beforeApproval');
    }
  });

  test('everybody who can help has a name', () => {
    for (const grantor of grantors.filter((each) => each !== 'nobody'))
      expectWords(grantorWords(grantor, aStanding()) ?? '');
    expect(grantorWords('nobody', aStanding())).toBeNull();
  });

  test('every reason why signing in or keeping did not work has words, and none of them is its code', () => {
    for (const reason of signInRefusals) {
      const { title, next } = signInWords(reason);
      expectWords(title, next);
      expect(`${title} ${next}`).not.toContain(reason.includes('-') ? reason : `(${reason})`);
    }
    for (const reason of notKept) {
      expectWords(notKeptWords(reason));
      expect(notKeptWords(reason)).not.toContain(reason.includes('-') ? reason : `(${reason})`);
    }
  });

  test('every reason for not being listed says what it is and who can change it', () => {
    for (const words of [...offices.map(officeExclusionWords), ...members.map(memberExclusionWords)])
      expectWords(words.short, words.reason, words.wayOn);
  });

  test.each(logged)('log line %s is a sentence, and what was typed stands apart', (what) => {
    const facts = {
      task: 'drying',
      office: 'Arvio Kuopio',
      name: 'Carla Maki',
      names: 'Carla Maki',
      description: 'Cellar',
      version: '2',
      start: monday,
      end: monday,
      reason: 'Too far away',
    };
    const entry = { id: '1', command: '1', what, by: anna, as: 'office', at: monday, receivedAt: null, company: null };
    const words = logWords({ ...entry, as: 'office', facts }, someSettings());
    expectWords(words.sentence);
    expect(words.sentence).not.toContain('Too far away');
    expect(words.typed).toBe('Too far away');
    expectWords(logWords({ ...entry, as: 'office', by: null, facts }, someSettings()).sentence);
  });

  test('a log line tells a decision on the own company’s work, and a role that was done without', () => {
    const line = (what: LogWhat, facts: Readonly<Record<string, string>>) =>
      logWords(
        { id: '1', command: '1', what, by: anna, as: 'insurer', at: monday, receivedAt: null, company: null, facts },
        someSettings(),
      ).sentence;
    expect(line('task-approved', { task: 'drying', ownCompany: 'yes' })).toBe(
      'Anna Korhonen approved Drying, work of their own company.',
    );
    expect(line('budget-approved', { description: 'Cellar', version: '1', ownCompany: 'yes' })).toContain(
      'of their own company',
    );
    expect(line('role-removed', { office: '' })).toBe('Anna Korhonen decided to do without an External case handler.');
  });

  test('notices, actions and commands have words', () => {
    for (const kind of notices) expectWords(noticeWords(kind).title, noticeWords(kind).next);
    for (const kind of actionKinds) expectWords(actionWords(kind).row, actionWords(kind).next);
    for (const name of Object.keys(commandBook) as CommandName[])
      expectWords(commandWords(name).label, commandWords(name).thing);
  });

  test('a case that left says why', () => {
    for (const reason of withdrawals) expectWords(withdrawalWords(reason));
    expectWords(withdrawalWords('of a newer server' as WithdrawalReason));
  });
});
