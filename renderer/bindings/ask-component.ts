import type { ComponentType } from 'react';
import type { CaseKey } from '../../shared/contract/desk-api.ts';
import type { Wanted } from '../../shared/domain/asking/ask.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';

/** Asks for what was refused in a case, on a page outside of it; the app gives it to the pages. */
export type AskComponent = ComponentType<AskProps>;

export interface AskProps {
  readonly of: CaseKey;
  readonly refusal: Refusal;
  readonly wanted: Wanted;
}
