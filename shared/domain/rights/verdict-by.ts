import type { CompanyId, OfficeId } from '../ids.ts';
import type { MemberStanding } from '../member/standing.ts';
import type { OtherWay, Policy, Way } from './policy.ts';
import type { Refusal } from './refusal.ts';
import type { Right } from './rights.ts';
import { actsForTask, isExternalCaseHandler, isProjectManager, isResponsible } from './roles-in-case.ts';
import type { AskedCase, Subject } from './subject.ts';
import { no, yes, type Verdict } from './verdict.ts';

/** What a policy is asked: who, and about what. */
export interface Asked {
  readonly standing: MemberStanding;
  /** null where it is about no case. */
  readonly inCase: InCase | null;
  /** The company, and its office, that it is about; null where it is about none. */
  readonly place: Place | null;
}

/** A case with the task or budget, and what the roles in it give to who asks. */
export interface InCase {
  readonly subject: Subject;
  readonly byRight: (right: Right) => Verdict;
}

/** A company, and one of its offices where it is about that. */
export interface Place {
  readonly company: CompanyId;
  readonly office?: OfficeId;
}

/** What a policy says to who asks: the first yes of its ways, else their last no. */
export function verdictBy([first, ...others]: Policy, asked: Asked): Verdict {
  return others.reduce<Verdict>(
    (said, way) => (said.allowed ? said : (answerOfOther(way, asked) ?? said)),
    answerOf(first, asked),
  );
}

function answerOf(way: Way, { standing, inCase }: Asked): Verdict {
  switch (way.kind) {
    case 'side':
      return ofSide(way, standing);
    case 'company':
      return inCompany(way, standing, inCase);
    case 'right':
      return inCase?.byRight(way.right) ?? no(insurerOnly);
    case 'works-in-case':
      return inCase ? worksInCase(standing, inCase.subject.case) : no(insurerOnly);
  }
}

function answerOfOther(way: Way | OtherWay, asked: Asked): Verdict | null {
  const { standing, inCase, place } = asked;
  switch (way.kind) {
    case 'project-manager':
      return inCase && isProjectManager({ standing, case: inCase.subject.case }) ? yes('project-manager') : null;
    case 'another-partner':
      return inCase && forAnotherPartner(standing, inCase, way.right);
    case 'admin':
      return place && standing.side === 'partner' ? adminOf(place, standing, way.fromLevel) : null;
    case 'runs-office': {
      const manages = standing.side === 'partner' && standing.level === way.level;
      return manages && place?.office !== undefined && place.office === standing.office ? yes('office') : null;
    }
    default:
      return answerOf(way, asked);
  }
}

type Of<Kind extends Way['kind']> = Extract<Way, { kind: Kind }>;

function ofSide({ side, fromLevel }: Of<'side'>, standing: MemberStanding): Verdict {
  if (standing.side !== side)
    return no(side === 'operator' ? { code: 'operator-only', grantor: 'operator' } : insurerOnly);
  return standing.level >= fromLevel ? yes(side) : no(tooLow(fromLevel));
}

/** From the level on somebody acts for the whole company (domain.md §1.4). */
function inCompany(way: Of<'company'>, standing: MemberStanding, inCase: InCase | null): Verdict {
  const { role } = inCase?.subject.case ?? {};
  if (way.of === 'the role' && !role) return no({ code: 'no-role', grantor: 'insurer' });
  const task = inCase?.subject.task;
  const company = way.of === 'the role' ? role?.company : task?.company;
  if (standing.side !== 'partner' || company !== standing.company) return no(anotherCompany);
  const own = way.orResponsible === true && task !== undefined && isResponsible(standing, task);
  if (standing.level < way.fromLevel && !own) return no(tooLow(way.fromLevel));
  return way.withBudgetPermission && !standing.budgetPermission
    ? no({ code: 'no-budget-permission', grantor: 'company-admin' })
    : yes('office');
}

/** Who is refused hears of the right only with the role that could give it: to others it is another company's task. */
function forAnotherPartner(standing: MemberStanding, { subject, byRight }: InCase, right: Right): Verdict | null {
  const others = subject.task?.company && subject.task.company !== standing.company;
  if (!others || standing.side !== 'partner') return null;
  const verdict = byRight(right);
  return verdict.allowed || isExternalCaseHandler({ standing, case: subject.case }) ? verdict : null;
}

function worksInCase(standing: MemberStanding, subject: AskedCase): Verdict {
  if (standing.side === 'insurer') return yes('insurer');
  if (subject.tasks.some((task) => actsForTask(standing, task))) return yes('office');
  if (isExternalCaseHandler({ standing, case: subject })) return yes('external-case-handler');
  const grantor = subject.role?.company === standing.company ? 'own-office' : 'insurer';
  return no({ code: 'no-role-in-case', grantor, right: null });
}

function adminOf({ company }: Place, standing: MemberStanding, fromLevel: number): Verdict {
  if (company !== standing.company) return no(anotherCompany);
  return standing.level >= fromLevel ? yes('office') : no(tooLow(fromLevel));
}

const insurerOnly: Refusal = { code: 'insurer-only', grantor: 'insurer' };
const anotherCompany: Refusal = { code: 'other-office-task', grantor: 'other-office' };

function tooLow(needed: number): Refusal {
  return { code: 'level-too-low', grantor: 'company-admin', needed };
}
