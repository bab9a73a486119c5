import { describe, expect, test } from 'vitest';
import { decideMember } from '../../../../shared/domain/command-book.ts';
import { levelsFor, type Membership } from '../../../../shared/domain/member/membership.ts';
import { aDirectory, aMember, anInsurer, aQuestion, aStanding } from '../../../support/builders.ts';
import { carlasMembership as member } from '../../../support/memberships.ts';

const unmark = { name: 'mark-member', input: { marked: false, limit: { kind: 'default' } } } as const;

const directory = aDirectory();
const { stamp } = aQuestion();

describe('marking for the role', () => {
  test('is the insurer’s alone: a partner’s admin reads it only', () => {
    expect(decideMember({ stamp, standing: aStanding({ level: 4 }), directory, member }, unmark)).toMatchObject({
      refusal: { code: 'insurer-only' },
    });
  });

  test('sets the limit; taking the mark releases the roles', () => {
    const mark = { name: 'mark-member', input: { marked: true, limit: { kind: 'other', amount: 7 } } } as const;
    expect(decideMember({ stamp, standing: anInsurer(), directory, member }, mark)).toMatchObject({
      after: { limit: { kind: 'other', amount: 7 } },
      consequences: [],
    });
    expect(decideMember({ stamp, standing: anInsurer(), directory, member }, unmark)).toMatchObject({
      after: { marked: false },
      consequences: [{ kind: 'release-roles-of', member: 'carla' }],
    });
  });

  test.each([{ active: false }, { level: 0 as const }])('%o releases the roles too', (input) => {
    expect(
      decideMember({ stamp, standing: anInsurer(), directory, member }, { name: 'change-member', input }),
    ).toMatchObject({
      consequences: [{ kind: 'release-roles-of', member: 'carla' }],
    });
  });
});

describe('a member is changed', () => {
  const change = (standing: ReturnType<typeof aStanding>, input: object, of = member) => {
    const decision = decideMember({ stamp, standing, directory, member: of }, { name: 'change-member', input });
    return decision.kind === 'refused' ? decision.refusal : decision.kind;
  };
  const admin = aStanding({ member: 'cora', company: 'arvio', level: 4 });

  test('by the insurer, and by the company’s own admin, never above the admin’s level', () => {
    for (const input of [{ budgetPermission: true }, { active: false }, { level: 3 }, { certified: ['drying'] }]) {
      expect(change(anInsurer(), input)).toBe('decided');
      expect(change(admin, input)).toBe('decided');
    }
    expect(change(admin, { level: 5 })).toMatchObject({ code: 'insurers-level' });
    expect(change(admin, { active: false }, { ...member, level: 5 })).toMatchObject({ code: 'insurer-only' });
  });

  test('levels 5 and 6 are the insurer’s: no partner’s user comes to them, who has one keeps it until it is changed', () => {
    for (const level of [5, 6])
      expect(change(anInsurer({ level: 6 }), { level })).toEqual({ code: 'insurers-level', grantor: 'nobody' });
    const above = { ...member, level: 5 as const };
    expect(change(anInsurer(), { level: 5, certified: [] }, above)).toBe('decided');
    expect(change(anInsurer(), { level: 4 }, above)).toBe('decided');
  });

  test('nobody makes oneself inactive: the only admin would be locked out', () => {
    const own = { code: 'oneself-inactive', grantor: 'company-admin' };
    const bertil = { ...member, member: 'bertil', company: 'nordic', level: 5 as const };
    expect(change(anInsurer(), { active: false }, bertil)).toEqual(own);
    expect(change(admin, { active: false }, { ...member, member: 'cora', level: 4 })).toEqual(own);
    expect(change(anInsurer(), { active: true, budgetPermission: true }, bertil)).toBe('decided');
  });

  const company = (change: Partial<Membership>): Membership => ({
    ...member,
    member: 'x',
    company: 'nordic',
    ...change,
  });
  const operators = company({ company: 'operator', level: 6 });
  const withOperator = aDirectory({
    companies: [...directory.companies, { id: 'operator', name: 'The operator', side: 'operator' }],
  });

  test.each([
    ['the operator’s people', operators, { active: false }, { code: 'operator-only', grantor: 'operator' }],
    [
      'the operator’s people of a low level',
      { ...operators, level: 1 as const },
      { away: null },
      { code: 'operator-only' },
    ],
    ['a colleague above', company({ level: 6 }), { active: false }, { code: 'level-too-low', needed: 6 }],
    ['a colleague to above', company({ level: 2 }), { level: 6 }, { code: 'level-too-low', needed: 6 }],
    ['himself up', company({ member: 'bertil', level: 5 }), { level: 6 }, { code: 'own-level' }],
    ['himself down', company({ member: 'bertil', level: 5 }), { level: 4 }, { code: 'own-level' }],
  ])('the insurer’s people do not change %s', (_, whom, input, refusal) => {
    const asked = { stamp, standing: anInsurer(), directory: withOperator, member: whom };
    expect(decideMember(asked, { name: 'change-member', input: input as object })).toMatchObject({ refusal });
    if ('level' in input) return;
    const marking = whom.company === 'operator' ? refusal : { code: 'partners-mark', grantor: 'nobody' };
    expect(decideMember(asked, unmark)).toMatchObject({ refusal: marking });
  });

  test('a senior of the insurer marks a partner’s admin; below level 5 nobody marks', () => {
    const asked = { stamp, directory, member: { ...member, level: 4 as const } };
    expect(decideMember({ ...asked, standing: anInsurer() }, unmark)).toMatchObject({ after: { marked: false } });
    expect(decideMember({ ...asked, standing: anInsurer({ level: 4 }) }, unmark)).toMatchObject({
      refusal: { code: 'level-too-low', grantor: 'company-admin', needed: 5 },
    });
  });

  test('nobody marks oneself or sets the own limit', () => {
    const asked = { stamp, standing: anInsurer(), directory, member: company({ member: 'bertil', level: 5 }) };
    for (const input of [unmark.input, { marked: true, limit: { kind: 'other', amount: 7 } } as const])
      expect(decideMember(asked, { name: 'mark-member', input })).toMatchObject({
        refusal: { code: 'own-mark', grantor: 'insurer' },
      });
  });

  test.each([
    ['the insurer’s senior to a partner’s user', anInsurer(), member, [0, 1, 2, 3, 4]],
    ['a partner’s admin to a colleague', admin, member, [0, 1, 2, 3, 4]],
    ['the insurer’s senior to a colleague', anInsurer(), company({ level: 2 }), [0, 1, 2, 3, 4, 5]],
    ['nobody to oneself', admin, { ...member, member: 'cora', level: 4 as const }, [4]],
    ['nobody below to who stands above', anInsurer({ level: 2 }), { ...member, level: 3 as const }, [3]],
  ])('levels are given by %s', (_, standing, whom, offered) => {
    expect(levelsFor({ standing, directory, member: whom })).toEqual(offered);
  });

  test('a colleague of the own level is changed, and given a level up to it; the own one stays as it is', () => {
    expect(change(anInsurer(), { level: 5, active: false }, company({ level: 5 }))).toBe('decided');
    expect(change(anInsurer(), { level: 5, certified: [] }, company({ member: 'bertil', level: 5 }))).toBe('decided');
    expect(change(admin, { level: 3 }, { ...member, member: 'cora', level: 4 })).toMatchObject({ code: 'own-level' });
  });

  test.each([
    ['a colleague below level 4', { member: 'x', company: 'arvio', level: 3 as const }, 'level-too-low'],
    ['another company’s admin', { level: 4 as const }, 'other-office-task'],
    ['an admin who is not active', { company: 'arvio', level: 4 as const, active: false }, 'person-inactive'],
    ['the operator', { side: 'operator' as const, level: 6 as const }, 'insurer-only'],
  ])('not by %s', (_, who, code) => {
    expect(change(aStanding(who), { budgetPermission: true })).toMatchObject({ code });
  });

  test('by the person alone for the own absence, and for nothing else', () => {
    const self = aStanding({ member: 'carla', company: 'arvio', level: 1 });
    expect(change(self, { away: null })).toBe('decided');
    expect(change(self, { away: null, level: 4 })).toMatchObject({ code: 'level-too-low', needed: 4 });
    expect(change({ ...self, member: 'other' }, { away: null })).toMatchObject({ code: 'level-too-low' });
  });
});

describe('a deputy', () => {
  const colleagues = [
    aMember({ id: 'carla' }),
    aMember({ id: 'cecil', name: 'Cecil' }),
    aMember({ id: 'gone', name: 'Gone', active: false }),
    aMember({ id: 'rita', name: 'Rita', company: 'rival' }),
  ];
  const asked = { stamp, standing: anInsurer(), directory: aDirectory({ members: colleagues }), member };
  const away = (deputy: string) => ({ name: 'change-member', input: { away: { deputy } } }) as const;

  test('is an active colleague, until the member is back', () => {
    expect(decideMember(asked, away('cecil'))).toMatchObject({ after: { away: { deputy: 'cecil' } } });
    const back = { name: 'change-member', input: { away: null } } as const;
    expect(decideMember(asked, back)).toMatchObject({ after: { away: null } });
  });

  test.each([
    ['nobody', 'unknown-member'],
    ['carla', 'unknown-member'],
    ['gone', 'inactive'],
    ['rita', 'other-company'],
  ])('cannot be %s: %s', (deputy, why) => {
    expect(decideMember(asked, away(deputy))).toMatchObject({ refusal: { code: 'member-not-eligible', why } });
  });
});

describe('reading marks', () => {
  const read = (messages: number) => ({ name: 'mark-read', input: { case: 'case-1', messages } }) as const;
  test('are one’s own and never go back', () => {
    const own = { stamp, standing: aStanding({ member: 'carla' }), directory, member };
    expect(decideMember(own, read(5))).toMatchObject({ after: { reading: { 'case-1': 5 } } });
    expect(decideMember(own, read(1))).toMatchObject({ after: { reading: { 'case-1': 3 } } });
    expect(decideMember({ stamp, standing: aStanding(), directory, member }, read(5))).toMatchObject({
      refusal: { code: 'case-not-found' },
    });
  });
});
