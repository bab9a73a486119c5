import type { Budget } from '../budget/budget.ts';
import type { CaseQuestion } from '../decision.ts';
import type { OfficeId } from '../ids.ts';
import { canBeTold } from '../member/deputies.ts';
import type { MemberEntry } from '../office/directory.ts';
import type { Refusal } from '../rights/refusal.ts';
import type { Task } from '../task/task.ts';
import type { Addressee } from './addressee.ts';

type Asked = Pick<CaseQuestion, 'standing' | 'directory' | 'case'>;

/** What was refused, as far as an office has it. */
interface About {
  readonly task: Pick<Task, 'office'> | undefined;
  readonly budget: Pick<Budget, 'office'> | undefined;
}

/**
 * Who is asked where this is refused: those who can lift it, or the insurer where there is nobody else in the company who
 * could, and for the operator, who is in no case. null where nobody is: nobody asks the own side for what it can do itself,
 * and an office at which the role waits was told so when it was given.
 */
export function whomToAsk(asked: Asked, refusal: Refusal, { task, budget }: About): Addressee | null {
  const { role } = asked.case;
  switch (refusal.grantor) {
    case 'nobody':
      return null;
    case 'other-office':
      return officeAsked(asked, task?.office ?? budget?.office ?? null);
    case 'own-office':
      return role && hasColleague(asked, 2, role.office) ? officeAsked(asked, role.office) : adminsAsked(asked);
    case 'company-admin':
      return adminsAsked(asked);
    case 'insurer':
    case 'operator':
      return insurerAsked(asked, refusal.grantor === 'operator');
  }
}

const nobody = { company: null, office: null, passesOn: false } as const;

function insurerAsked({ standing }: Asked, passesOn = false): Addressee | null {
  return standing.side === 'partner' ? { ...nobody, kind: 'insurer', name: standing.portalName, passesOn } : null;
}

function adminsAsked(asked: Asked): Addressee | null {
  const { side, companyName: name, company } = asked.standing;
  return side === 'partner' && hasColleague(asked, 4)
    ? { ...nobody, kind: 'company-admin', name, company }
    : insurerAsked(asked);
}

function officeAsked({ standing, directory }: Asked, id: OfficeId | null): Addressee | null {
  const office = directory.offices.find((each) => each.id === id);
  if (!office) return null;
  const kind = office.company === standing.company ? 'own-office' : 'other-office';
  return { ...nobody, kind, name: office.name, company: office.company, office: office.id };
}

/** Somebody else of the own company, at this office where one is named, who is here and may do as much. */
function hasColleague({ standing, directory }: Asked, level: number, office?: OfficeId): boolean {
  const isThere = (member: MemberEntry): boolean =>
    member.company === standing.company && (office === undefined || member.office === office);
  return directory.members.some(
    (member) => member.id !== standing.member && isThere(member) && canBeTold(member) && member.level >= level,
  );
}
