import type { Moment } from '../moment.ts';

/** What stands in a table's cell, with its kind, so that a spreadsheet counts numbers and sorts days; null where it is empty. */
export type StatisticsCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly value: number }
  /** Minor units. */
  | { readonly kind: 'money'; readonly amount: number; readonly currency: string }
  /** `2026-11-24`. */
  | { readonly kind: 'day'; readonly day: string }
  /** UTC, shown in the zone. */
  | { readonly kind: 'moment'; readonly moment: Moment; readonly zone: string }
  | null;
