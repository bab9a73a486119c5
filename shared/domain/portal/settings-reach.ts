import type { Case } from '../case/case.ts';
import type { MemberId } from '../ids.ts';
import type { Standing } from '../member/standing.ts';
import { headroom } from '../rights/may.ts';
import { externalCaseHandler, inspector, projectManager } from '../rights/partner-roles.ts';
import type { ExternalCaseHandlerSettings } from './portal-settings.ts';

/** Whom a change of a portal's roles touches: how many people, and how many open cases. */
export interface SettingsReach {
  /** Active users who are marked for the External Case Handler role. */
  readonly marked: number;
  /** Of them, who has the role in an open case. */
  readonly handlers: number;
  /** Open cases in which somebody has the role, and those that wait at an office for a user. */
  readonly handled: number;
  readonly waiting: number;
  /** Who manages an open case as its project manager, and how many there are. */
  readonly managers: number;
  readonly managed: number;
  /** Who is responsible for an inspection in an open case, and how many of these there are. */
  readonly inspectors: number;
  readonly inspected: number;
  /** Waiting budgets that the handler of the case may approve today and that the new limit would not let pass. */
  readonly aboveLimit: number;
}

/** The limit as it would be. */
export type NewLimit = Pick<ExternalCaseHandlerSettings, 'defaultLimit' | 'limitBasis'>;

/** What of it one open case is: small, so that all of a portal's can be held at once. */
export interface CaseReach {
  readonly handler: MemberId | null;
  readonly waits: boolean;
  readonly managers: readonly MemberId[];
  readonly inspectors: readonly MemberId[];
  readonly aboveLimit: number;
}

/** What an open case counts for; `handler` is who has the role in it, with today's settings. */
export function reachInCase(subject: Case, handler: Standing | null, limit: NewLimit): CaseReach {
  return {
    handler: subject.role?.user?.member ?? null,
    waits: subject.role !== null && subject.role.user === null,
    managers: projectManager.holdersIn(subject),
    inspectors: inspector.holdersIn(subject),
    aboveLimit: handler ? aboveLimit(subject, handler, limit) : 0,
  };
}

/** All of a portal: its people, and each open case. */
export function settingsReach(
  people: readonly Pick<Standing, 'active' | 'level' | 'marked'>[],
  cases: readonly CaseReach[],
): SettingsReach {
  const distinct = (members: readonly MemberId[]): number => new Set(members).size;
  const handlers = cases.flatMap(({ handler }) => handler ?? []);
  return {
    marked: people.filter(({ active, level, marked }) => active && level > 0 && marked).length,
    handlers: distinct(handlers),
    handled: handlers.length,
    waiting: cases.filter(({ waits }) => waits).length,
    managers: distinct(cases.flatMap(({ managers }) => managers)),
    managed: cases.filter(({ managers }) => managers.length > 0).length,
    inspectors: distinct(cases.flatMap(({ inspectors }) => inspectors)),
    inspected: cases.filter(({ inspectors }) => inspectors.length > 0).length,
    aboveLimit: cases.reduce((sum, each) => sum + each.aboveLimit, 0),
  };
}

function aboveLimit(subject: Case, handler: Standing, limit: NewLimit): number {
  const { settings } = handler;
  if (!externalCaseHandler.rightsIn(settings).includes('budget.approve')) return 0;
  const changed = { ...settings, externalCaseHandler: { ...settings.externalCaseHandler, ...limit } };
  const over = (standing: Standing, budget: Case['budgets'][number]): boolean =>
    headroom(standing, subject, budget).over > 0;
  return subject.budgets.filter(
    (budget) =>
      budget.state === 'submitted' && !over(handler, budget) && over({ ...handler, settings: changed }, budget),
  ).length;
}
