import type { DeskApi, DeskSession } from '../../shared/contract/desk-api.ts';
import type { Workplace } from '../bindings/contexts.ts';

/** Opens what a signed-in window works with: the cache, the outbox and the sync loop. */
export type OpenWorkplace = (desk: DeskApi, session: DeskSession) => Promise<Workplace>;
