import { t } from '@lingui/core/macro';
import { moneyText } from '../../words/figures.ts';
import { rightWords } from '../../words/right-words.ts';
import {
  loggedCompensationSchema,
  loggedRightsSchema,
  loggedRoleSchema,
  type SettingsEntry,
} from '../../../shared/contract/settings-log.ts';
import type { CompensationSettings } from '../../../shared/domain/compensation/compensation-settings.ts';
import type { ExternalCaseHandlerSettings } from '../../../shared/domain/portal/portal-settings.ts';
import { rights, type Right } from '../../../shared/domain/rights/rights.ts';
import { taskRoles, type TaskRole } from './task-roles.ts';

type RoleParts = Omit<ExternalCaseHandlerSettings, 'revision'>;

/** What a change of the External case handler's part did, a line each. */
export function roleChangeWords(from: RoleParts, to: RoleParts, currency: string): readonly string[] {
  const limit = ({ defaultLimit: amount }: RoleParts): string =>
    amount === null ? t`none` : moneyText({ amount, currency });
  const [was, is] = [limit(from), limit(to)];
  return [
    ...(from.enabled === to.enabled ? [] : [to.enabled ? t`the role is in use` : t`the role is no longer in use`]),
    ...givenIn(from.rights, to.rights).map((label) => t`given: ${label}`),
    ...takenIn(from.rights, to.rights).map((label) => t`no longer given: ${label}`),
    ...(was === is ? [] : [t`default limit: ${was} before, ${is} now`]),
    ...(from.limitBasis === to.limitBasis ? [] : [basisChangeWords(to.limitBasis)]),
    ...(sampleOf(from) === sampleOf(to) ? [] : [sampleChangeWords(sampleOf(to))]),
    ...(from.ownCompany === to.ownCompany ? [] : [ownCompanyChangeWords(to.ownCompany)]),
  ];
}

/** What a change of such a role's set did, a line each. */
export function taskRoleChangeWords(role: TaskRole, from: readonly Right[], to: readonly Right[]): readonly string[] {
  const { given, taken } = role.words();
  return [...givenIn(from, to).map(given), ...takenIn(from, to).map(taken)];
}

/** What a change that was written down did to the roles; nothing where it was about something else. */
export function loggedChangeWords({ before, after }: SettingsEntry, currency: string): readonly string[] {
  const part = 'externalCaseHandler';
  const [was, is] = [loggedRoleSchema.safeParse(before[part]), loggedRoleSchema.safeParse(after[part])];
  if (was.success && is.success) return roleChangeWords(was.data, is.data, currency);
  const decided = loggedCompensationSchema.safeParse(after['compensation']);
  if (decided.success) return [compensationChangeWords(decided.data.parts)];
  return taskRoles.flatMap((role) => {
    // A set that was never there before is logged as null.
    const had = loggedRightsSchema.safeParse(before[role.set] ?? []);
    const has = loggedRightsSchema.safeParse(after[role.set] ?? []);
    return had.success && has.success ? taskRoleChangeWords(role, had.data, has.data) : [];
  });
}

/** What a change of how compensation is decided did. */
export function compensationChangeWords(parts: CompensationSettings['parts']): string {
  return parts === 'by-part'
    ? t`compensation is decided part by part, and the result follows`
    : t`compensation is decided as a whole`;
}

/** The rights of one set that the other has not, in the order of the table. */
export function onlyIn(one: readonly Right[], other: readonly Right[]): readonly Right[] {
  return rights.filter((right) => one.includes(right) && !other.includes(right));
}

function givenIn(from: readonly Right[], to: readonly Right[]): readonly string[] {
  return onlyIn(to, from).map((right) => rightWords(right).label);
}

function takenIn(from: readonly Right[], to: readonly Right[]): readonly string[] {
  return givenIn(to, from);
}

function basisChangeWords(basis: RoleParts['limitBasis']): string {
  return basis === 'cumulative'
    ? t`the limit counts all that a person approved in the case`
    : t`the limit counts each budget by itself`;
}

function sampleOf({ sampleWithinLimit = 0 }: RoleParts): number {
  return sampleWithinLimit;
}

function sampleChangeWords(percent: number): string {
  return percent === 0
    ? t`the insurer looks at no approvals within the limit`
    : t`the insurer looks at ${percent} % of the approvals within the limit`;
}

function ownCompanyChangeWords(allowed: boolean): string {
  return allowed ? t`work of the own company may be approved` : t`work of the own company may no longer be approved`;
}
