import type { WithdrawalReason } from '../../shared/contract/sync.ts';
import type { KeyedPart, SmallPart, TailPart } from '../../shared/domain/case/parts/part.ts';
import type { Tie, TiedTo } from '../../shared/domain/case/parts/ties.ts';

/** How far somebody has read the chat of a case. */
export interface ReadingTable {
  readonly portal: string;
  readonly member: string;
  readonly case_id: string;
  readonly messages: number;
  readonly changed: number;
}

/** A case: what queries and lists need; what is in it lies in its parts (docs/decisions/0030). */
export interface CaseFileTable {
  readonly portal: string;
  readonly id: string;
  readonly number: string;
  readonly claim_number: string;
  readonly state: 'open' | 'closed' | 'deleted';
  readonly role_office: string | null;
  readonly role_user: string | null;
  /** The change that last touched the case; it also guards against a lost update. */
  readonly changed: number;
  readonly changed_at: string;
  /** How many chat messages there are. */
  readonly messages: number;
  /** 1 where a declined role waits for the insurer. */
  readonly role_declined: number;
  /** JSON of RowLine without budgets and what is counted: for who sees the case, and for who sees that the role waits. */
  readonly row_text: string;
  readonly row_header: string;
  /** JSON of the waiting budgets, each with its company: `[company, BudgetLine][]`. */
  readonly row_budgets: string;
  /** JSON of the invoices that were not rejected: `InvoiceLine[]`. */
  readonly row_invoices: string;
  /** JSON of the budgets of which an approval waits to be looked at: their ids. */
  readonly row_checks: string;
  /** JSON of the settlements that wait to be bound: `RowSettlement[]`. */
  readonly row_settlements: string;
}

/** A text of a part, stored once, whoever reads it. */
export interface CasePartTable {
  readonly portal: string;
  readonly case_id: string;
  readonly part: SmallPart | KeyedPart;
  /** The thing's id; empty for a small part. */
  readonly key: string;
  /** The company whose cut it belongs to; empty where it is in every cut. A thing that changes it is gone from the one cut. */
  readonly owner: string;
  /** In the order of this number the things of a part came into the case. Never sent. */
  readonly place: number;
  readonly changed: number;
  readonly changed_at: string;
  /** 1 for a thing that is gone: its text is empty, its place is kept for who held it. */
  readonly gone: number;
  readonly text: string;
}

/** An entry of a tail, append-only. */
export interface CaseEntryTable {
  readonly portal: string;
  readonly case_id: string;
  readonly tail: TailPart;
  readonly place: number;
  readonly owner: string;
  readonly change: number;
  readonly at: string;
  readonly text: string;
}

/** What ties somebody to a case, from when until when. */
export interface CaseTieTable {
  readonly portal: string;
  readonly tied_to: TiedTo;
  readonly tie: Tie;
  readonly case_id: string;
  readonly gained: number;
  readonly gained_at: string;
  readonly lost: number | null;
  readonly lost_at: string | null;
  readonly lost_reason: WithdrawalReason | null;
  /** The case's number, which its tombstone tells. */
  readonly number: string;
}

/** An uploaded file. */
export interface StoredFileTable {
  readonly portal: string;
  readonly id: string;
  readonly case_id: string;
  /** The person who sent it. */
  readonly uploader: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly media_type: string;
  readonly content: Uint8Array;
  /** The command that attached it; once only (sync.md 30). */
  readonly attached_by: string | null;
  readonly at: string;
}
