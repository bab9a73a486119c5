import { dated } from '../dated.ts';
import {
  refused,
  silently,
  type CaseAsked,
  type CaseQuestion,
  type Consequence,
  type Decision,
  type SystemQuestion,
  type Told,
} from '../decision.ts';
import type { ChatEntry } from '../chat/chat-entry.ts';
import type { CommandId } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { overwritesUnseen, type Checked, type Overwrites, type Page } from '../page.ts';
import { notByLink } from '../rights/actor.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { Authority, Right, Role } from '../rights/rights.ts';
import { yes, type Verdict } from '../rights/verdict.ts';
import type { Case, CaseContent } from './case.ts';
import type { CasePart } from './case-part.ts';
import type { ContraryDecision, Logged } from './log-entry.ts';
import { logLines, type LogDraft } from './log-lines.ts';
import type { PartName } from './parts/part.ts';

/** A page about a case says which of its parts the decision is taken on, and which it may leave changed. */
export interface CasePage<Input, Binding extends boolean = boolean>
  extends Page<'case', CaseAsked, Input, Case, Binding>, Parts {
  readonly instead: Instead<Input>;
  /** Where it does to many things what another command does to one. */
  readonly items?: Items<Input>;
}

/** How a command consists of items. */
export interface Items<Input> {
  /** The page of the command that does one of them by itself. */
  readonly each: object;
  /** Else one that is refused refuses all. */
  readonly eachByItself: boolean;
  /** The items in their order, each with its name and what `each` takes. */
  readonly split: (input: Input) => readonly { readonly item: string; readonly input: unknown }[];
  /** The input with these items only. */
  readonly only: (input: Input, isKept: (item: string) => boolean) => unknown;
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
export interface CaseVerb<Input, Found extends object, Question = CaseQuestion> extends Parts {
  readonly authority: Authority;
  readonly independent?: boolean;
  readonly rights?: readonly Right[];
  /** What of the case it is about; null where it is not there. */
  readonly find: (question: Question, input: Input) => Found | null;
  /** Why nothing can be done about what is not there. */
  readonly absent?: (question: Question) => Refusal;
  readonly may: (asked: Question & Found, input: Input) => Verdict;
  /** When it became what it is: nothing is dated before what it decides on. */
  readonly since?: (asked: Question & Found) => readonly (Moment | null)[];
  readonly check?: (asked: Question & Found, input: Input) => Refusal | null;
  /** What has to be shown whole for the limits to be asked. */
  readonly wholly?: CasePart;
  readonly limits?: (asked: Question & Found, input: Input) => Refusal | null;
  /** The parts that become others; null where it is so already. */
  readonly apply: (asked: Question & Found & As, input: Input) => Partial<Case> | null;
  readonly says?: (asked: Question & Found, input: Input) => ChatEntry;
  readonly log?: (asked: Question & Found, input: Input, after: Case) => LogDraft | readonly LogDraft[];
  /** What the log shows of it, before and after. */
  readonly shows?: (subject: Case, asked: Question & Found) => Logged;
  readonly tells?: (asked: Question & Found, input: Input, after: Case) => readonly Told[];
  readonly instead?: Instead<Input>;
}

/** As whom it is done. */
export interface As {
  readonly as: Role;
}

/** What a verb that overwrites says beside. */
export type OverwritesInCase<Input, Found extends object, Question = CaseQuestion> = Overwrites<
  Question & Found,
  Input,
  Case
>;

interface AnyVerb<Input, Found extends object, Question>
  extends Omit<CaseVerb<Input, Found, Question>, 'authority'>, Partial<OverwritesInCase<Input, Found, Question>> {
  readonly authority: Authority | 'system';
  /** The question as the verb is told it; null where it is not for this actor. */
  readonly toldTo: (asked: CaseAsked) => (CaseAsked & Question) | null;
}

type Ready<Asked> = Exclude<Checked, { kind: 'allowed' }> | { readonly kind: 'allowed'; readonly asked: Asked };

/** Makes a page about a case, for members, of what it is made of. */
export function casePage<Input, Found extends object>(
  verb: CaseVerb<Input, Found> & OverwritesInCase<Input, Found>,
): CasePage<Input, true>;
export function casePage<Input, Found extends object>(verb: CaseVerb<Input, Found>): CasePage<Input, false>;
export function casePage<Input, Found extends object>(
  verb: CaseVerb<Input, Found> & Partial<OverwritesInCase<Input, Found>>,
): CasePage<Input> {
  return pageOf<Input, Found, CaseQuestion>({ ...verb, toldTo: asMember });
}

/** Makes a page of what the portal server does by itself in a case: to a person there is no such thing. */
export function systemPage<Input, Found extends object>(
  verb: Omit<CaseVerb<Input, Found, SystemQuestion>, 'authority' | 'may'>,
): CasePage<Input> {
  return pageOf({ ...verb, authority: 'system', may: () => yes('system'), toldTo: asSystem });
}

function pageOf<Input, Found extends object, Question>(verb: AnyVerb<Input, Found, Question>): CasePage<Input> {
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
    check: (asked, input) => {
      const ready = check(verb, asked, input);
      return ready.kind === 'allowed' ? { kind: 'allowed' } : ready;
    },
    decide: (asked, input) => {
      const ready = check(verb, asked, input);
      return ready.kind === 'allowed' ? apply(verb, ready.asked, input) : ready;
    },
  };
}

function asMember(asked: CaseAsked): (CaseAsked & CaseQuestion) | null {
  const { actor } = asked;
  return actor.side === 'link' || actor.side === 'system' ? null : { ...asked, standing: actor };
}

function asSystem(asked: CaseAsked): SystemQuestion | null {
  const { actor } = asked;
  return actor.side === 'system' ? { ...asked, actor } : null;
}

function check<Input, Found extends object, Question>(
  verb: AnyVerb<Input, Found, Question>,
  given: CaseAsked,
  input: Input,
): Ready<CaseAsked & Question & Found & As> {
  const question = verb.toldTo(given);
  if (question === null) return refused(notFor(given));
  const { case: subject } = question;
  const found = verb.find(question, input);
  if (found === null) return refused(verb.absent?.(question) ?? notThere);
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

const notThere: Refusal = { code: 'case-not-found', grantor: 'nobody' };

function notFor({ actor }: CaseAsked): Refusal {
  return actor.side === 'link' ? notByLink : notThere;
}

function apply<Input, Found extends object, Question>(
  verb: AnyVerb<Input, Found, Question>,
  asked: CaseAsked & Question & Found & As,
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
