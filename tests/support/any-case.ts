import fc from 'fast-check';
import type { Case } from '../../shared/domain/case/case.ts';
import { versionOf } from '../../shared/domain/budget/budget-version.ts';
import type { CaseCommand } from '../../shared/domain/command-book.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import { rights } from '../../shared/domain/rights/rights.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aDirectory,
  aFile,
  aMember,
  anInsurer,
  anna,
  anOffice,
  aRole,
  aStanding,
  aTask,
  bertil,
  carla,
  monday,
  settingsWithRole,
} from './builders.ts';
import { decidedBy } from './compensation.ts';
import { anInvoice } from './invoices.ts';
import { aPlan, aRoom } from './work-plan.ts';
import { matrix } from './rights-matrix.ts';

const certified = ['drying'];
/** Offices and members that a command of the matrix may name. */
export const directory = aDirectory({
  offices: [
    anOffice(),
    anOffice({ id: 'rival-kuopio', services: ['drying'] }),
    anOffice({ id: 'kuopio', company: 'kuivaus', services: ['drying'], marked: 0 }),
  ],
  members: [
    aMember({ certified }),
    aMember({ id: 'cecil', certified }),
    aMember({ id: 'aki', company: 'kuivaus', office: 'kuopio', certified }),
    aMember({ id: 'birgit', company: 'nordic', office: null, marked: false }),
  ],
});
const settings = settingsWithRole({ enabled: true, rights: [...rights], ownCompany: true });
/** What takes a portal with work plans; all else is tried in one without. */
const planning: ReadonlySet<string> = new Set([
  'edit-work-plan',
  'submit-work-items',
  'mark-plan-ready',
  'settle-items',
  'return-items',
  'record-customer-answer',
]);
/** Who works on the task, the insurer, and the External Case Handler; with every right, in a portal that does what is tried. */
export const peopleFor = (name: CaseCommand['name']): readonly Standing[] => {
  const of = { settings: { ...settings, workPlans: planning.has(name) } };
  return [
    aStanding({ ...of, level: 3, budgetPermission: true }),
    anInsurer({ ...of, level: 5 }),
    aCaseHandler({ ...of, level: 3 }),
  ];
};

/** The same in a portal without work plans. */
export const people = peopleFor('approve-task');

const sentBack = { reason: 'wet', by: bertil, at: monday };
const inquiryText = { question: 'why', by: anna, at: monday, answer: null };
const handedBack = { reason: 'too far', by: carla, at: monday, company: 'rival', office: 'Rival' };
const forwarded = { by: carla, at: monday, note: 'too much', over: 77_001 };
const declined = { office: 'x', officeName: 'X', by: carla, reason: 'full', at: monday };
const surroundings = fc.record({
  role: fc.constantFrom(null, aRole(), aRole({ user: carla })),
  roleDeclined: fc.constantFrom(null, declined),
  roleEnded: fc.constantFrom(null, { command: 'ending', decidedAt: monday }),
  decided: fc.constantFrom(
    { decision: null },
    { decision: { result: 'approved' as const, at: monday, by: bertil } },
    {
      decision: { result: 'partly' as const, at: monday, by: bertil, as: 'insurer' as const },
      ...decidedBy({ parts: 'scope', grounds: 'reason', currency: 'EUR', amount: 1 }),
    },
  ),
  sentBack: fc.constantFrom(null, sentBack),
  inquiryText: fc.constantFrom(undefined, inquiryText),
  handedBack: fc.constantFrom(undefined, handedBack),
  forwarded: fc.constantFrom(null, null, forwarded),
  second: fc.boolean(),
  plan: fc.constantFrom({}, {}, { rooms: [aRoom()], ...aPlan([{ state: 'rejected' }, { state: 'approved' }]) }),
  hidden: fc.constantFrom([], ['other-budgets' as const]),
});

/** Cases on which a command of the matrix may be decided, with much else in them. */
export const casesFor = (name: CaseCommand['name']): fc.Arbitrary<Case> =>
  surroundings.map(
    ({ sentBack: back, inquiryText: asked, handedBack: had, forwarded: sent, second, decided, plan, ...around }) => {
      const { change = {} } = matrix[name];
      const { tasks = [aTask()], budgets = [aBudget()], invoices = [anInvoice()], ...rest } = change;
      const inspection = aTask({
        id: 'inspection-1',
        type: 'inspection',
        kind: 'inspection',
        main: true,
        status: 'B++',
      });
      const more = second ? [aTask({ id: 'drying-2', status: 'B' }), inspection] : [];
      return aCase({
        ...around,
        ...plan,
        ...rest,
        ...decided,
        tasks: [...tasks.map((each) => ({ ...each, sentBack: back, inquiryText: asked, handedBack: had })), ...more],
        budgets: [
          ...budgets.map((each) => ({ ...each, forwarded: sent })),
          ...(second ? [aBudget({ id: 'budget-2', tasks: ['drying-2'], forwarded })] : []),
        ],
        budgetVersions: [versionOf(aBudget({ version: 1, comment: 'before' }))],
        invoices,
        documents: [{ ...aFile(), id: 'document-1', budget: null, by: anna, at: monday }, ...(rest.documents ?? [])],
      });
    },
  );

/** The command of the matrix. */
export const commandOf = (name: CaseCommand['name']): CaseCommand =>
  ({ name, input: (matrix[name].input as (subject: string) => unknown)('one') }) as CaseCommand;
