import { refused, silently, type Consequence, type Decision, type Stamp } from './decision.ts';
import { differing } from './differing.ts';
import { overwritesUnseen, type Checked, type Overwrites, type Page } from './page.ts';
import type { Refusal } from './rights/refusal.ts';
import type { Authority, Right } from './rights/rights.ts';

/** A subject whose settings are kept as one value: a member, an office, the portal. */
export interface SettingsKind<Kind extends string, Question, Aggregate> {
  readonly subject: Kind;
  /** What is decided on, and its id; null where it is made only now. */
  readonly of: (question: Question) => { readonly aggregate: Aggregate; readonly id: string } | null;
  /** What its log tells: all of it but what says nothing of the settings. */
  readonly shows: (aggregate: Aggregate) => object;
}

/** What a page about settings is made of. */
export interface SettingsVerb<Question, Input, Aggregate> {
  readonly authority: Authority | 'self';
  readonly independent?: boolean;
  readonly rights?: readonly Right[];
  /** Who may not, or what cannot be; before any revision is compared (domain.md §14). */
  readonly check: (question: Question, input: Input) => Refusal | null;
  /** The same for what is only asked of a thing that was seen. */
  readonly limits?: (question: Question, input: Input) => Refusal | null;
  /** What it is afterwards, with its revision where it has one. */
  readonly apply: (question: Question, input: Input) => Aggregate;
  readonly follows?: (question: Question, after: Aggregate) => readonly Consequence[];
}

type Overwriting<Question, Input, Aggregate> = SettingsVerb<Question, Input, Aggregate> &
  Overwrites<Question, Input, Aggregate>;
type AnyVerb<Question, Input, Aggregate> = SettingsVerb<Question, Input, Aggregate> &
  Partial<Overwrites<Question, Input, Aggregate>>;

/** Makes the pages of one kind of settings: checked, compared, applied; nothing is written where it is so already. */
export function settingsPages<Kind extends string, Question extends { readonly stamp: Stamp }, Aggregate>(
  kind: SettingsKind<Kind, Question, Aggregate>,
) {
  function page<Input>(verb: Overwriting<Question, Input, Aggregate>): Page<Kind, Question, Input, Aggregate, true>;
  function page<Input>(verb: SettingsVerb<Question, Input, Aggregate>): Page<Kind, Question, Input, Aggregate, false>;
  function page<Input>(verb: AnyVerb<Question, Input, Aggregate>): Page<Kind, Question, Input, Aggregate> {
    const { authority, independent = false, rights = [], basedOn } = verb;
    return {
      subject: kind.subject,
      authority,
      independent,
      rights,
      binding: basedOn !== undefined,
      basedOn: basedOn ?? (() => []),
      check: (question, input) => check(kind, verb, question, input),
      decide: (question, input) => {
        const checked = check(kind, verb, question, input);
        return checked.kind === 'allowed' ? apply(kind, verb, question, input) : checked;
      },
    };
  }
  return page;
}

function check<Question extends { readonly stamp: Stamp }, Input, Aggregate>(
  kind: SettingsKind<string, Question, Aggregate>,
  verb: AnyVerb<Question, Input, Aggregate>,
  question: Question,
  input: Input,
): Checked {
  const before = kind.of(question);
  const refusal =
    verb.check(question, input) ??
    (before && overwritesUnseen(verb, { asked: question, input, ...before })) ??
    verb.limits?.(question, input);
  return refusal ? refused(refusal) : { kind: 'allowed' };
}

function apply<Question, Input, Aggregate>(
  kind: SettingsKind<string, Question, Aggregate>,
  verb: AnyVerb<Question, Input, Aggregate>,
  question: Question,
  input: Input,
): Decision<Aggregate> {
  const before = kind.of(question);
  if (before && verb.already?.(question, input)) return silently(before.aggregate);
  const after = verb.apply(question, input);
  const settings = differing(before ? kind.shows(before.aggregate) : {}, kind.shows(after));
  return { ...silently(after), settings, consequences: verb.follows?.(question, after) ?? [] };
}
