import { describe, expect, test } from 'vitest';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { type CaseCommand, decideCase } from '../../../../shared/domain/command-book.ts';
import type { CaseQuestion, Decision } from '../../../../shared/domain/decision.ts';
import { releaseRoleUser } from '../../../../shared/domain/external-case-handler/change-role.ts';
import { officeCandidates, userCandidates } from '../../../../shared/domain/external-case-handler/candidates.ts';
import {
  aCase,
  aCaseHandler,
  aDirectory,
  aMember,
  aQuestion,
  anInsurer,
  anOffice,
  aRole,
  aStanding,
  carla,
  settingsWithRole,
  theSystem,
  bertil,
} from '../../../support/builders.ts';

const give = (office = 'arvio-kuopio') => ({ name: 'give-role-to-office', input: { office } }) as const;
const pick = (member = 'carla') => ({ name: 'assign-role-user', input: { member } }) as const;
const withOffice = aCase({ role: aRole() });
const withUser = aCase({ role: aRole({ user: carla, userAssignedAt: '2026-11-23T08:10:00.000Z' }) });
const supplier = aCaseHandler({ member: 'boss', name: 'Boss', marked: false, level: 3 });

function ask(
  subject: Case,
  command: CaseCommand,
  change: Partial<Omit<CaseQuestion, 'stamp'>> = {},
  basedOn = subject.role?.revision ?? null,
): Decision<Case> {
  return decideCase(aQuestion({ case: subject, ...change, stamp: { basedOn } }), command);
}

function code(decision: Decision<Case>): string {
  return decision.kind === 'refused' ? decision.refusal.code : decision.kind;
}

describe('the insurer', () => {
  test('gives the role to an office, which is told, with a target for picking the user', () => {
    const decision = ask(aCase(), give(), { standing: anInsurer() });
    expect(decision).toMatchObject({
      after: {
        role: { office: 'arvio-kuopio', user: null, target: { due: '2026-11-23T13:00:00.000Z' } },
        roleDeclined: null,
      },
      consequences: [{ notice: 'role-given', to: { kind: 'office', office: 'arvio-kuopio' } }],
    });
  });

  test('changes the office: the user loses the role and both are told', () => {
    const directory = aDirectory({
      offices: [...aDirectory().offices, anOffice({ id: 'arvio-oulu', name: 'Arvio Oulu' })],
    });
    const decision = ask(withUser, give('arvio-oulu'), { standing: anInsurer(), directory });
    expect(decision).toMatchObject({ after: { role: { office: 'arvio-oulu', user: null } } });
    if (decision.kind !== 'decided') throw new Error('not decided');
    expect(decision.consequences.map((each) => each.kind === 'tell' && [each.notice, each.to.kind])).toEqual([
      ['role-given', 'office'],
      ['role-removed', 'office'],
      ['role-removed', 'member'],
    ]);
  });

  test('removes it', () => {
    const decision = ask(
      withUser,
      { name: 'remove-role', input: { reason: 'Handled inside' } },
      { standing: anInsurer() },
    );
    expect(decision).toMatchObject({
      after: { role: null },
      log: [{ what: 'role-removed', facts: { reason: 'Handled inside' }, company: 'arvio' }],
    });
  });

  test('does without it after an office has declined: the action is done', () => {
    const roleDeclined = { office: 'o', officeName: 'O', by: carla, reason: 'No capacity', at: '' };
    const remove = { name: 'remove-role', input: { reason: 'Handled inside' } } as const;
    expect(ask(aCase({ roleDeclined }), remove, { standing: anInsurer() })).toMatchObject({
      after: { role: null, roleDeclined: null },
      log: [{ what: 'role-removed', company: 'arvio' }],
      consequences: [],
    });
    expect(code(ask(aCase(), remove, { standing: anInsurer() }))).toBe('no-role');
  });

  test.each([
    ['unavailable', anOffice({ available: false }), 'unavailable'],
    ['outside the network', anOffice({ inNetwork: false }), 'not-in-network'],
    ['without a marked user', anOffice({ marked: 0 }), 'no-marked-user'],
    ['unknown', anOffice({ id: 'another' }), 'unknown-office'],
    ['of the insurer itself', anOffice({ company: 'nordic' }), 'unknown-office'],
  ])('is refused an office that is %s', (_, office, why) => {
    const decision = ask(aCase(), give(), { standing: anInsurer(), directory: aDirectory({ offices: [office] }) });
    expect(decision).toMatchObject({ refusal: { code: 'office-not-eligible', why } });
  });

  test('is refused what changed since it was seen, and what is no change', () => {
    expect(code(ask(withOffice, give(), { standing: anInsurer() }, null))).toBe('stale');
    expect(code(ask(withOffice, give(), { standing: anInsurer() }))).toBe('nothing-to-change');
    expect(
      code(ask(aCase(), give(), { standing: anInsurer({ settings: settingsWithRole({ enabled: false }) }) })),
    ).toBe('feature-off');
  });
});

describe('the supplier', () => {
  test('picks a marked user; the insurer and the user are told', () => {
    const decision = ask(withOffice, pick(), { standing: supplier });
    expect(decision).toMatchObject({
      after: {
        role: { user: carla, userAssignedAt: '2026-11-23T09:00:00.000Z', target: null, revision: aQuestion().stamp.id },
      },
      consequences: [
        { notice: 'role-user-assigned', to: { kind: 'insurer' } },
        { notice: 'role-yours', to: { kind: 'member', member: 'carla' } },
      ],
    });
  });

  test.each([
    ['not marked', { marked: false }, 'not-marked'],
    ['inactive', { active: false }, 'inactive'],
    ['of another company', { company: 'kuivaus' }, 'other-company'],
    ['of an office that takes nothing new', { office: 'arvio-closed' }, 'office-unavailable'],
  ])('is refused a user who is %s', (_, change, why) => {
    const offices = [...aDirectory().offices, anOffice({ id: 'arvio-closed', available: false })];
    const directory = aDirectory({ offices, members: [aMember(change)] });
    expect(ask(withOffice, pick(), { standing: supplier, directory })).toMatchObject({
      refusal: { code: 'member-not-eligible', why },
    });
  });

  test('sends the role back with the reason, and the insurer has it as an action', () => {
    const decision = ask(
      withOffice,
      { name: 'decline-role', input: { reason: 'No capacity' } },
      { standing: supplier },
    );
    expect(decision).toMatchObject({
      after: { role: null, roleDeclined: { officeName: 'Arvio Kuopio', reason: 'No capacity' } },
      log: [{ what: 'role-declined', facts: { reason: 'No capacity' }, company: 'arvio' }],
    });
  });

  test('assigns nobody in a portal that does not use the role', () => {
    const standing = { ...supplier, settings: settingsWithRole({ enabled: false }) };
    expect(code(ask(withOffice, pick(), { standing }))).toBe('feature-off');
  });

  test('of another company is told nothing useful', () => {
    expect(code(ask(withOffice, pick(), { standing: aStanding() }))).toBe('other-office-task');
  });

  test('who saw another role is refused as stale', () => {
    expect(ask(withOffice, pick(), { standing: supplier }, 'older')).toMatchObject({
      refusal: { code: 'stale', changedBy: 'Bertil Lind' },
    });
    // Who picked the user is not kept with the role: nobody is named rather than who gave it to the office.
    expect(ask(withUser, pick('other'), { standing: supplier }, 'older')).toMatchObject({
      refusal: { code: 'stale', changedBy: null, changedAt: '2026-11-23T08:10:00.000Z' },
    });
    const roleDeclined = { office: 'o', officeName: 'O', by: carla, reason: 'r', at: '2026-11-23T08:20:00.000Z' };
    expect(ask(aCase({ roleDeclined }), give(), { standing: anInsurer() }, 'older')).toMatchObject({
      refusal: { code: 'stale', changedBy: 'Carla Maki', changedAt: '2026-11-23T08:20:00.000Z' },
    });
  });
});

test('a user who lost the mark leaves the role with its office, and the red arrow returns with a new target', () => {
  const decision = releaseRoleUser.decide({ ...aQuestion({ case: withUser }), actor: theSystem() }, {});
  expect(decision).toMatchObject({
    after: { role: { office: 'arvio-kuopio', user: null, target: { due: expect.any(String) } } },
    log: [{ by: bertil, as: 'system' }],
  });
});

describe('candidates', () => {
  const far = anOffice({ id: 'far', name: 'Far', position: { latitude: 60.17, longitude: 24.94 } });
  const nowhere = anOffice({ id: 'nowhere', name: 'Nowhere', position: null });
  const near = anOffice({ id: 'near', name: 'Near' });

  test('stand nearest first, those without a position last, and each missing one has its reason', () => {
    const directory = aDirectory({ offices: [nowhere, far, near, anOffice({ id: 'none', marked: 0 })] });
    const found = officeCandidates(directory, aCase().site.position);
    expect(
      found.eligible.map((each) => [each.office.id, each.kilometres === null ? null : Math.round(each.kilometres)]),
    ).toEqual([
      ['near', 2],
      ['far', 335],
      ['nowhere', null],
    ]);
    expect(found.excluded.map((each) => [each.office.id, each.why])).toEqual([['none', 'no-marked-user']]);
  });

  test('for the user are the marked ones of the office first, then of other available offices of the company', () => {
    const members = [
      aMember({ id: 'b', name: 'B', office: 'near' }),
      aMember({ id: 'a', name: 'A', office: 'near' }),
      aMember(),
      aMember({ id: 'x', marked: false }),
    ];
    const directory = aDirectory({ offices: [...aDirectory().offices, near], members });
    expect(userCandidates(directory, 'arvio-kuopio').map((each) => each.member.id)).toEqual(['carla', 'a', 'b']);
  });

  test('may have an office of their own that takes nothing new, as long as the role is there', () => {
    const directory = aDirectory({ offices: [anOffice({ available: false })] });
    expect(userCandidates(directory, 'arvio-kuopio').map((each) => each.member.id)).toEqual(['carla']);
  });
});
