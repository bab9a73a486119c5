import { describe, expect, test } from 'vitest';
import { casePageOf, commandBook, type CommandNameFor } from '../../../../shared/domain/command-book.ts';
import { releaseRoleUser } from '../../../../shared/domain/external-case-handler/change-role.ts';
import type { Link } from '../../../../shared/domain/rights/actor.ts';
import { everyAuthority } from '../../../../shared/domain/rights/authority-groups.ts';
import { may, mayAdminister, maySteer } from '../../../../shared/domain/rights/may.ts';
import { policies } from '../../../../shared/domain/rights/policies.ts';
import { the, whoeverHas, type Policies } from '../../../../shared/domain/rights/policy.ts';
import { rights } from '../../../../shared/domain/rights/rights.ts';
import { aCase, anInsurer, aQuestion, aRole, bertil, carla, theSystem } from '../../../support/builders.ts';

const link: Link = { side: 'link', portal: 'nordic-portal', case: 'case-1', given: [] };
const notByLink = { code: 'not-by-link', grantor: 'insurer' };
const casePages = Object.entries(commandBook).filter(([, { subject }]) => subject === 'case');

describe('a policy', () => {
  test('there is for every authority, and a noun says nothing of what is none', () => {
    expect(Object.keys(policies).toSorted()).toEqual([...everyAuthority].toSorted());
    // @ts-expect-error there is no such authority
    const unknown: Policies = { 'task.undo': the('insurer') };
    expect(Object.keys(policies)).not.toContain(Object.keys(unknown)[0]);
  });

  test.each(rights)('of %s asks for no other right', (right) => {
    expect(policies[right]).toContainEqual(whoeverHas(right)[0]);
  });
});

/** Nobody looks at it but to see of which items a command consists. */
const anything = {
  tasks: ['drying-1'],
  added: [{ id: 'drying-2', type: 'drying', extra: true }],
  removed: [{ task: 'drying-1', type: 'drying' }],
  budgets: [{ budget: 'budget-1', version: 1, money: { amount: 1, currency: 'EUR' } }],
};

describe('a link', () => {
  const [closed, deleted] = [aCase({ state: 'closed' }), aCase({ state: 'deleted' })];

  test.each(everyAuthority)('has not %s, and hears the same whatever becomes of the case', (authority) => {
    for (const subject of [aCase(), closed, deleted])
      expect(may(link, authority, { case: subject })).toEqual({ allowed: false, refusal: notByLink });
  });

  test('steers and administers nothing', () => {
    expect(maySteer(link, 'case.import')).toEqual({ allowed: false, refusal: notByLink });
    expect(mayAdminister(link, 'member.change', { company: 'kuivaus' })).toEqual({
      allowed: false,
      refusal: notByLink,
    });
  });

  test.each(casePages)('is refused %s, whether or not what it is about is there', (name) => {
    const page = casePageOf({ name: name as CommandNameFor<'case'> });
    const asked = { ...aQuestion({ case: aCase({ tasks: [], budgets: [] }) }), actor: link };
    expect(page.check(asked, anything)).toMatchObject({ kind: 'refused', refusal: notByLink });
    expect(page.decide(asked, anything)).toMatchObject({ kind: 'refused', refusal: notByLink });
  });
});

describe('what the system does by itself', () => {
  const handled = aCase({ role: aRole({ user: carla }) });

  test('is logged under whose command it follows from, or nobody’s where a job does it', () => {
    const asked = aQuestion({ case: handled });
    expect(releaseRoleUser.decide({ ...asked, actor: theSystem() }, {})).toMatchObject({ log: [{ by: bertil }] });
    const byJob = { ...asked, stamp: { ...asked.stamp, id: 'job-1' }, actor: theSystem({ after: null }) };
    expect(releaseRoleUser.decide(byJob, {})).toMatchObject({
      log: [{ id: 'job-1-log-role-user-released', command: 'job-1', by: null, as: 'system' }],
    });
  });

  test('no person can do, not even the insurer, nor a link', () => {
    const asked = aQuestion({ case: handled, standing: anInsurer() });
    const refusal = { code: 'case-not-found', grantor: 'nobody' };
    expect(releaseRoleUser.decide(asked, {})).toEqual({ kind: 'refused', refusal });
    expect(releaseRoleUser.decide({ ...asked, actor: link }, {})).toEqual({ kind: 'refused', refusal: notByLink });
  });

  test.each(casePages)('is not %s', (name) => {
    const page = casePageOf({ name: name as CommandNameFor<'case'> });
    const asked = { ...aQuestion({ case: handled }), actor: theSystem() };
    const refusal = { code: 'case-not-found', grantor: 'nobody' };
    expect(page.decide(asked, anything)).toMatchObject({ kind: 'refused', refusal });
  });
});
