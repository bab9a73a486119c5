import type { OpenCase } from '../../../renderer/offline/offline-desk.ts';
import { sights } from '../../../shared/domain/case/case-parts.ts';
import { viewOf } from '../brute-force/view-of.ts';
import { toListRow } from '../../../shared/domain/case/list-row.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import {
  aBudget,
  aCaseHandler,
  aContent,
  aDirectory,
  aMember,
  anInsurer,
  anna,
  anOffice,
  aRole,
  aTask,
  carla,
  monday,
  settingsWithRole,
} from '../builders.ts';
import { aPortalState, type WorkplaceStart } from '../renderer/in-memory-workplace.ts';
import { dueIn, factsOf } from '../rows.ts';

const dispatcher = aCaseHandler({
  member: 'disp',
  name: 'Diana Spatch',
  marked: false,
  settings: settingsWithRole({ rights: ['budget.approve', 'tasks.approve'] }),
});
const directory = aDirectory({
  offices: [anOffice(), anOffice({ id: 'joensuu', name: 'Arvio Joensuu' })],
  members: [
    aMember(),
    aMember({ id: 'bo', name: 'Bo Ek', limit: { kind: 'other', amount: 1_000_000 }, away: { deputy: carla.member } }),
    aMember({ id: 'aino', name: 'Aino Aalto-Kaukonpää', office: 'joensuu', email: 'aino@arvio.example' }),
  ],
});

/** Twenty-five cases as a coordinator sees them whose role waits at the company; two have a user, one is closed. */
export function manyWaiting(): WorkplaceStart {
  const cases = Array.from({ length: 25 }, (_, index): OpenCase => {
    const others: Partial<Case> =
      index % 12 === 5
        ? { role: aRole({ user: carla, userAssignedAt: monday }) }
        : index === 9
          ? { state: 'closed' }
          : {};
    const brief = { taskTypes: ['drying'], openBudgets: 1, above: { bo: index % 3 === 0 ? 1 : 0 } };
    const number = `NM-2026-${String(41_000 + index * 37)}`;
    const role = aRole({ target: dueIn(index - 3), revision: `role-${index}` });
    const whole = aContent({ id: `case-${index}`, number, claimNumber: `CL-${index}`, role, brief, ...others });
    const content = viewOf(whole, { parts: sights['company-header'], company: 'arvio' });
    const key = { portal: 'nordic-portal', case: whole.case.id };
    return {
      key,
      content,
      confirmed: content,
      standing: dispatcher,
      directory,
      waiting: [],
      fates: [],
      asOf: monday,
      read: 0,
    };
  });
  return startWith(cases, dispatcher);
}

/** Twenty cases of the insurer's with two completed tasks each; of every sixth a budget waits for its decision. */
export function manyCompleted(): WorkplaceStart {
  const standing = anInsurer();
  const cases = Array.from({ length: 20 }, (_, index): OpenCase => {
    const tasks = ['drying', 'first-aid'].map((type) =>
      aTask({ id: `${type}-${index}`, type, status: '4', responsibles: [anna], revision: `${type}-${index}` }),
    );
    const budgets = index % 6 === 2 ? [aBudget({ tasks: [`drying-${index}`] })] : [];
    const number = `NM-2026-${String(41_000 + index * 37)}`;
    const content = aContent({ id: `case-${index}`, number, claimNumber: `CL-${index}`, tasks, budgets });
    const key = { portal: 'nordic-portal', case: content.case.id };
    return { key, content, confirmed: content, standing, directory, waiting: [], fates: [], asOf: monday, read: 0 };
  });
  return startWith(cases, standing);
}

function startWith(cases: readonly OpenCase[], standing: Standing): WorkplaceStart {
  return {
    state: {
      portals: [aPortalState({ standing, directory })],
      rows: cases.map(({ content }) => factsOf(toListRow(content), { standing })),
      outbox: [],
      refusals: [],
    },
    openCase: async ({ case: id }) => cases.find(({ key }) => key.case === id) ?? null,
  };
}
