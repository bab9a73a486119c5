import type { Case } from './case.ts';
import { caseParts, type GivenPart } from './case-part.ts';

/** The one table of who sees which part (sync.md 22). Source: seed ("always access to the chat, all documents and
 * reported information"), domain.md §1.4, §6.1, §15 (right 8: cost control hidden without it). */
export const sights = {
  insurer: [...caseParts, 'asks', 'other-asks', 'grounds', 'settlements'],
  'external-case-handler': ['tasks', 'customer', 'cover', 'chat', 'documents', 'log', 'other-log', 'asks', 'grounds'],
  /** What a right to decide on budgets, or to enter them for others, opens beside what a role's holder sees. */
  'all-budgets': ['budgets', 'other-budgets', 'settlements'],
  /** What the right to decide on compensation opens beside: why it was decided so. */
  decides: ['grounds'],
  /** What a right to allocate or to approve tasks opens beside: what their holder wrote and reads about another's task. */
  'steers-tasks': ['tasks', 'other-words'],
  /** What a right to settle with the customer opens beside: what items cost, where they were sent, what was invoiced (domain.md §7.1). */
  settles: ['budgets', 'other-budgets', 'settlements'],
  company: ['tasks', 'customer', 'chat', 'documents', 'log', 'asks', 'brief'],
  'company-budgets': ['tasks', 'customer', 'chat', 'documents', 'log', 'budgets', 'asks', 'brief'],
  'company-header': ['brief'],
} as const satisfies Record<string, readonly GivenPart[]>;

/** True where a reader sees the content of a case, not only that the role waits there for a user. */
export function seesContent(view: Case): boolean {
  return !view.hidden.includes('chat');
}
