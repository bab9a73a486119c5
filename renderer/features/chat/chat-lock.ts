import type { Refusal } from '../../../shared/domain/rights/refusal.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { partLock } from '../case/frame.ts';

/** Why this person may not read the chat, or null. */
export function chatLock(open: OpenCase): Refusal | null {
  return partLock(open, 'chat');
}
