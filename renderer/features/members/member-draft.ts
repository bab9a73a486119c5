import { t } from '@lingui/core/macro';
import { minorUnits } from '../../../shared/contract/parts.ts';
import type { CommandInputs } from '../../../shared/domain/command-book.ts';
import type { MemberId } from '../../../shared/domain/ids.ts';
import type { ApprovalLimit, Level } from '../../../shared/domain/member/standing.ts';
import type { MemberEntry } from '../../../shared/domain/office/directory.ts';
import { isSame } from '../../../shared/domain/overwriting.ts';
import { amountText } from '../../words/figures.ts';
import { readAmount } from '../../words/typed-amount.ts';
import { unreadAmountWords } from '../../words/unread-amount-words.ts';

/** A member as it is being entered: the amount as typed. */
export interface MemberDraft {
  readonly marked: boolean;
  readonly limit: 'default' | 'other';
  readonly amount: string;
  readonly level: Level;
  readonly certified: readonly string[];
  readonly budgetPermission: boolean;
  readonly active: boolean;
  readonly away: boolean;
  readonly deputy: MemberId | null;
}

/** What the entered values come to. */
export interface ReadDraft {
  /** The member as it would be; what cannot be read stays as it was. */
  readonly after: MemberEntry;
  /** What is said at the field; null where nothing is wrong. */
  readonly amount: string | null;
  readonly deputy: string | null;
}

/** A member's values to begin with. */
export function draftOf(member: MemberEntry, currency: string): MemberDraft {
  const { marked, limit, level, certified, budgetPermission, active, away } = member;
  const amount = limit.kind === 'other' ? amountText({ amount: limit.amount, currency }) : '';
  const terms = { level, certified, budgetPermission, active };
  return { marked, limit: limit.kind, amount, ...terms, away: away !== null, deputy: away?.deputy ?? null };
}

/** Reads what was entered. */
export function readDraft(draft: MemberDraft, before: MemberEntry, currency: string): ReadDraft {
  const typed = readAmount(draft.amount, currency);
  const own = draft.marked && draft.limit === 'other';
  const amount = typed.kind === 'read' && minorUnits.safeParse(typed.amount).success ? typed.amount : null;
  const { marked, level, certified, budgetPermission, active, deputy } = draft;
  return {
    after: {
      ...before,
      marked,
      limit: limitOf(draft, amount) ?? before.limit,
      level,
      certified: sameSet(certified, before.certified) ? before.certified : certified,
      budgetPermission,
      active,
      away: draft.away ? (deputy === null ? before.away : { deputy }) : null,
    },
    amount: own && amount === null ? amountTrouble(draft.amount, currency) : null,
    deputy: draft.away && deputy === null ? t`Choose who gets the notices meanwhile.` : null,
  };
}

/** What a save sends: only what differs; null where nothing of it does. */
export interface MemberChange {
  readonly mark: CommandInputs['mark-member'] | null;
  readonly terms: CommandInputs['change-member'] | null;
}

/** What differs between a member and the member as it would be. */
export function changeOf(before: MemberEntry, after: MemberEntry): MemberChange {
  const { marked, limit, level, certified, budgetPermission, active, away } = after;
  const terms = {
    ...(before.level !== level && { level }),
    ...(before.certified !== certified && { certified }),
    ...(before.budgetPermission !== budgetPermission && { budgetPermission }),
    ...(before.active !== active && { active }),
    ...(before.away?.deputy !== away?.deputy && { away }),
  };
  return {
    mark: before.marked !== marked || !isSame(before.limit, limit) ? { marked, limit } : null,
    terms: Object.keys(terms).length > 0 ? terms : null,
  };
}

/** Without the mark no limit is asked for. */
function limitOf({ marked, limit }: MemberDraft, amount: number | null): ApprovalLimit | null {
  if (!marked) return null;
  if (limit === 'default') return { kind: 'default' };
  return amount === null ? null : { kind: 'other', amount };
}

function amountTrouble(text: string, currency: string): string {
  if (text.trim() === '') return t`Enter the limit.`;
  return unreadAmountWords(readAmount(text, currency), currency) ?? t`So high a limit cannot be set.`;
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}
