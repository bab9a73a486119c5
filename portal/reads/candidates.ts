import type { Case } from '../../shared/domain/case/case.ts';
import { categoriesRight } from '../../shared/domain/category/categories-sight.ts';
import type { CategorisedOffice, Category } from '../../shared/domain/category/category.ts';
import {
  officeCandidates,
  roleUserExclusion,
  userCandidates,
  type UserCandidate,
} from '../../shared/domain/external-case-handler/candidates.ts';
import type { OfficeId, TaskId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import type { MemberEntry } from '../../shared/domain/office/directory.ts';
import type { OfficeCandidates } from '../../shared/domain/office/nearest-offices.ts';
import type { MemberExclusion } from '../../shared/domain/rights/refusal.ts';
import { may } from '../../shared/domain/rights/may.ts';
import { findTask } from '../../shared/domain/task/change-task.ts';
import { taskOfficeCandidates } from '../../shared/domain/task/office-candidates.ts';
import type { Caller } from '../portal-deps.ts';
import { readCategories } from './categories.ts';
import { directoryFor } from './network.ts';
import type { Reader, ReadDeps } from './reader.ts';
import { withSeenCase, type AskedCase } from './seen-case.ts';

/**
 * Offices for the role or a task, nearest first, and why the others are not listed; with their categories for who is
 * shown them.
 */
export type OfficeCandidatesNow = OfficeCandidates & { readonly asOf: Moment; readonly categories?: CategoriesShown };

/** What categories there are, and which of the listed offices have which. */
export interface CategoriesShown {
  readonly defined: readonly Category[];
  readonly offices: readonly CategorisedOffice[];
}

/** Users for the role, those of its own office first, and why others of the company are not listed. */
export interface UserCandidatesNow {
  readonly asOf: Moment;
  /** The office that holds the role; null while none does. */
  readonly office: OfficeId | null;
  readonly eligible: readonly UserCandidate[];
  readonly excluded: readonly { readonly member: MemberEntry; readonly why: MemberExclusion }[];
}

/** The same pure function that the app runs on its own directory (design.md §11). */
export function readOfficeCandidates(
  deps: ReadDeps,
  caller: Caller,
  asked: AskedCase,
): Promise<OfficeCandidatesNow | null> {
  return withSeenCase(deps, caller, asked, async (reader, { case: seen }) => {
    const { network, standing } = reader;
    const candidates = officeCandidates(directoryFor(network, standing), seen.site.position);
    return { asOf: deps.now(), ...candidates, ...(await categoriesIn(reader, seen, candidates)) };
  });
}

/** Left out, not emptied, for who is not shown them: neither their bytes nor the order of the offices say anything. */
async function categoriesIn(
  { db, portal, standing }: Reader,
  seen: Case,
  { eligible }: OfficeCandidates,
): Promise<Pick<OfficeCandidatesNow, 'categories'>> {
  if (!may(standing, categoriesRight, { case: seen }).allowed) return {};
  const { defined, offices } = await readCategories(db, portal);
  const listed = new Set(eligible.map(({ office }) => office.id));
  return { categories: { defined: defined.categories, offices: offices.filter(({ office }) => listed.has(office)) } };
}

/** The offices that a task can be given to, for who may give it; null for everybody else, as where there is no such task. */
export function readTaskOfficeCandidates(
  deps: ReadDeps,
  caller: Caller,
  asked: AskedCase & { readonly task: TaskId },
): Promise<OfficeCandidatesNow | null> {
  return withSeenCase(deps, caller, asked, async (reader, { case: seen }) => {
    const { network, standing } = reader;
    const task = findTask(seen, asked.task);
    if (!task || !may(standing, 'tasks.allocate', { case: seen, task }).allowed) return null;
    const directory = directoryFor(network, standing);
    const candidates = taskOfficeCandidates(directory, seen.site.position, [task.type]);
    return { asOf: deps.now(), ...candidates, ...(await categoriesIn(reader, seen, candidates)) };
  });
}

/** The users that the office holding the role may pick from, as far as the reader knows them. */
export function readUserCandidates(
  deps: ReadDeps,
  caller: Caller,
  asked: AskedCase,
): Promise<UserCandidatesNow | null> {
  return withSeenCase(deps, caller, asked, ({ network, standing }, { case: { role } }) => {
    if (!role) return { asOf: deps.now(), office: null, eligible: [], excluded: [] };
    const directory = directoryFor(network, standing);
    const colleagues = directory.members.filter(({ company }) => company === role.company);
    const excluded = colleagues.flatMap((member) => {
      const why = roleUserExclusion(directory, member, role.office);
      return why === null ? [] : [{ member, why }];
    });
    return { asOf: deps.now(), office: role.office, eligible: userCandidates(directory, role.office), excluded };
  });
}
