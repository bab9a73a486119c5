import type { Decision } from '../decision.ts';
import type { OfficeId } from '../ids.ts';
import { maySteer } from '../rights/may.ts';
import type { Standing } from '../member/standing.ts';

/** What the insurer keeps of an office in one portal: the subject of office commands (domain.md §1.2, §1.6). */
export interface OfficeTerms {
  readonly office: OfficeId;
  readonly available: boolean;
  readonly inNetwork: boolean;
  readonly services: readonly string[];
}

/** All that a decision about an office may read. */
export interface OfficeQuestion {
  readonly standing: Standing;
  readonly office: OfficeTerms;
}

/** Changes availability, network or services; affects new assignments only (domain.md §5.3). */
export interface ChangeOffice {
  readonly available?: boolean;
  readonly inNetwork?: boolean;
  readonly services?: readonly string[];
}

/** Decides `change-office`. */
export function changeOffice({ standing, office }: OfficeQuestion, input: ChangeOffice): Decision<OfficeTerms> {
  const verdict = maySteer(standing, 'office.change');
  if (!verdict.allowed) return { kind: 'refused', refusal: verdict.refusal };
  return { kind: 'decided', after: { ...office, ...input }, chat: [], log: [], consequences: [] };
}
