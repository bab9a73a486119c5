import type { Money } from '../domain/money.ts';
import type { Moment } from '../domain/moment.ts';

/** A cell by what it means; how a file writes it is the file's. Null is an empty one. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly value: number }
  | ({ readonly kind: 'money' } & Money)
  /** A calendar day, `2026-11-24`. */
  | { readonly kind: 'day'; readonly day: string }
  /** A moment, shown as the date and time of that zone. */
  | { readonly kind: 'moment'; readonly moment: Moment; readonly zone: string }
  | null;

/** One table with its headings. */
export interface Sheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Lets others have their turn while a long file is made: called often, so that whoever waits may decide when it is time. */
export type Pause = (rowsDone: number) => Promise<void>;

/** So many rows are made in one go: a few milliseconds, less than a frame. */
export const rowsInOneGo = 50;
