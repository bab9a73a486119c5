import type { MemberStanding } from '../../shared/domain/member/standing.ts';
import type { Refusal, RefusalCode } from '../../shared/domain/rights/refusal.ts';

/** What is said of a refusal. */
export interface Said {
  /** A few words for a badge or a button: "Above your limit by 1 240,00 €". */
  readonly short: string;
  /** One sentence: what stands in the way. */
  readonly sentence: string;
  /** One sentence: who can change it, or what to do next. */
  readonly wayOn: string;
}

/** A refusal of which only the code and who can help are certain. */
export type LooseRefusal<Code extends RefusalCode> = Pick<Extract<Refusal, { code: Code }>, 'code' | 'grantor'> &
  Partial<Omit<Extract<Refusal, { code: Code }>, 'code' | 'grantor'>>;

/** What is said of each code. */
export type Book = { readonly [Code in RefusalCode]: (refusal: LooseRefusal<Code>, standing: MemberStanding) => Said };
