import type { Kysely } from 'kysely';
import type { Store } from '../store/open-store.ts';
import type { Tables } from '../store/tables.ts';
import type { JobKind } from './job-kind.ts';

/** Which job; portal and subject are empty where it is of none. */
export interface JobKey {
  readonly kind: JobKind;
  readonly portal: string;
  readonly subject: string;
}

/** A job that somebody has claimed. */
export interface Job extends JobKey {
  /** How often it was begun without coming further, this time among them. */
  readonly attempts: number;
  /** How far it has come; empty at its begin. */
  readonly place: string;
}

/** Where to write: the store, and the transaction in which something becomes a job. */
export interface JobPlace {
  readonly store: Pick<Store, 'engine'>;
  readonly db: Kysely<Tables>;
}

/** The piece of a job that is under way. */
export interface Piece {
  /**
   * To be called first inside a transaction that writes: from then on nobody else goes on with the job until its end.
   * Throws `LeaseLost` where somebody else has it, it was started over or it is gone: nothing of the transaction counts.
   */
  readonly hold: (db: Kysely<Tables>) => Promise<void>;
}

/** The job is somebody else's by now, was started over, or is gone. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** What came of a piece: the job is done, or goes on from a place. */
export type Ending = 'done' | { readonly place: string };

/** How jobs of a kind are done. */
export interface Work {
  /**
   * Does one piece; in between everybody else is answered. A piece may be done twice (a server dies before it could say
   * that it is done), so it asks what is done already.
   */
  readonly run: (job: Job, piece: Piece) => Promise<Ending>;
  /** So many at once in one server. */
  readonly lanes: number;
  /** Looks for jobs that often, in milliseconds. */
  readonly poll: number;
  /** For what is done again and again: in milliseconds, after it was done. There is one job of it. */
  readonly every?: number;
  /** After so many attempts it is given up, and stays to be looked at. */
  readonly mostAttempts: number;
  /** Milliseconds until the next attempt. */
  readonly waitAfter: (attempts: number) => number;
  /** In the same transaction as it is given up in. */
  readonly onGivenUp?: (db: Kysely<Tables>, job: Job) => Promise<void>;
}

/** Twice as long after each attempt, from the first to the longest wait, in milliseconds. */
export function doubling(first: number, longest: number): Work['waitAfter'] {
  return (attempts) => Math.min(longest, first * 2 ** (attempts - 1));
}
