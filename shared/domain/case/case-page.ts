import { dated } from '../dated.ts';
import { refused, silently, type CaseQuestion, type Consequence, type Decision, type Told } from '../decision.ts';
import type { ChatEntry } from '../chat/chat-entry.ts';
import type { CommandId } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { overwritesUnseen, type Checked, type Overwrites, type Page } from '../page.ts';
import type { Verdict } from '../rights/may.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { Authority, Right, Role } from '../rights/rights.ts';
import type { Case, CaseContent } from './case.ts';
import type { CasePart } from './case-part.ts';
import type { ContraryDecision, Logged } from './log-entry.ts';
import { logLines, type LogDraft } from './log-lines.ts';
import type { PartName } from './parts/part.ts';

/** A page about a case says which of its parts the decision is taken on, and which it may leave changed. */
export interface CasePage<Input, Binding extends boolean = boolean>
  extends Page<'case', CaseQuestion, Input, Case, Binding>, Parts {
  readonly instead: Instead<Input>;
}

/**
 * What somebody else decided instead, as far as a view of the case tells; about what the command would overwrite, where
 * that is named by its revision.
 */
type Instead<Input> = (view: CaseContent, input: Input, overwritten: CommandId | null) => ContraryDecision | null;

interface Parts {
  /** Without these nothing is decided; what a command only adds to is not among them. */
  readonly reads: readonly PartName[];
  /** Tails that it may append to are among them. */
  readonly changes: readonly PartName[];
}

/**
 * What a page about a case is made of. It asks in the order of domain.md §14: what it is about, who, whether that is
 * possible, whether it was seen, and what is asked of it then. Everything after `find` is told what was found.
 */
export interface CaseVerb<Input, Found extends object> extends Parts {
  readonly authority: Authority | 'system';
  readonly independent?: boolean;
  readonly rights?: readonly Right[];
  /** What of the case it is about; null where it is not there. */
  readonly find: (question: CaseQuestion, input: Input) => Found | null;
  /** Why nothing can be done about what is not there. */
  readonly absent?: (question: CaseQuestion) => Refusal;
  readonly may: (asked: CaseQuestion & Found, input: Input) => Verdict;
  /** When it became what it is: nothing is dated before what it decides on. */
  readonly since?: (asked: CaseQuestion & Found) => readonly (Moment | null)[];
  readonly check?: (asked: CaseQuestion & Found, input: Input) => Refusal | null;
  /** What has to be shown whole for the limits to be asked. */
  readonly wholly?: CasePart;
  readonly limits?: (asked: CaseQuestion & Found, input: Input) => Refusal | null;
  /** The parts that become others; null where it is so already. */
  readonly apply: (asked: CaseQuestion & Found & As, input: Input) => Partial<Case> | null;
  readonly says?: (asked: CaseQuestion & Found, input: Input) => ChatEntry;
  readonly log?: (asked: CaseQuestion & Found, input: Input, after: Case) => LogDraft | readonly LogDraft[];
  /** What the log shows of it, before and after. */
  readonly shows?: (subject: Case, asked: CaseQuestion & Found) => Logged;
  readonly tells?: (asked: CaseQuestion & Found, input: Input, after: Case) => readonly Told[];
  readonly instead?: Instead<Input>;
}

/** As whom it is done. */
export interface As {
  readonly as: Role;
}

/** What a verb that overwrites says beside. */
export type OverwritesInCase<Input, Found extends object> = Overwrites<CaseQuestion & Found, Input, Case>;

type AnyVerb<Input, Found extends object> = CaseVerb<Input, Found> & Partial<OverwritesInCase<Input, Found>>;

type Ready<Found> =
  Exclude<Checked, { kind: 'allowed' }> | { readonly kind: 'allowed'; readonly asked: CaseQuestion & Found & As };

/** Makes a page about a case of what it is made of. */
export function casePage<Input, Found extends object>(
  verb: CaseVerb<Input, Found> & OverwritesInCase<Input, Found>,
): CasePage<Input, true>;
export function casePage<Input, Found extends object>(verb: CaseVerb<Input, Found>): CasePage<Input, false>;
export function casePage<Input, Found extends object>(verb: AnyVerb<Input, Found>): CasePage<Input> {
  const { authority, independent = false, rights = [], reads, changes, basedOn, instead = () => null } = verb;
  return {
    subject: 'case',
    authority,
    independent,
    rights,
    reads,
    changes,
    binding: basedOn !== undefined,
    basedOn: basedOn ?? (() => []),
    instead,
    check: (question, input) => {
      const ready = check(verb, question, input);
      return ready.kind === 'allowed' ? { kind: 'allowed' } : ready;
    },
    decide: (question, input) => {
      const ready = check(verb, question, input);
      return ready.kind === 'allowed' ? apply(verb, ready.asked, input) : ready;
    },
  };
}

function check<Input, Found extends object>(
  verb: AnyVerb<Input, Found>,
  question: CaseQuestion,
  input: Input,
): Ready<Found> {
  const { case: subject } = question;
  const found = verb.find(question, input);
  if (found === null) return refused(verb.absent?.(question) ?? { code: 'case-not-found', grantor: 'nobody' });
  const asked = dated({ ...question, ...found }, verb.since?.({ ...question, ...found }) ?? []);
  const verdict = verb.may(asked, input);
  if (!verdict.allowed) return refused(verdict.refusal);
  const refusal =
    verb.check?.(asked, input) ?? overwritesUnseen(verb, { asked, input, aggregate: subject, id: subject.id });
  if (refusal) return refused(refusal);
  if (verb.wholly && subject.hidden.includes(verb.wholly)) return { kind: 'undecided' };
  const beyond = verb.limits?.(asked, input);
  return beyond ? refused(beyond) : { kind: 'allowed', asked: { ...asked, as: verdict.as } };
}

function apply<Input, Found extends object>(
  verb: AnyVerb<Input, Found>,
  asked: CaseQuestion & Found & As,
  input: Input,
): Decision<Case> {
  const { case: before, stamp } = asked;
  const change = verb.apply(asked, input);
  if (change === null) return silently(before);
  const after: Case = { ...before, ...change, changedAt: stamp.receivedAt ?? stamp.at };
  const shown = (subject: Case): Logged => verb.shows?.(subject, asked) ?? {};
  return {
    kind: 'decided',
    after,
    chat: [verb.says?.(asked, input) ?? []].flat(),
    log: logLines(asked, [verb.log?.(asked, input, after) ?? []].flat(), {
      before: shown(before),
      after: shown(after),
    }),
    consequences: (verb.tells?.(asked, input, after) ?? []).map(([notice, to]): Consequence => ({
      kind: 'tell',
      notice,
      to,
      case: before.id,
    })),
  };
}
