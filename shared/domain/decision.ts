import type { Case } from './case/case.ts';
import type { Facts, LogEntry } from './case/log-entry.ts';
import type { ChatEntry } from './chat/chat-entry.ts';
import type { Differing } from './differing.ts';
import type { CaseId, CommandId, CompanyId, MemberId, OfficeId } from './ids.ts';
import type { MemberStanding } from './member/standing.ts';
import type { Moment } from './moment.ts';
import type { Directory } from './office/directory.ts';
import type { Actor, System } from './rights/actor.ts';
import type { Refusal } from './rights/refusal.ts';
import type { SeenRevisions } from './revision.ts';
import { holdersWith } from './rights/partner-roles.ts';
import type { Right } from './rights/rights.ts';
import type { NoticeKind } from './told.ts';

/** Who asks, when and on what: identity and clock arrive as arguments (design.md sentence 2). */
export interface Stamp {
  readonly id: CommandId;
  /** When it was decided, by the app's clock; the portal server cuts it to no later than received (sync.md 24). */
  readonly at: Moment;
  /** When it was really decided, where `at` was moved to after what it decides on. */
  readonly decidedAt?: Moment;
  /** null while it is the app's guess. */
  readonly receivedAt: Moment | null;
  /** The revisions of what it overwrites, as the person saw them (sync.md 11); one alone where that is one thing. */
  readonly basedOn: SeenRevisions;
  /** Which item is decided on, where the command has some: what is made of each has its own id. */
  readonly item?: string;
}

/**
 * From when a deadline that a command starts is counted: from when the portal server received it, so that what was decided
 * offline is not overdue on arrival. Until then, in the guess, from when it was decided.
 */
export function deadlineStart({ at, receivedAt }: Stamp): Moment {
  return receivedAt ?? at;
}

/** What a decision about a case may read beside who asks. */
interface AboutCase {
  readonly directory: Directory;
  readonly case: Case;
  readonly stamp: Stamp;
}

/** The question that a page about a case is asked, by whomever. */
export interface CaseAsked<Who extends Actor = Actor> extends AboutCase {
  readonly actor: Who;
}

/** All that a decision about a case may read which a member takes: what a verb is told. */
export interface CaseQuestion extends AboutCase {
  readonly standing: MemberStanding;
}

/** The same of what the system does by itself. */
export type SystemQuestion = CaseAsked<System>;

/** What a decision about one aggregate comes to. `undecided`: the reader may not see what is needed (sync.md 14). */
export type Decision<Aggregate> =
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly items?: readonly ItemFate[] }
  | { readonly kind: 'undecided' }
  | Decided<Aggregate>;

/** What becomes of one item of a command, by the item's name. */
export type ItemFate =
  | { readonly item: string; readonly kind: 'carried-out' | 'undecided' }
  | { readonly item: string; readonly kind: 'refused'; readonly refusal: Refusal };

/** A yes: the aggregate after it, what to append, and what follows elsewhere (only the portal server acts on that). */
export interface Decided<Aggregate> {
  readonly kind: 'decided';
  readonly after: Aggregate;
  readonly chat: readonly ChatEntry[];
  readonly log: readonly LogEntry[];
  /** What the log of settings keeps; not of a case, which has a log of its own, and not where nothing differs. */
  readonly settings?: Differing<object> | null;
  readonly consequences: readonly Consequence[];
  /** What became of each item, where the command has some: at least one of them is carried out. */
  readonly items?: readonly ItemFate[];
}

/** What follows from a decision outside its aggregate: data, written as rows in the same transaction. */
export type Consequence =
  | { readonly kind: 'tell'; readonly notice: NoticeKind; readonly to: Recipient; readonly case: CaseId }
  | { readonly kind: 'release-roles-of'; readonly member: MemberId };

/** Who is told: deputies of those who are away are told as well (domain.md §11). */
export type Recipient =
  | { readonly kind: 'office'; readonly office: OfficeId; readonly company: CompanyId }
  | { readonly kind: 'member'; readonly member: MemberId }
  /** Of a company; the insurer where it has none. */
  | { readonly kind: 'admins'; readonly company: CompanyId }
  | { readonly kind: 'insurer' };

/** The refusal that stands for all of a command's items: the first that is not only for another's sake; null where there is none. */
export function reasonIn<Reason extends { readonly code: string }>(
  items: readonly { readonly kind: string; readonly refusal?: Reason }[],
): Reason | null {
  const refusals = items.flatMap(({ refusal }) => refusal ?? []);
  return refusals.find(({ code }) => code !== 'other-item-refused') ?? refusals[0] ?? null;
}

/** The domain says no. */
export function refused(refusal: Refusal): { readonly kind: 'refused'; readonly refusal: Refusal } {
  return { kind: 'refused', refusal };
}

/** A yes that no log tells of and nobody is told; nothing is written where `after` is what was before. */
export function silently<Aggregate>(after: Aggregate): Decided<Aggregate> {
  return { kind: 'decided', after, chat: [], log: [], consequences: [] };
}

/** A notice and who gets it. */
export type Told = readonly [NoticeKind, Recipient];

/** Tells who decides next: the insurer, and whoever holds a partner role with the right (domain.md §3.2). */
export function tellDeciders({ case: subject, standing }: CaseQuestion, notice: NoticeKind, right: Right): Told[] {
  const holders = holdersWith(right, subject, standing.settings);
  return [[notice, { kind: 'insurer' }], ...holders.map((member): Told => [notice, { kind: 'member', member }])];
}

/** The flag of a decision on the own company's work, where the portal lets it be taken (domain.md §6.3). */
export function ownCompanyFlag({ standing }: CaseQuestion, company: CompanyId | null): Facts {
  return company === standing.company ? { ownCompany: 'yes' } : {};
}
