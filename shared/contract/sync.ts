import { z } from 'zod';
import type { CasePiece } from '../domain/case/parts/held-case.ts';
import type { RowLine } from '../domain/case/row-line.ts';
import type { NoticeKind } from '../domain/told.ts';
import type { PriceListHead } from '../domain/price-list/price-list.ts';
import type { CategoriesChange } from '../domain/category/fold-categories.ts';
import type { Standing } from '../domain/member/standing.ts';
import type { DirectoryChange } from '../domain/office/fold-directory.ts';
import type { ItemOutcome } from './outcomes.ts';
import { commandIdSchema, idSchema, momentSchema, textSchema } from './parts.ts';

/** Where a reader stands in a portal: a change number and the random mark stored with it (sync.md 18). */
export const cursorSchema = z.strictObject({ number: z.int().min(0), mark: textSchema.min(1).max(64) });

/** A cursor. */
export type Cursor = z.infer<typeof cursorSchema>;

/**
 * `POST /sync/{portal}/delta`. Of a long one each page is asked with the same cursor, the key to go on from, and where the
 * first page's tail says that the whole leads to; only with the last page the reader is there.
 */
export const deltaRequestSchema = z.strictObject({
  protocol: z.int(),
  cursor: cursorSchema,
  after: textSchema.max(100).default(''),
  upTo: cursorSchema.nullable().default(null),
  /** Commands posted and not yet contained (sync.md 20). */
  named: z.array(commandIdSchema).max(200),
  /** Whether the reader holds categories of offices; left out by who does not know of them, and is told nothing of them. */
  categories: z.boolean().optional(),
  /** The same of price lists. */
  priceLists: z.boolean().optional(),
  /** Cases a page at most. */
  limit: z.int().min(1).max(1000).default(500),
});

/** A delta request. */
export type DeltaRequest = z.input<typeof deltaRequestSchema>;

/** `GET /sync/{portal}/pages?after=&limit=`: the first sync, page by key (sync.md 19). */
export const pageQuerySchema = z.strictObject({
  protocol: z.coerce.number().int(),
  after: textSchema.max(100).default(''),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
  /** Given by who knows of categories of offices. */
  categories: z.literal('told').optional(),
  /** The same of price lists. */
  priceLists: z.literal('told').optional(),
});

/**
 * The lines of an answer, newline-delimited JSON, in this order. A line of pieces is stored by the app as received; the
 * rows line names for each case the line of pieces (by its place among them in the answer) and the place in it where its
 * piece lies. In a delta every piece has its row, and every row its piece.
 *
 * pages: head, standing, directory, [categories], [price-lists], reading, [notices] (first page only: those six), rows, pieces…, tail
 * delta: head, [reset] | [standing], [categories], [price-lists], [directory], [reading], [notices], withdrawn, rows, pieces…, own, contained, tail
 */
export type SyncLine =
  | {
      readonly kind: 'head';
      readonly protocol: number;
      readonly portal: string;
      readonly account: string;
      readonly serverTime: string;
    }
  /** The cursor is unknown, from a restored backup, expired, or the reader's audiences changed: fetch the pages again. */
  | { readonly kind: 'reset'; readonly reason: ResetReason }
  | { readonly kind: 'standing'; readonly standing: Standing }
  /** All of the reader's directory on a page; what changed in it, by entry, in a delta. */
  | ({ readonly kind: 'directory' } & DirectoryChange)
  /** Only to who sees them: all where none were held, what changed of those that are; to others only that what they hold is gone. */
  | ({ readonly kind: 'categories' } & CategoriesChange)
  /** Only to who is given them: those in force and to come where they are not held so; null where those that are held are gone. */
  | { readonly kind: 'price-lists'; readonly lists: readonly PriceListHead[] | null }
  /** How many chat messages of each case are not new to this person, the own ones among them; all of them on a page, changed ones in a delta. */
  | { readonly kind: 'reading'; readonly reading: Readonly<Record<string, number>> }
  | { readonly kind: 'notices'; readonly notices: readonly Notice[] }
  | { readonly kind: 'withdrawn'; readonly cases: readonly Withdrawal[] }
  | { readonly kind: 'rows'; readonly rows: readonly PlacedRow[] }
  | { readonly kind: 'pieces'; readonly pieces: readonly CasePiece[] }
  /** The reader's own commands whose effect this answer's pieces hold: a replay leaves them out. */
  | { readonly kind: 'own'; readonly commands: readonly string[] }
  /** What became of each named command; `unknown` = the portal server never had it (or lost it). */
  | { readonly kind: 'contained'; readonly commands: readonly Contained[] }
  /**
   * `next` is the key to go on from, null at the end. Pages: `cursor` is the start number to take the delta from. Delta:
   * where the reader is once the last page has come.
   */
  | { readonly kind: 'tail'; readonly cursor: Cursor; readonly next: string | null; readonly more: boolean };

/** A row and where its piece lies: which of this answer's lines of pieces, and the place in it. */
export type PlacedRow = readonly [row: RowLine, line: number, place: number];

/** Why a reader starts again. */
export type ResetReason = 'unknown-cursor' | 'audience-changed' | 'horizon';

/** That a case is no longer the reader's: a tombstone holds number, date and a reason code (sync.md 32). */
export interface Withdrawal {
  readonly case: string;
  readonly number: string;
  readonly at: string;
  readonly reason: WithdrawalReason;
  /** What the insurer wrote on taking the role back, for who held it or was offered it; nothing else is typed text. */
  readonly said?: string;
}

/** Why a case left. */
export type WithdrawalReason =
  | 'role-removed'
  | 'role-moved'
  | 'mark-removed'
  | 'task-moved'
  | 'task-removed'
  | 'task-handed-back'
  | 'early-decision'
  | 'level-changed'
  | 'deleted'
  | 'other';

/** Something the person is told of; a first sync brings what still waits, which is shown but told with no sound. */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly case: string;
  readonly number: string;
  readonly at: string;
}

/** What became of a named command, as of the cursor this answer leads to. */
export interface Contained {
  readonly id: string;
  readonly kind: 'carried-out' | 'refused' | 'cancelled' | 'unknown';
  readonly refusal?: { readonly code: string; readonly grantor: string };
  /** What became of each, where the command has items: it is carried out if any of them was. */
  readonly items?: readonly ItemOutcome[];
}

/** The frame of a line: what a client checks before it trusts a line; contents are checked where they are opened. */
export const lineFrameSchema = z.looseObject({
  kind: z.enum([
    'head',
    'reset',
    'standing',
    'directory',
    'categories',
    'price-lists',
    'reading',
    'notices',
    'withdrawn',
    'rows',
    'pieces',
    'own',
    'contained',
    'tail',
  ]),
});

/** The head line. */
export const headLineSchema = z.strictObject({
  kind: z.literal('head'),
  protocol: z.int(),
  portal: idSchema,
  account: idSchema,
  serverTime: momentSchema,
});

/** The tail line; an answer without one was cut and is thrown away. */
export const tailLineSchema = z.strictObject({
  kind: z.literal('tail'),
  cursor: cursorSchema,
  next: z.string().nullable(),
  more: z.boolean(),
});
