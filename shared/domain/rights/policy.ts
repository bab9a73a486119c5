import type { Level } from '../member/standing.ts';
import type { Authority, Right } from './rights.ts';

/** Who may by an authority: the usual way to it, and others beside it. */
export type Policy = readonly [Way, ...(Way | OtherWay)[]];

/** What a noun says of its authorities. */
export type Policies = Readonly<Partial<Record<Authority, Policy>>>;

/** A way to an authority that has an answer for everybody. */
export type Way =
  | { readonly kind: 'side'; readonly side: 'insurer' | 'operator'; readonly fromLevel: Level }
  | ({ readonly kind: 'company'; readonly of: 'the task' | 'the role' } & InCompany)
  | { readonly kind: 'right'; readonly right: Right }
  | { readonly kind: 'works-in-case' };

/** A way that has an answer only for some, and says nothing to the rest. */
export type OtherWay =
  | { readonly kind: 'project-manager' }
  | { readonly kind: 'another-partner'; readonly right: Right }
  | { readonly kind: 'admin'; readonly fromLevel: Level }
  | { readonly kind: 'runs-office'; readonly level: Level };

interface InCompany {
  readonly fromLevel: Level;
  /** Below that level too, for a task that is one's own. */
  readonly orResponsible?: boolean;
  /** Needs the permission for budgets beside (domain.md §6.1). */
  readonly withBudgetPermission?: boolean;
}

/** The people of one side, of all levels or from one on. */
export function the(
  side: 'insurer' | 'operator',
  { fromLevel }: { readonly fromLevel: Level } = { fromLevel: 1 },
): Policy {
  return [{ kind: 'side', side, fromLevel }];
}

/** The people of the company that has the task, or the External Case Handler role. */
export function somebodyOfTheCompanyWith(of: 'the task' | 'the role', who: InCompany): Policy {
  return [{ kind: 'company', of, ...who }];
}

/** Whoever has a right: by a role in the case, or as the insurer's. One's own work is decided on by somebody else (0013). */
export function whoeverHas(right: Right): Policy {
  return [{ kind: 'right', right }];
}

/** The insurer, who has a task, and the External Case Handler. */
export function everybodyWhoWorksInTheCase(): Policy {
  return [{ kind: 'works-in-case' }];
}

/** The project manager of the case, whichever company has the task. */
export function theProjectManager(): OtherWay {
  return { kind: 'project-manager' };
}

/** Whoever has a right, for another partner's task. */
export function forAnotherPartner(right: Right): OtherWay {
  return { kind: 'another-partner', right };
}

/** The admin of the company that it is about. */
export function theCompanyAdmin(): OtherWay {
  return { kind: 'admin', fromLevel: 4 };
}

/** The manager of the office that it is about (domain.md §1.4). */
export function whoRunsTheOffice(): OtherWay {
  return { kind: 'runs-office', level: 3 };
}

/** The usual way, or another one. */
export function either([first, ...more]: Policy, ...others: readonly (Policy | OtherWay)[]): Policy {
  return [first, ...more, ...others.flatMap((each): Policy | OtherWay => each)];
}
