import type { BudgetId, CommandId, CompanyId, OfficeId, TaskId } from '../ids.ts';
import type { MemberStanding } from '../member/standing.ts';
import type { PersonRef } from '../member/person-ref.ts';
import { fromMilliseconds, toMilliseconds, type Moment } from '../moment.ts';
import type { Addressee } from './addressee.ts';
import type { SettlementKind } from '../settlement/settlement.ts';
import { scopes, type Lack } from './lack.ts';

/** What somebody was refused: a command about a case by its name, or an authority, and the task or budget it is about. */
export interface Wanted {
  readonly wanted: string;
  readonly task?: TaskId;
  readonly budget?: BudgetId;
  /** The office that was chosen, where that is what was refused. */
  readonly office?: OfficeId;
  /** Where work items were to go to the customer: as what. */
  readonly settling?: SettlementKind;
}

/** That somebody asked for what was missing: of whom, when, for what. */
export interface Ask {
  /** Of the command that asked. */
  readonly id: CommandId;
  readonly by: PersonRef;
  readonly at: Moment;
  /** null while it has not been sent. */
  readonly receivedAt: Moment | null;
  readonly wanted: string;
  /** What that takes, by its name. */
  readonly authority: string;
  readonly task: TaskId | null;
  readonly budget: BudgetId | null;
  /** Left out where none was chosen. */
  readonly office?: OfficeId;
  readonly settling?: SettlementKind;
  readonly lacks: Lack;
  readonly of: Addressee;
  readonly note: string;
}

/** A case as far as something was asked for in it; missing in what was stored before that could be. */
interface WithAsks {
  readonly asks?: readonly Ask[];
}

/** As much of what is asked for as tells it from something else. */
export type AskedFor = Pick<Ask, 'authority' | 'task' | 'budget' | 'lacks'>;

/** So long somebody is not asked for the same again (docs/decisions/0041); milliseconds. */
const restLength = 7 * 24 * 3_600_000;

/** True where two ask for the same: what is missing, and what it is missing for as far as that makes a difference. */
export function isSameAsk(one: AskedFor, other: AskedFor): boolean {
  return signOf(one) === signOf(other);
}

function signOf({ lacks, authority, task, budget }: AskedFor): string {
  const scope = scopes[lacks.code];
  const thing = scope === 'case' ? [] : [task, budget];
  return JSON.stringify([lacks.code, lacks.right, lacks.level, lacks.feature, ...thing, scope === 'deed' && authority]);
}

/** The asks of a case, as far as its reader sees them. */
export function asksOf({ asks = [] }: WithAsks): readonly Ask[] {
  return asks;
}

/** What this person asked for last of the same. */
export function lastAsked(
  subject: WithAsks,
  { member }: Pick<MemberStanding, 'member'>,
  same: AskedFor,
): Ask | undefined {
  return asksOf(subject).find((ask) => ask.by.member === member && isSameAsk(ask, same));
}

/** True until the same may be asked for again. */
export function rests({ at }: Pick<Ask, 'at'>, now: Moment): boolean {
  return now < fromMilliseconds(toMilliseconds(at) + restLength);
}

/** The companies in whose cut an ask lies: the asker's, and the one whose office is asked. The insurer sees all. */
export function ownersOf({ by, of }: Ask): readonly CompanyId[] {
  return [...new Set([by.company, ...(of.company === null ? [] : [of.company])])];
}
