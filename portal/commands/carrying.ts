import type { ItemFate, Stamp } from '../../shared/domain/decision.ts';
import type { FileRef } from '../../shared/domain/document/document.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import type { Network } from '../reads/network.ts';
import type { Change } from './in-change.ts';

/** All that the carrying out of a command about any subject has in hand. */
export interface Carrying {
  readonly change: Change;
  readonly network: Network;
  readonly standing: Standing;
  readonly stamp: Stamp;
}

/** What carrying out comes to, before it is kept. */
export type Carried = Concluded | { readonly kind: 'file-missing'; readonly file: FileRef };

/** What is kept of it. */
export type Concluded = ({ readonly kind: 'carried-out' } | { readonly kind: 'refused'; readonly refusal: Refusal }) & {
  /** What became of each item; none where the command has none, or they were not decided on. */
  readonly items?: readonly ItemFate[];
};

/** The answer where the id of what would be made is taken. */
export const staleId: Carried = {
  kind: 'refused',
  refusal: { code: 'stale', grantor: 'nobody', changedBy: null, changedAt: null },
};

/** The answer to everybody who may not see the thing, and to everybody when it does not exist: always alike. */
export const notFound: Carried = { kind: 'refused', refusal: { code: 'case-not-found', grantor: 'nobody' } };
