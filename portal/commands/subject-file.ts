import type { Command } from '../../shared/contract/commands.ts';
import type { Decided } from '../../shared/domain/decision.ts';
import type { Page } from '../../shared/domain/page.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import type { Carried, Carrying } from './carrying.ts';

/** What a command is about, as it was loaded for who asks. */
export interface Loaded<Question, Aggregate> {
  readonly question: Question;
  /** null where it is made only now. */
  readonly before: Aggregate | null;
  /** The input as it counts, where that is not how it was sent. */
  readonly input?: unknown;
}

/** One kind of subject as the portal server keeps it. */
export interface SubjectFile<Named extends Command, Question, Aggregate, Held extends Loaded<Question, Aggregate>> {
  /** The page of the command, which takes the input that its name is correlated with. */
  readonly page: (command: Named) => Page<string, Question, unknown, Aggregate>;
  /** null where it is not there, or not for this person: nobody can tell the two apart. */
  readonly load: (carrying: Carrying, command: Named) => Promise<Held | null>;
  /**
   * Who changed it in between, as far as this person may know; of an item, what that is about. Left out: by the outcome
   * of the command that did.
   */
  readonly nameChanger?: (carrying: Carrying, command: Named, refused: Refused) => Promise<Refusal>;
  /** Writes what was decided, and what follows from it. */
  readonly save: (carrying: Carrying, command: Named, made: Made<Aggregate, Held>) => Promise<Carried>;
}

/** What is refused: the command, or one item of it. */
export interface Refused {
  readonly refusal: Refusal;
  readonly item?: string;
}

/** What was decided on what was loaded. */
export interface Made<Aggregate, Held> {
  readonly held: Held;
  readonly decision: Decided<Aggregate>;
}

/** The command was carried out. */
export const carriedOut: Carried = { kind: 'carried-out' };
