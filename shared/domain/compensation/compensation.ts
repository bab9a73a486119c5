import type { CaseDocument } from '../document/document.ts';
import type { CommandId } from '../ids.ts';
import type { PersonRef } from '../member/person-ref.ts';
import type { Moment } from '../moment.ts';
import type { Role } from '../rights/rights.ts';
import type { TaskStatus } from '../task/task-status.ts';

/** What a decision on compensation comes to; `partly` opens the repairs as `approved` does (domain-2.md §2). */
export const compensationResults = ['approved', 'partly', 'rejected'] as const;

/** One of them. */
export type CompensationResult = (typeof compensationResults)[number];

/** What of a damage is ruled on by itself; `other` is named in words (domain-2.md §2). */
export const partKinds = ['installation', 'surfaces', 'structures', 'contents', 'extra-costs', 'other'] as const;

/** One of them. */
export type PartKind = (typeof partKinds)[number];

/** What is ruled of a part. */
export const rulings = ['covered', 'partly', 'not-covered'] as const;

/** One of them. */
export type Ruling = (typeof rulings)[number];

/** The outcome of the main inspection, as every reader of a case is told it (domain.md §9). */
export interface CompensationDecision {
  readonly result: CompensationResult;
  readonly at: Moment;
  readonly by: PersonRef | null;
  /** As whom, and by which command; absent where it was imported. */
  readonly as?: Role;
  readonly revision?: CommandId;
}

/** What was ruled, for who works in the case: a craftsman has to know what is covered, and as far as what. */
export interface DecisionParts {
  /** It was made before the inspection was done, which went to the insurer. */
  readonly early: boolean;
  readonly parts: readonly DecidedPart[];
}

/** A part of the damage and what was ruled of it. */
export interface DecidedPart {
  readonly kind: PartKind;
  /** What an `other` part is; empty for the rest. */
  readonly name: string;
  readonly ruling: Ruling;
  /** As far as it is covered, in words. */
  readonly scope: string;
}

/** Why it was decided so, for who decides and who handles the case. */
export interface DecisionGrounds {
  /** In the order of the parts. */
  readonly parts: readonly PartGrounds[];
  readonly reason: string;
  readonly customerText: string;
  /** On whose authority, as the letter says it. */
  readonly authority: string;
  readonly seen: SeenCase;
  /** The office that an early decision took the inspection from; null where it took it from none. */
  readonly takenFrom: string | null;
}

/** Why a part is ruled so. */
export interface PartGrounds {
  /** Percent, 0 to 100, for age. */
  readonly deduction: number;
  readonly reason: string;
}

/** What was before the eyes of who decided (domain-2.md §1: every decision on money keeps what was seen). */
export interface SeenCase {
  readonly status: TaskStatus;
  readonly since: Moment;
  readonly completedBy: PersonRef | null;
  /** Documents that belong to no budget. */
  readonly documents: readonly SeenDocument[];
}

/** A document as it was named then. */
interface SeenDocument {
  readonly id: CaseDocument['id'];
  readonly name: string;
}

/** What is paid, for who sees the cover; minor units. */
export interface DecisionAmounts {
  readonly currency: string;
  /** In the order of the parts; null where none was entered. */
  readonly parts: readonly (number | null)[];
  /** The sums insured as they were seen; null where they were not. */
  readonly cover: SeenCover | null;
}

/** What was insured as it was seen; minor units, null where not reported. */
export interface SeenCover {
  readonly insuredSum: number | null;
  readonly buildingDamage: number | null;
  readonly contentsDamage: number | null;
}

/** The result that follows from rulings; null where there is none (domain-2.md §2). */
export function resultOf(parts: readonly Pick<DecidedPart, 'ruling'>[]): CompensationResult | null {
  if (parts.length === 0) return null;
  if (parts.every(({ ruling }) => ruling === 'covered')) return 'approved';
  return parts.every(({ ruling }) => ruling === 'not-covered') ? 'rejected' : 'partly';
}

/** The sum of what is paid in minor units; null where no amount was entered. */
export function sumOf(amounts: readonly (number | null)[]): number | null {
  const entered = amounts.flatMap((amount) => amount ?? []);
  return entered.length === 0 ? null : entered.reduce((sum, amount) => sum + amount, 0);
}
