import type { CompanyId, MemberId } from '../ids.ts';

/** Who somebody was when it was written down: readable without a directory. */
export interface PersonRef {
  readonly member: MemberId;
  readonly name: string;
  readonly company: CompanyId;
}
