import type { Case } from '../../../shared/domain/case/case.ts';
import type { MemberStanding } from '../../../shared/domain/member/standing.ts';
import type { Directory } from '../../../shared/domain/office/directory.ts';

/** Whose rights in which case are told. */
export interface Asked {
  readonly standing: MemberStanding;
  readonly subject: Case;
  readonly directory: Directory;
  /** They are the reader's own. */
  readonly own: boolean;
}
