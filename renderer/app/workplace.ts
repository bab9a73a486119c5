import type { DeskApi, DeskSession } from '../../shared/contract/desk-api.ts';
import type { Workplace } from '../bindings/contexts.ts';

export interface OpenWorkplaceOptions {
  /** The user chose to work offline before. */
  readonly workOffline: boolean;
}

/** Opens what a signed-in window works with: the cache, the outbox and the sync loop. */
export type OpenWorkplace = (desk: DeskApi, session: DeskSession, options: OpenWorkplaceOptions) => Workplace;
