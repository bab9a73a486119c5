import type { ReactNode } from 'react';
import type { Wanted } from '../../../shared/domain/asking/ask.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { MemberStanding } from '../../../shared/domain/member/standing.ts';
import type { Directory } from '../../../shared/domain/office/directory.ts';
import type { Refusal } from '../../../shared/domain/rights/refusal.ts';

/** Whose rights in which case are told. */
export interface Asked {
  readonly standing: MemberStanding;
  readonly subject: Case;
  readonly directory: Directory;
  /** The way to ask for what the reader has not; null where they are somebody else's. */
  readonly ask: ((refusal: Refusal, wanted: Wanted) => ReactNode) | null;
  /** They are the reader's own. */
  readonly own: boolean;
}
