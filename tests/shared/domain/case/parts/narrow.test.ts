import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pieceOf, takePiece } from '../../../../../shared/domain/case/parts/held-case.ts';
import { givesLess, narrowed } from '../../../../../shared/domain/case/parts/narrow.ts';
import { parts, type Given, type PartName, type Scope } from '../../../../../shared/domain/case/parts/part.ts';
import { givenFor, openedSights, ties, type Eyes } from '../../../../../shared/domain/case/parts/ties.ts';
import { anna, aRole, carla } from '../../../../support/builders.ts';
import { markedCase } from '../../../../support/offline/marked-case.ts';
import { wholePiece } from '../../../../support/offline/pieces.ts';

const opened = fc.subarray([...openedSights]);
const eyes: fc.Arbitrary<Eyes> = fc.record({
  side: fc.constant('partner' as const),
  office: fc.boolean(),
  handles: fc.boolean(),
  opens: fc.record({ 'project-manager': opened, inspector: opened, handler: opened }),
  budgetPermission: fc.boolean(),
});
const given = fc.tuple(eyes, fc.subarray([...ties])).map(([of, held]) => givenFor(of, new Set(held)) ?? new Map());
const companies = fc.constantFrom(anna.company, carla.company, 'third');
const log = [null, anna.company, carla.company].map((company) => ({
  id: `line of ${String(company)}`,
  command: 'x',
  what: 'time-set' as const,
  by: anna,
  as: 'office' as const,
  at: '',
  receivedAt: '',
  facts: {},
  company,
}));
const whole = {
  case: markedCase('a', {
    role: aRole({ user: carla }),
    declined: true,
    tasks: [
      { id: 't1', company: anna.company, responsibles: [], sentBack: true },
      { id: 't2', company: carla.company, responsibles: [], sentBack: true },
    ],
    note: 'x',
    words: '',
    owner: anna.company,
    deleted: false,
  }),
  chat: [],
  log,
};

/** What both give. */
function meet(one: Given, other: Given): Given {
  const scopes = [...one].flatMap(([part, scope]): (readonly [PartName, Scope])[] => {
    const also = other.get(part);
    return also ? [[part, scope === 'own' ? 'own' : also]] : [];
  });
  return new Map(scopes);
}

test('of what was held that is left which is given after it too, and nothing else', () => {
  let narrower = 0;
  fc.assert(
    fc.property(given, given, companies, (before, after, company) => {
      const cut = (of: Given) => takePiece(null, wholePiece(whole, { ties: [], given: of, company }), of);
      const left = pieceOf('a', narrowed(cut(before), { before, after, company })).parts;
      const expected = pieceOf('a', cut(meet(before, after))).parts;
      // Whose budget a file is of is not known to who was not given budgets: then it goes until it is told of anew.
      const unknown = !before.has('budgets') && !('budget-files' in left);
      expect(left).toEqual({ ...expected, ...(unknown ? { 'budget-files': undefined } : {}) });
      const less = givesLess(before, after);
      narrower += less ? 1 : 0;
      expect(left).toEqual(less ? left : pieceOf('a', cut(before)).parts);
    }),
    { numRuns: 1000 },
  );
  expect(narrower).toBeGreaterThan(300);
});

test('less is given where a part is not, or only the own of it', () => {
  const of = (scope: Scope): Given => new Map(parts.keyed.map((part) => [part, scope]));
  expect(givesLess(of('all'), of('all'))).toBe(false);
  expect(givesLess(of('own'), of('all'))).toBe(false);
  expect(givesLess(of('all'), of('own'))).toBe(true);
  expect(givesLess(of('own'), new Map())).toBe(true);
  expect(givesLess(new Map(), of('own'))).toBe(false);
});
