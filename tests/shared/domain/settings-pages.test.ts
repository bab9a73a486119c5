import { describe, expect, test } from 'vitest';
import { decideMember } from '../../../shared/domain/command-book.ts';
import type { Decision, Stamp } from '../../../shared/domain/decision.ts';
import type { Membership } from '../../../shared/domain/member/membership.ts';
import { changeOffice } from '../../../shared/domain/office/change-office.ts';
import { changeRights } from '../../../shared/domain/portal/change-rights.ts';
import { aDirectory, anInsurer, aQuestion, aStanding, settingsWithRole, someSettings } from '../../support/builders.ts';
import { carlasMembership as member } from '../../support/memberships.ts';

const unmark = { name: 'mark-member', input: { marked: false, limit: { kind: 'default' } } } as const;

const directory = aDirectory();
const { stamp } = aQuestion();

test.each([
  ['the company’s admin', { level: 4 as const, office: 'elsewhere' }, { available: false }, 'decided'],
  ['the manager of the office', {}, { services: ['drying'] }, 'decided'],
  ['the manager of another office', { office: 'elsewhere' }, { available: false }, 'level-too-low'],
  ['a coordinator', { level: 2 as const }, { available: false }, 'level-too-low'],
  ['another company’s admin', { level: 4 as const, company: 'arvio' }, { available: false }, 'other-office-task'],
  ['the company’s admin, for the insurer’s network', { level: 4 as const }, { inNetwork: true }, 'insurer-only'],
])('an office is changed by %s: %o', (_, who, input, expected) => {
  const office = { office: 'kuopio', company: 'kuivaus', available: true, inNetwork: false, services: [] };
  const decision = changeOffice.decide({ stamp, standing: aStanding(who), office }, input);
  expect(decision.kind === 'refused' ? decision.refusal.code : decision.kind).toBe(expected);
});

test('offices are changed by the insurer, the role’s rights by the operator alone', () => {
  const office = { office: 'o', company: 'arvio', available: true, inNetwork: true, services: [] };
  expect(changeOffice.decide({ stamp, standing: anInsurer(), office }, { available: false })).toMatchObject({
    after: { available: false, inNetwork: true },
  });
  expect(changeOffice.decide({ stamp, standing: aStanding(), office }, { available: false })).toMatchObject({
    refusal: { code: 'other-office-task' },
  });
  const settings = someSettings();
  expect(changeRights.decide({ stamp, standing: anInsurer(), settings }, { rights: [] })).toMatchObject({
    refusal: { code: 'operator-only' },
  });
  const operator = anInsurer({ side: 'operator' });
  // A set: each once and in one order, however it was sent.
  const sent = ['budget.approve', 'tasks.edit', 'budget.approve'] as const;
  const decision = changeRights.decide({ stamp, standing: operator, settings }, { rights: sent });
  expect(decision).toMatchObject({
    after: { externalCaseHandler: { rights: ['tasks.edit', 'budget.approve'], enabled: true } },
  });
  if (decision.kind !== 'decided') return;
  const again = changeRights.decide({ stamp, standing: operator, settings: decision.after }, { rights: sent });
  expect(again).toMatchObject({ after: decision.after });
});

const revision = { command: 'c-2', decidedAt: '2026-11-23T10:00:00.000Z' };
const terms = { office: 'o', company: 'arvio', available: true, inNetwork: true, services: ['drying'], revision };
const settings = settingsWithRole({ revision, defaultLimit: 500 });
const other = { kind: 'other', amount: 7 } as const;

/** What may be overwritten, changed by the command `c-2`; what changes it, and what sets it to what it is. */
const overwritten: readonly (readonly [
  what: string,
  change: (stamp: Stamp) => Decision<unknown>,
  same: (stamp: Stamp) => Decision<unknown>,
])[] = [
  [
    'mark and limit',
    (by) => ofMember({ markRevision: revision }, by, { name: 'mark-member', input: { marked: true, limit: other } }),
    (by) =>
      ofMember({ markRevision: revision, limit: other }, by, {
        name: 'mark-member',
        input: { marked: true, limit: { ...other } },
      }),
  ],
  [
    'what else is kept of a member',
    (by) => ofMember({ termsRevision: revision }, by, { name: 'change-member', input: { level: 3 } }),
    (by) =>
      ofMember({ termsRevision: revision }, by, {
        name: 'change-member',
        input: { level: 2, certified: [], away: null },
      }),
  ],
  [
    'the terms of an office',
    (by) => changeOffice.decide({ stamp: by, standing: anInsurer(), office: terms }, { available: false }),
    (by) => changeOffice.decide({ stamp: by, standing: anInsurer(), office: terms }, { services: ['drying'] }),
  ],
  [
    'the rights of the role',
    (by) =>
      changeRights.decide({ stamp: by, standing: anInsurer({ side: 'operator' }), settings }, { defaultLimit: 900 }),
    (by) =>
      changeRights.decide({ stamp: by, standing: anInsurer({ side: 'operator' }), settings }, { defaultLimit: 500 }),
  ],
];

function ofMember(
  change: Partial<Membership>,
  by: Stamp,
  command: Parameters<typeof decideMember>[1],
): Decision<Membership> {
  return decideMember({ stamp: by, standing: anInsurer(), directory, member: { ...member, ...change } }, command);
}

describe.each(overwritten)('sync 11: %s', (_, change, same) => {
  const [early, late] = ['2026-11-23T09:00:00.000Z', '2026-11-23T11:00:00.000Z'];
  const asked = (basedOn: string | null, at = late): Stamp => ({ ...stamp, id: 'c-3', at, basedOn });

  test('is changed as it was seen, and has a revision of its own then', () => {
    const decision = change(asked('c-2'));
    expect(decision.kind).toBe('decided');
    expect(JSON.stringify(decision)).toContain(JSON.stringify({ command: 'c-3', decidedAt: late }));
  });

  test('is not overwritten where it was changed since', () => {
    const refusal = { code: 'stale', changedAt: revision.decidedAt };
    expect(change(asked('c-1'))).toMatchObject({ refusal });
    expect(change(asked(null, early))).toMatchObject({ refusal });
    expect(change(asked(null, late)).kind).toBe('decided');
  });

  test('that is so already stays as it is', () => {
    const decision = same(asked('c-1'));
    expect(decision).toMatchObject({ kind: 'decided', consequences: [] });
    expect(JSON.stringify(decision)).not.toContain('c-3');
  });
});

test('sync 11: what else was changed of a member does not stand in the way of a mark', () => {
  const marked = ofMember({ termsRevision: revision }, { ...stamp, basedOn: 'carla' }, unmark);
  expect(marked).toMatchObject({ after: { marked: false, termsRevision: revision } });
});
