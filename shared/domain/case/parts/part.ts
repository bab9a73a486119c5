import type { CompanyId } from '../../ids.ts';

/** What is told of a decision beside its result, each to other readers. */
const decisionParts = ['decision-parts', 'decision-grounds', 'decision-amounts'] as const;

/**
 * A case is a file of parts: the unit of storing, sending, purging and replaying. No part mixes what one reader may see
 * and another not, and no text of a part depends on a right (docs/decisions/0030).
 */
export const parts = {
  /** One text each. */
  small: ['head', 'damage', 'role', 'decision', 'customer', 'cover', 'role-past', 'brief', ...decisionParts],
  /** Things by id, each with its own change. */
  keyed: [
    'tasks',
    'task-returns',
    'task-inquiries',
    'task-handbacks',
    'budgets',
    'budget-forwards',
    'budget-versions',
    'invoices',
    'documents',
    'budget-files',
    'asks',
    'rooms',
    'work-items',
    'work-values',
    'budget-items',
    'settlements',
  ],
  /** Only grow. */
  tails: ['chat', 'log'],
} as const;

/** A part with one text. */
export type SmallPart = (typeof parts.small)[number];

/** A part of things by id. */
export type KeyedPart = (typeof parts.keyed)[number];

/** A part that only grows. */
export type TailPart = (typeof parts.tails)[number];

/** Any part. */
export type PartName = SmallPart | KeyedPart | TailPart;

/** A text of a part as it lies and travels: a small part has one under the empty key. */
export interface PartText {
  readonly part: SmallPart | KeyedPart;
  readonly key: string;
  /** The company whose cut it belongs to; null where it is in every cut of its part. */
  readonly owner: CompanyId | null;
  readonly text: string;
}

/** What a reader is given of a part: every cut, or what has no owner and what the own company owns. */
export type Scope = 'all' | 'own';

/** What a reader is given of a case, part by part. */
export type Given = ReadonlyMap<PartName, Scope>;
