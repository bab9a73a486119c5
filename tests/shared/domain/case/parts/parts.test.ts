import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sights } from '../../../../../shared/domain/case/case-parts.ts';
import { viewOf, type Sight } from '../../../../support/brute-force/view-of.ts';
import type { GivenPart } from '../../../../../shared/domain/case/case-part.ts';
import type { Ask } from '../../../../../shared/domain/asking/ask.ts';
import type { Case } from '../../../../../shared/domain/case/case.ts';
import { assembleCase } from '../../../../../shared/domain/case/parts/assemble.ts';
import { givenBy, isGiven, together } from '../../../../../shared/domain/case/parts/given.ts';
import type { PartText } from '../../../../../shared/domain/case/parts/part.ts';
import { changesBetween, textsOf } from '../../../../../shared/domain/case/parts/split.ts';
import type { RoleBrief } from '../../../../../shared/domain/external-case-handler/role.ts';
import {
  aBudget,
  aCase,
  anAsk,
  aFile,
  anna,
  aRole,
  aTask,
  bertil,
  carla,
  monday,
} from '../../../../support/builders.ts';

const company = fc.constantFrom(anna.company, carla.company, 'third');
const sentBack = fc.constantFrom(null, { reason: 'wet', by: bertil, at: monday });
const forwarded = fc.constantFrom(
  null,
  { by: carla, at: monday, note: 'too much', over: 77_001 },
  { by: carla, at: monday, note: '', over: 1 },
);
const ended = fc.constantFrom(null, { command: 'ending', decidedAt: monday });
const declined = fc.constantFrom(null, { office: 'x', officeName: 'X', by: carla, reason: 'full', at: monday });

const askOf = ({ id, by, of }: { readonly id: string; readonly by: string; readonly of: string | null }): Ask =>
  anAsk({ id, by: { ...anna, company: by }, of: { ...anAsk().of, company: of } });

const cases: fc.Arbitrary<Case> = fc
  .record({
    tasks: fc.uniqueArray(fc.record({ id: fc.constantFrom('t1', 't2', 't3'), company, sentBack }), {
      selector: ({ id }) => id,
    }),
    budgets: fc.uniqueArray(fc.record({ id: fc.constantFrom('b1', 'b2'), company, forwarded }), {
      selector: ({ id }) => id,
    }),
    plain: fc.integer({ min: 0, max: 2 }),
    role: fc.constantFrom(null, aRole(), aRole({ user: carla }), aRole({ company: anna.company })),
    roleEnded: ended,
    roleDeclined: declined,
    decision: fc.constantFrom(null, { result: 'approved' as const, at: monday, by: bertil }),
    city: fc.constantFrom('Kuopio', 'Turku'),
    asks: fc.uniqueArray(fc.record({ id: fc.constantFrom('a1', 'a2'), by: company, of: fc.option(company) }), {
      selector: ({ id }) => id,
    }),
  })
  .map(({ tasks, budgets, plain, city, asks, ...rest }) => {
    const files = budgets.map(({ id }) => ({ id: `f-${id}`, budget: id }));
    const documents = [...Array.from({ length: plain }, (_, at) => ({ id: `d${at}`, budget: null })), ...files];
    const whole = aCase({
      ...rest,
      tasks: tasks.map((task) => aTask(task)),
      budgets: budgets.map((budget) => aBudget(budget)),
      documents: documents.map((each) => ({ ...aFile(), ...each, by: anna, at: monday })),
      ...(asks.length > 0 ? { asks: asks.map(askOf) } : {}),
    });
    return { ...whole, site: { ...whole.site, city } };
  });
const aBrief: RoleBrief = { taskTypes: ['drying'], openBudgets: 1, above: { anna: 1 } };
const briefs = fc.constantFrom(null, aBrief);
const sightNames = Object.keys(sights) as (keyof typeof sights)[];
const readers: fc.Arbitrary<Sight> = fc.record({
  parts: fc
    .subarray(sightNames, { minLength: 1 })
    // All budgets are opened to who sees the content of the case.
    .map((names) => (names.includes('all-budgets') ? [...names, 'company' as const] : names))
    .map((names): GivenPart[] => [...new Set(names.flatMap((name) => sights[name]))]),
  company: fc.constantFrom(null, anna.company, carla.company, 'third'),
});

/** As it crosses: what is not there and what is null are alike to who may see the part at all. */
function alike(view: Case): unknown {
  const documents = view.documents.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return JSON.parse(JSON.stringify({ ...view, documents, roleEnded: view.roleEnded ?? undefined }));
}

function seen(texts: readonly PartText[], sight: Sight): Case {
  const given = givenBy(sight.parts);
  const own = texts.filter(({ part, owner }) => isGiven(given.get(part), owner, sight.company));
  const values = own.map(({ part, key, text }) => ({ part, key, value: JSON.parse(text) as unknown }));
  return assembleCase({ values, given, changedAt: monday });
}

const placeOf = ({ part, key, owner }: Omit<PartText, 'text'>) => JSON.stringify([part, key, owner]);

describe('a case as a file of parts', () => {
  test('put together from what somebody is given, it is that person’s view to the byte', () => {
    fc.assert(
      fc.property(cases, readers, briefs, (whole, sight, brief) => {
        const told = whole.role && !whole.role.user ? brief : null;
        const { case: view } = viewOf({ case: { ...whole, changedAt: monday }, chat: [], log: [] }, sight, told);
        expect(alike(seen(textsOf(whole, told), sight))).toEqual(alike(view));
      }),
      { numRuns: 2000 },
    );
  });

  test('what changed between two versions makes the one of the other, and nothing else is written', () => {
    fc.assert(
      fc.property(cases, cases, briefs, briefs, (one, other, was, is) => {
        const [before, after] = [
          { case: one, brief: one.role ? was : null },
          // Half of the things stay what they are, as after a decision.
          { case: { ...other, tasks: one.tasks, site: one.site }, brief: other.role ? is : null },
        ];
        const texts = textsOf(before.case, before.brief);
        const file = new Map(texts.map((each) => [placeOf(each), each]));
        const { changed, gone } = changesBetween(before, after);
        for (const each of changed) {
          expect(file.get(placeOf(each))).not.toEqual(each);
          file.set(placeOf(each), each);
        }
        for (const each of gone) expect(file.delete(placeOf(each))).toBe(true);
        const byPlace = (all: Iterable<PartText>) => new Map([...all].map((each) => [placeOf(each), each]));
        expect(byPlace(file.values())).toEqual(byPlace(textsOf(after.case, after.brief)));
        expect(changed.some(({ part }) => part === 'tasks' || part === 'task-returns')).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('what a case is made of a thousand times over costs one text where one thing changes', () => {
    const budgets = Array.from({ length: 1000 }, (_, at) => aBudget({ id: `b${at}` }));
    const before = { case: aCase({ budgets }), brief: null };
    const changedOne = budgets.map((each) => (each.id === 'b500' ? { ...each, description: 'less' } : each));
    const { changed, gone } = changesBetween(before, { case: { ...before.case, budgets: changedOne }, brief: null });
    expect(gone).toEqual([]);
    expect(changed).toMatchObject([{ part: 'budgets', key: 'b500', owner: 'kuivaus' }]);
  });

  test('two sights of one person give what either gives', () => {
    fc.assert(
      fc.property(readers, readers, (one, other) => {
        const both = together(givenBy(one.parts), givenBy(other.parts));
        expect(new Map([...both].sort())).toEqual(new Map([...givenBy([...one.parts, ...other.parts])].sort()));
      }),
    );
  });
});
