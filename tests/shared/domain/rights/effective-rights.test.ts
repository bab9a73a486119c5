import { expect, test } from 'vitest';
import type { MemberStanding } from '../../../../shared/domain/member/standing.ts';
import { effectiveRights } from '../../../../shared/domain/rights/effective-rights.ts';
import type { Authority } from '../../../../shared/domain/rights/rights.ts';
import { aCase, aStanding } from '../../../support/builders.ts';

const answersTo = (standing: MemberStanding, authority: Authority) =>
  effectiveRights(standing, aCase()).find((right) => right.authority === authority)?.answers;

test('the manager of an office is told that the own office may be changed, and the company’s people not', () => {
  const manager = aStanding({ level: 3 });
  expect(answersTo(manager, 'office.change')).toMatchObject([{ verdict: { allowed: true, as: 'office' } }]);
  expect(answersTo(manager, 'member.change')).toMatchObject([
    { verdict: { allowed: false, refusal: { code: 'level-too-low', needed: 4 } } },
  ]);
  expect(answersTo(aStanding({ level: 2 }), 'office.change')).toMatchObject([{ verdict: { allowed: false } }]);
});
