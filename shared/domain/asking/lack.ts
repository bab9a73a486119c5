import type { Refusal, RefusalCode } from '../rights/refusal.ts';
import type { Right } from '../rights/rights.ts';

/**
 * What a refusal is about: all of the case, the task or budget that was named, or the deed as well. null where nobody is
 * asked: it is not there, it changed, it was typed otherwise than it can be, or one chooses another. Source: domain.md §14, §15.
 */
export const scopes = {
  'case-closed': 'case',
  'right-missing': 'case',
  'no-role-in-case': 'case',
  'level-too-low': 'case',
  'no-budget-permission': 'case',
  'feature-off': 'case',
  'no-inspection': 'case',
  'inspection-undecided': 'case',
  'inspection-rejected': 'case',
  'own-company': 'thing',
  'self-authored': 'thing',
  'manager-of-own-company': 'thing',
  'limit-exceeded': 'thing',
  'pending-budget': 'thing',
  'insurer-only': 'deed',
  'other-office-task': 'deed',
  // Of an inactive member no case is seen.
  'person-inactive': null,
  'case-not-found': null,
  'not-by-link': null,
  'operator-only': null,
  'own-level': null,
  'oneself-inactive': null,
  'insurers-level': null,
  'own-mark': null,
  'partners-mark': null,
  'status-conflict': null,
  stale: null,
  'already-decided': null,
  // The insurer is asked already.
  'budget-forwarded': null,
  'currency-differs': null,
  // Another office or member is chosen.
  'office-not-eligible': null,
  'member-not-eligible': null,
  'member-known': null,
  'member-elsewhere': null,
  'invited-lately': null,
  'category-unknown': null,
  'one-responsible': null,
  'result-from-parts': null,
  'nothing-to-change': null,
  'no-role': null,
  // It stays, or another one is added.
  'main-inspection': null,
  'task-has-budget': null,
  'task-has-invoice': null,
  // It is typed otherwise.
  'invoice-number-taken': null,
  'task-type-unknown': null,
  'task-type-there': null,
  'plan-blocked': null,
  'plan-empty': null,
  // It is agreed with the customer, or with others outside.
  'settlement-condition': null,
  'time-order': null,
  'was-completed': null,
  'within-limit': null,
  'already-asked': null,
  'allowed-by-now': null,
  'other-item-refused': null,
  cancelled: null,
  blocked: null,
} as const satisfies Readonly<Record<RefusalCode, 'case' | 'thing' | 'deed' | null>>;

type Scopes = typeof scopes;

/** The codes of refusals for which somebody can be asked. */
export type AskableCode = { [Code in RefusalCode]: Scopes[Code] extends null ? never : Code }[RefusalCode];

// The keys of an object are text to the compiler.
const everyCode = Object.keys(scopes) as RefusalCode[];

/** All of them, for schemas. */
export const askableCodes: readonly AskableCode[] = everyCode.filter(isAskable);

/** True for a refusal that somebody else can lift. */
export function isAskable(code: RefusalCode): code is AskableCode {
  return scopes[code] !== null;
}

/** What is missing: the code with the facts that make it another one; no names and no amounts. */
export interface Lack {
  readonly code: AskableCode;
  readonly right: Right | null;
  readonly level: number | null;
  readonly feature: Extract<Refusal, { code: 'feature-off' }>['feature'] | null;
}

/** What is missing where this is refused; null where nobody is asked for it. */
export function lackOf(refusal: Refusal): Lack | null {
  if (!isAskable(refusal.code)) return null;
  return {
    code: refusal.code,
    // Who has no role is asked into it once, whichever right is wanted of it.
    right: refusal.code === 'right-missing' ? refusal.right : null,
    level: refusal.code === 'level-too-low' ? refusal.needed : null,
    feature: refusal.code === 'feature-off' ? refusal.feature : null,
  };
}
