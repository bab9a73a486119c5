import { seesContent } from '../../shared/domain/case/case-parts.ts';
import { noCategories, type OfficeCategories } from '../../shared/domain/category/category.ts';
import type { CaseContent } from '../../shared/domain/case/case.ts';
import {
  categoriesPageOf,
  checkCase,
  commandBook,
  decideMember,
  decidePortal,
  officePageOf,
} from '../../shared/domain/command-book.ts';
import { namingInDecision } from '../../shared/domain/command-items.ts';
import { refused, type Decision, type Stamp } from '../../shared/domain/decision.ts';
import type { Membership } from '../../shared/domain/member/membership.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import { termsOf } from '../../shared/domain/office/change-office.ts';
import type { Directory } from '../../shared/domain/office/directory.ts';
import type { Checked } from '../../shared/domain/page.ts';
import type { Refusal, RefusalCode } from '../../shared/domain/rights/refusal.ts';
import { isAbout, type Command } from '../../shared/contract/commands.ts';
import { isCaseCommand } from './waiting-commands.ts';

/** What the app knows when it guesses. */
export interface GuessFacts {
  readonly standing: Standing;
  readonly directory: Directory;
  /** Categories of offices, where they are given. */
  readonly categories: OfficeCategories | null;
  readonly reading: Readonly<Record<string, number>>;
  /** The case that the command shows in, as shown; null where it is not held or there is none. */
  readonly content: CaseContent | null;
}

/** Why the rules refuse a command as far as the app can tell; null = to be kept (decided, or undecided here). */
export function guessRefusal(command: Command, facts: GuessFacts): Refusal | null {
  const decision = decide(command, facts);
  return decision.kind === 'refused' ? decision.refusal : null;
}

const notFound = refused({ code: 'case-not-found', grantor: 'nobody' });

/** Refusals that an own waiting command may have settled: it changed the thing, or defined the category. */
const ownMakes: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['stale', 'category-unknown']);

/** What an own waiting command made of the thing is not known here, only that there is one. */
function unlessOwnWaits(command: Command, decision: Decision<unknown>): Decision<unknown> {
  const isOver = decision.kind === 'refused' && ownMakes.has(decision.refusal.code);
  return isOver && command.after !== null ? { kind: 'undecided' } : decision;
}

function decide(command: Command, facts: GuessFacts): Decision<unknown> | Checked {
  const { standing, directory } = facts;
  const stamp: Stamp = { id: command.id, at: command.at, receivedAt: null, basedOn: command.basedOn };
  if (isCaseCommand(command)) {
    if (!facts.content) return notFound;
    // Only checked: the change is made once, where the case is shown with it (replay.ts).
    const checked = checkCase({ actor: standing, directory, case: facts.content.case, stamp }, command);
    return checked.kind === 'refused' ? namingInDecision(checked, facts.content, command) : checked;
  }
  if (command.name === 'invite-member') {
    const known = directory.members.find(({ email }) => email === command.input.email) ?? null;
    const question = { standing, directory, member: command.subject.id, known, stamp };
    return commandBook['invite-member'].decide(question, command.input);
  }
  if (command.name === 'mark-read' && !(facts.content && seesContent(facts.content.case))) return notFound;
  if (isAbout(command, 'member')) {
    const member = membershipOf(command.subject.id, facts);
    return member ? unlessOwnWaits(command, decideMember({ standing, directory, member, stamp }, command)) : notFound;
  }
  if (isAbout(command, 'portal')) {
    return unlessOwnWaits(command, decidePortal({ standing, settings: standing.settings, stamp }, command));
  }
  if (isAbout(command, 'categories')) {
    const question = { standing, directory, categories: facts.categories ?? noCategories, stamp };
    return unlessOwnWaits(command, categoriesPageOf(command).decide(question, command.input));
  }
  const office = directory.offices.find((each) => each.id === command.subject.id);
  if (!office) return notFound;
  const question = { standing, office: termsOf(office), stamp };
  return unlessOwnWaits(command, officePageOf(command).decide(question, command.input));
}

/** A membership as the directory tells it; one's own also from the standing. */
function membershipOf(id: string, { standing, directory, reading }: GuessFacts): Membership | null {
  const entry = directory.members.find((each) => each.id === id);
  const own = standing.member === id;
  const source = entry ?? (own ? { ...standing, away: null } : null);
  if (!source) return null;
  const { company, office, level, active, marked, limit, certified, budgetPermission, away } = source;
  const known = { company, office, level, active, marked, limit, certified, budgetPermission, away };
  const { invited, markRevision, termsRevision } = entry ?? {};
  return { member: id, reading: own ? reading : {}, ...known, invited, markRevision, termsRevision };
}
