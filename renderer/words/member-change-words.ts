import { t } from '@lingui/core/macro';
import type { LoggedMember } from '../../shared/contract/settings-log.ts';
import type { ApprovalLimit, Level } from '../../shared/domain/member/standing.ts';
import type { CompanyEntry, Directory } from '../../shared/domain/office/directory.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import { listText, moneyText } from './figures.ts';
import { levelText } from './level-words.ts';
import { taskTypeName } from './task-words.ts';

/** What names the parts of a member. */
export interface MemberContext {
  readonly directory: Directory;
  readonly settings: PortalSettings;
  readonly side: CompanyEntry['side'];
}

/** Parts of a member: those that differ, as the log tells them or as they are about to be saved. */
export type MemberParts = { readonly [Part in keyof LoggedMember]: Readonly<LoggedMember[Part]> };

/** What a change of a member does, from what and to what, a line each; the parts are those that differ. */
export function memberChangeWords(before: MemberParts, after: MemberParts, context: MemberContext): readonly string[] {
  return [
    ...(after.marked === undefined ? [] : [markedWords(after.marked === true)]),
    ...(after.limit ? [limitWords(before.limit, after.limit, context.settings)] : []),
    ...(typeof after.level === 'number' ? [levelChange(before.level, after.level, context.side)] : []),
    ...(after.certified ? certifiedWords(before.certified ?? [], after.certified, context.settings) : []),
    ...(after.budgetPermission === undefined ? [] : [budgetWords(after.budgetPermission === true)]),
    ...(after.active === undefined ? [] : [after.active === true ? t`active` : t`no longer active`]),
    ...(after.away === undefined ? [] : [awayWords(after.away, context.directory)]),
  ];
}

/** A limit as money, or that it is the portal's. */
function limitText(limit: ApprovalLimit, { currency }: PortalSettings): string {
  return limit.kind === 'other' ? moneyText({ amount: limit.amount, currency }) : t`the default limit`;
}

function markedWords(marked: boolean): string {
  return marked ? t`marked as External case handler` : t`no longer marked as External case handler`;
}

function limitWords(before: ApprovalLimit | null | undefined, after: ApprovalLimit, settings: PortalSettings): string {
  const is = limitText(after, settings);
  if (!before) return t`approval limit: ${is}`;
  const was = limitText(before, settings);
  return t`approval limit: ${was} before, ${is} now`;
}

function levelChange(before: Level | null | undefined, after: Level, side: CompanyEntry['side']): string {
  const is = levelText(after, side);
  if (typeof before !== 'number') return t`authority level: ${is}`;
  const was = levelText(before, side);
  return t`authority level: ${was} before, ${is} now`;
}

function certifiedWords(before: readonly string[], after: readonly string[], settings: PortalSettings) {
  const names = (codes: readonly string[]): string => listText(codes.map((code) => taskTypeName(code, settings)));
  const [more, less] = [after.filter((code) => !before.includes(code)), before.filter((code) => !after.includes(code))];
  return [
    ...(more.length > 0 ? [t`certified for ${names(more)}`] : []),
    ...(less.length > 0 ? [t`no longer certified for ${names(less)}`] : []),
  ];
}

function budgetWords(permission: boolean): string {
  return permission ? t`may see and enter budgets` : t`may no longer see and enter budgets`;
}

function awayWords(away: MemberParts['away'], directory: Directory): string {
  if (!away) return t`back again`;
  const name = directory.members.find(({ id }) => id === away.deputy)?.name ?? t`somebody not known on this computer`;
  return t`away, ${name} is the deputy`;
}
