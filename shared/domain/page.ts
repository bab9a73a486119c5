import type { Decision, Stamp } from './decision.ts';
import { unseenRefusal, type Thing } from './overwriting.ts';
import type { Refusal } from './rights/refusal.ts';
import type { Authority, Right } from './rights/rights.ts';

/** What the app and the portal server are told by a page of the command book, whatever it is about. */
export interface Page<Kind extends string, Question, Input, Aggregate, Binding extends boolean = boolean> {
  readonly subject: Kind;
  /** `self`: about oneself only; `system`: no person issues it. */
  readonly authority: Authority | 'self' | 'system';
  /** Waits for no earlier command on its subject (sync.md 10). */
  readonly independent: boolean;
  /** Rights beside the authority that open it or add to what it does. */
  readonly rights: readonly Right[];
  /** Binds money or people, or overwrites: carries the revisions that were seen (sync.md 11). */
  readonly binding: Binding;
  /** What it would overwrite, of the subject with this id. */
  readonly basedOn: (input: Input, subject: string) => readonly Thing<Aggregate>[];
  /** What would become of it, without making it: asked for a button. */
  readonly check: (question: Question, input: Input) => Checked;
  /** The check, then the change with its log and who is told. */
  readonly decide: (question: Question, input: Input) => Decision<Aggregate>;
}

/** The answer to "may this be done now?". `undecided`: the reader may not see what is needed (sync.md 14). */
export type Checked =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'undecided' }
  | { readonly kind: 'allowed' };

/** What a verb may say about what it overwrites. */
export interface Overwrites<Asked, Input, Aggregate> {
  /** The things that it overwrites: no more than them, a change beside them is none of its business. */
  readonly basedOn: (input: Input, subject: string) => readonly Thing<Aggregate>[];
  /** True where they are so already: two people who say the same are of one mind, and nothing is compared. */
  readonly already?: (asked: Asked, input: Input) => boolean;
}

/** The one place where revisions are compared: the refusal of a command that would overwrite what was not seen. */
export function overwritesUnseen<Asked extends { readonly stamp: Stamp }, Input, Aggregate>(
  { basedOn, already }: Partial<Overwrites<Asked, Input, Aggregate>>,
  { asked, input, aggregate, id }: Compared<Asked, Input, Aggregate>,
): Refusal | null {
  if (!basedOn || already?.(asked, input)) return null;
  return unseenRefusal(asked.stamp, aggregate, basedOn(input, id));
}

interface Compared<Asked, Input, Aggregate> {
  readonly asked: Asked;
  readonly input: Input;
  readonly aggregate: Aggregate;
  readonly id: string;
}
