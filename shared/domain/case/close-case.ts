import type { CaseQuestion, Told } from '../decision.ts';
import { personRef } from '../member/standing.ts';
import { revisionBy, standsAt, type Thing } from '../overwriting.ts';
import { may } from '../rights/may.ts';
import type { Case } from './case.ts';
import { casePage } from './case-page.ts';
import type { LogDraft } from './log-lines.ts';

/** Closes a case: it can be read from then on, and nothing is done in it (domain.md §5.3, §15.1). */
export interface CloseCase {
  /** Why, in the log; empty where nobody said. */
  readonly reason: string;
}

/** The page of `close-case`. Two people who close it are of one mind. */
export const closeCase = casePage<CloseCase, object>({
  authority: 'case.close',
  reads: ['head', 'tasks', 'role'],
  changes: ['head', 'log'],
  find: () => ({}),
  may: ({ standing, case: subject }) => may(standing, 'case.close', { case: subject }),
  since: ({ case: { stateSet } }) => [stateSet?.decidedAt ?? null],
  basedOn: () => [stateOfCase],
  already: ({ case: { state } }) => state === 'closed',
  apply: ({ case: { state }, standing, stamp }) =>
    state === 'closed'
      ? null
      : { state: 'closed', closed: { by: personRef(standing), at: stamp.at }, stateSet: revisionBy(stamp) },
  log: (_, { reason }): LogDraft => ({ what: 'case-closed', facts: reason ? { reason } : {} }),
  tells: (asked) => tellWhoWorksThere(asked.case, 'case-closed'),
  instead: ({ case: { closed } }) => (closed ? { what: 'case-closed', by: closed.by, at: closed.at, facts: {} } : null),
});

/** Whether a case is open. */
export const stateOfCase: Thing<Case> = {
  thing: 'state',
  in: ({ id, stateSet, closed }) => ({ ...standsAt(stateSet, id), by: closed?.by.name ?? null }),
};

/** Who is told that a case was closed or opened: the handler, who has the role, and the offices with work left in it. */
export function tellWhoWorksThere(
  { role, tasks }: Pick<CaseQuestion['case'], 'role' | 'tasks'>,
  notice: 'case-closed' | 'case-reopened',
): readonly Told[] {
  const offices = new Map(
    tasks.flatMap(({ status, office, company }) =>
      status === 'A' || office === null || company === null ? [] : [[office, company] as const],
    ),
  );
  if (role && !role.user) offices.set(role.office, role.company);
  return [
    [notice, { kind: 'insurer' }],
    ...(role?.user ? [[notice, { kind: 'member', member: role.user.member }] as const] : []),
    ...[...offices].map(([office, company]): Told => [notice, { kind: 'office', office, company }]),
  ];
}
