import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { benchCase } from './bench-cases.ts';

/** Stands in each budget that only the right to approve budgets shows. */
export const sealedWords = 'an offer of another company';

const size = { tasks: 5, messages: 20, documents: 3 };
/** The benches' cases have a role and a budget together at every twelfth. */
const pattern = 12;

/** The n-th case with the role, its user as given, and another company's budget in it. */
export function handledCase(index: number, member: string, today: string): CaseContent {
  const content = benchCase(index, size, today);
  const { case: model } = benchCase(index * pattern, size, today);
  const [budget] = model.budgets;
  const { role } = model;
  if (!budget || !role?.user) throw new Error('a case without a pattern');
  const user = { member, name: `${member} Person`, company: role.company };
  return {
    ...content,
    case: {
      ...content.case,
      role: { ...role, user },
      budgets: [{ ...budget, tasks: [content.case.tasks[1]?.id ?? ''], description: sealedWords }],
    },
  };
}

/** The n-th case without a role. */
export function plainCase(index: number, today: string): CaseContent {
  const content = benchCase(index, size, today);
  return { ...content, case: { ...content.case, role: null } };
}
