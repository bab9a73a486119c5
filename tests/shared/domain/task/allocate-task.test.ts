import { describe, expect, test } from 'vitest';
import { decideCase, checkWanted, type CaseCommand } from '../../../../shared/domain/command-book.ts';
import type { Decision } from '../../../../shared/domain/decision.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import { taskOfficeCandidates } from '../../../../shared/domain/task/office-candidates.ts';
import { selectMember, selectedMember } from '../../../../shared/domain/task/select-member.ts';
import type { PortalSettings } from '../../../../shared/domain/portal/portal-settings.ts';
import { may } from '../../../../shared/domain/rights/may.ts';
import {
  aBudget,
  aCase,
  aCaseHandler,
  aDirectory,
  aMember,
  anInsurer,
  anna,
  anOffice,
  aQuestion,
  aRole,
  aTask,
  carla,
  monday,
  someSettings,
  theSystem,
} from '../../../support/builders.ts';

const offices = [
  anOffice({ id: 'near', name: 'Near', services: ['drying', 'painting', 'management'] }),
  anOffice({
    id: 'far',
    name: 'Far',
    company: 'kuivaus',
    services: ['drying'],
    position: { latitude: 65, longitude: 25 },
  }),
  anOffice({ id: 'twin', name: 'Also near', services: ['drying', 'management'] }),
  anOffice({ id: 'nowhere', company: 'kuivaus', services: ['drying', 'management'], position: null }),
  anOffice({ id: 'shut', services: ['drying'], available: false }),
  anOffice({ id: 'outside', services: ['drying'], inNetwork: false }),
  anOffice({ id: 'painters', services: ['painting'] }),
  anOffice({ id: 'insurers', company: 'nordic', services: ['drying'] }),
];
const directory = aDirectory({ offices });
const none = { status: 'C', office: null, company: null } as const;
const allocate = (office: string, task = 'drying-1'): CaseCommand => ({
  name: 'allocate-task',
  input: { task, office },
});

function decide(command: CaseCommand, change: Parameters<typeof aQuestion>[0] = {}): Decision<Case> {
  return decideCase(
    aQuestion({ standing: anInsurer(), directory, stamp: { basedOn: 'drying-1' }, ...change }),
    command,
  );
}

const withTask = (task: Parameters<typeof aTask>[0]) => aCase({ tasks: [aTask(task)] });
const refusal = (decision: Decision<Case>) => (decision.kind === 'refused' ? decision.refusal : decision.kind);

describe('offices for tasks', () => {
  const { position } = aCase().site;
  const listed = (types: readonly string[]) => {
    const { eligible, excluded } = taskOfficeCandidates(directory, position, types);
    return [eligible.map(({ office }) => office.id), excluded.map(({ office, why }) => `${office.id}: ${why}`)];
  };

  test.each([
    [
      'one type',
      ['drying'],
      ['twin', 'near', 'far', 'nowhere'],
      ['shut: unavailable', 'outside: not-in-network', 'painters: service-not-offered'],
    ],
    [
      'several',
      ['drying', 'painting'],
      ['near'],
      [
        'far: service-not-offered',
        'twin: service-not-offered',
        'nowhere: service-not-offered',
        'shut: unavailable',
        'outside: not-in-network',
        'painters: service-not-offered',
      ],
    ],
  ])(
    'for %s: by distance, then by name, those of nowhere last; the insurer’s own are not told of',
    (_, types, eligible, excluded) => {
      expect(listed(types)).toEqual([eligible, excluded]);
    },
  );

  test.each([
    ['shut', 'unavailable', 'other-office'],
    ['outside', 'not-in-network', 'insurer'],
    ['painters', 'service-not-offered', 'other-office'],
    ['insurers', 'unknown-office', 'insurer'],
    ['gone', 'unknown-office', 'insurer'],
  ])('%s is refused as %s', (office, why, grantor) => {
    const decision = decide(allocate(office), { case: withTask(none) });
    expect(refusal(decision)).toEqual({ code: 'office-not-eligible', why, grantor });
  });
});

describe('an allocation', () => {
  test('gives the task to the office, which is told; the own company is marked in the log', () => {
    const role = aRole({ user: carla, userAssignedAt: monday });
    const decision = decide(allocate('near'), { standing: aCaseHandler(), case: { ...withTask(none), role } });
    expect(decision).toMatchObject({
      after: {
        tasks: [{ status: '0', office: 'near', company: 'arvio', allocated: { command: aQuestion().stamp.id } }],
        role,
      },
      log: [{ what: 'task-allocated', as: 'external-case-handler', facts: { office: 'Near', ownCompany: 'yes' } }],
      consequences: [{ notice: 'task-allocated', to: { kind: 'office', office: 'near', company: 'arvio' } }],
    });
  });

  test('to another office begins anew: who had it is told, and a time of before is stale', () => {
    const task = { status: '1', responsibles: [anna], plannedStart: monday, plannedEnd: monday } as const;
    const decision = decide(allocate('near'), { case: withTask(task) });
    expect(decision).toMatchObject({
      after: {
        tasks: [
          { status: '0', office: 'near', company: 'arvio', responsibles: [], plannedStart: null, plannedEnd: null },
        ],
      },
      log: [
        {
          what: 'task-moved',
          before: { office: null, status: '1', names: anna.name },
          after: { office: 'Near', status: '0', names: null },
        },
      ],
    });
    if (decision.kind !== 'decided') throw new Error('not decided');
    expect(decision.consequences.map((each) => each.kind === 'tell' && [each.notice, each.to])).toEqual([
      ['task-allocated', { kind: 'office', office: 'near', company: 'arvio' }],
      ['task-moved', { kind: 'office', office: 'kuopio', company: 'kuivaus' }],
      ['task-moved', { kind: 'member', member: 'anna' }],
    ]);
    const later = { ...decision.after, tasks: decision.after.tasks.map((each) => ({ ...each, status: '1' as const })) };
    const time: CaseCommand = {
      name: 'set-time',
      input: { task: 'drying-1', start: monday, end: '2026-11-24T08:00:00.000Z' },
    };
    expect(
      refusal(
        decideCase(
          aQuestion({ standing: aCaseHandler(), directory, case: later, stamp: { basedOn: 'drying-1' } }),
          time,
        ),
      ),
    ).toMatchObject({ code: 'stale' });
  });

  test.each([
    ['its office', { allocated: { command: 'c-1', decidedAt: '2026-11-23T08:30:00.000Z' } }],
    ['its people', { membersAssigned: { command: 'c-1', decidedAt: '2026-11-23T08:30:00.000Z' } }],
  ])('that did not see %s overwrites nothing; to the same office it is no quarrel', (_, changed) => {
    const subject = withTask({ status: '0+', ...changed });
    expect(refusal(decide(allocate('near'), { case: subject }))).toMatchObject({ code: 'stale' });
    expect(refusal(decide(allocate('near'), { case: subject, stamp: { basedOn: 'c-1' } }))).toMatchObject({
      code: 'stale',
    });
    expect(decide(allocate('kuopio'), { case: subject })).toMatchObject({ kind: 'decided', log: [], consequences: [] });
  });

  test('of several is one decision: what stands in the way of one is said of it, and nothing changes', () => {
    const tasks = [aTask(none), aTask({ ...none, id: 'painting-1', type: 'painting' })];
    const command = (office: string): CaseCommand => ({
      name: 'allocate-tasks',
      input: { tasks: ['drying-1', 'painting-1'], office },
    });
    const question = { case: aCase({ tasks }), stamp: { basedOn: null } };
    expect(decide(command('far'), question)).toMatchObject({
      kind: 'refused',
      items: [
        { item: 'drying-1', refusal: { code: 'other-item-refused' } },
        { item: 'painting-1', refusal: { code: 'office-not-eligible', why: 'service-not-offered' } },
      ],
    });
    expect(decide(command('near'), question)).toMatchObject({
      after: { tasks: [{ office: 'near' }, { office: 'near' }] },
      log: [{ id: expect.stringContaining('drying-1') }, { id: expect.stringContaining('painting-1') }],
    });
  });
});

describe('the project management of the handler’s own company', () => {
  const management = aTask({
    ...none,
    id: 'management-1',
    type: 'management',
    kind: 'project-management',
    budget: 'none',
  });
  const subject = aCase({ tasks: [management], role: aRole({ user: carla, userAssignedAt: monday }) });
  const settings = (managerFromOwnCompany: 'insurer-agrees' | 'allowed'): PortalSettings =>
    someSettings({ allocation: { recommendedKilometres: null, managerFromOwnCompany } });
  const asked = { case: subject, stamp: { basedOn: 'management-1' } };

  test.each([
    ['as a portal does that never said', aCaseHandler(), 'near', 'manager-of-own-company'],
    [
      'where the insurer agrees',
      aCaseHandler({ settings: settings('insurer-agrees') }),
      'near',
      'manager-of-own-company',
    ],
    ['where it is allowed', aCaseHandler({ settings: settings('allowed') }), 'near', 'decided'],
    ['at another company', aCaseHandler(), 'nowhere', 'decided'],
    ['by the insurer', anInsurer(), 'near', 'decided'],
  ])('%s', (_, standing, office, expected) => {
    const found = refusal(decide(allocate(office, 'management-1'), { standing, ...asked }));
    expect(typeof found === 'string' ? found : found.code).toBe(expected);
  });

  test('is asked for with the office that was chosen, and settled once the insurer has given it', () => {
    const standing = aCaseHandler();
    const input = {
      wanted: 'allocate-task',
      task: 'management-1',
      office: 'near',
      code: 'manager-of-own-company',
      note: '',
    } as const;
    const decision = decide({ name: 'ask-for', input }, { standing, ...asked });
    expect(decision).toMatchObject({ after: { asks: [{ office: 'near', of: { kind: 'insurer' } }] } });
    const wanted = { wanted: 'allocate-task', task: 'management-1', office: 'near' };
    expect(checkWanted(aQuestion({ standing, directory, case: subject }), wanted)).toMatchObject({
      refusal: { code: 'manager-of-own-company' },
    });
    const given = decide(allocate('near', 'management-1'), asked);
    if (given.kind !== 'decided') throw new Error('not decided');
    expect(checkWanted(aQuestion({ standing, directory, case: given.after }), wanted)).toEqual({ kind: 'allowed' });
  });

  test('sheds no limit: a handler who manages the case as well approves up to the own one', () => {
    const standing = aCaseHandler({
      settings: { ...settings('allowed'), projectManagerRights: ['budget.approve'] },
      limit: { kind: 'other', amount: 100_000 },
    });
    const mine = { ...management, status: '3', office: 'near', company: 'arvio', responsibles: [carla] } as const;
    const whole = aCase({ tasks: [mine, aTask({ status: 'B' })], budgets: [aBudget()], role: subject.role });
    expect(may(standing, 'budget.approve', { case: whole, budget: aBudget() })).toEqual({
      allowed: true,
      as: 'project-manager',
    });
    const approve: CaseCommand = {
      name: 'approve-budget',
      input: { budget: 'budget-1', version: 1, money: aBudget().money },
    };
    const decision = decide(approve, { standing, case: whole, stamp: { basedOn: 'revision-of-budget-1' } });
    expect(refusal(decision)).toMatchObject({ code: 'limit-exceeded', limit: 100_000 });
  });
});

describe('the automatic member selection', () => {
  const members = [
    aMember({ id: 'all-round', name: 'Allround', certified: ['drying', 'painting'] }),
    aMember({ id: 'painter', name: 'Painter', certified: ['painting'] }),
    aMember({ id: 'left', name: 'Left', certified: ['drying'], active: false }),
    aMember({ id: 'stranger', name: 'Stranger', company: 'kuivaus', certified: ['drying'] }),
  ];
  const chosen = (selection: Parameters<typeof anOffice>[0], task: Parameters<typeof aTask>[0] = {}) =>
    selectedMember(
      aDirectory({ offices: [anOffice({ id: 'near', ...selection })], members }),
      aTask({ office: 'near', company: 'arvio', ...task }),
    )?.id ?? null;

  test.each([
    ['a default', { others: 'all-round', byType: {} }, {}, 'all-round'],
    [
      'another one for a type',
      { others: 'all-round', byType: { painting: 'painter' } },
      { type: 'painting' },
      'painter',
    ],
    ['a type by hand', { others: 'all-round', byType: { drying: null } }, {}, null],
    ['no default', { others: null, byType: { painting: 'painter' } }, {}, null],
    ['somebody who is not certified', { others: 'painter', byType: {} }, {}, null],
    ['somebody who is not active', { others: 'left', byType: {} }, {}, null],
    ['somebody of another company', { others: 'stranger', byType: {} }, {}, null],
    ['somebody unknown', { others: 'gone', byType: {} }, {}, null],
    ['a task that was confirmed already', { others: 'all-round', byType: {} }, { status: '0+' } as const, null],
  ])('%s', (_, selection, task, expected) => {
    expect(chosen({ selection }, task)).toBe(expected);
  });

  test('sets who is responsible in two lines of the log, by the system', () => {
    const near = anOffice({ id: 'near', selection: { others: 'all-round', byType: {} } });
    const question = aQuestion({
      directory: aDirectory({ offices: [near], members }),
      case: withTask({ office: 'near', company: 'arvio' }),
    });
    expect(selectMember.decide({ ...question, actor: theSystem() }, { task: 'drying-1' })).toMatchObject({
      after: { tasks: [{ status: '1', responsibles: [{ member: 'all-round' }], target: { due: expect.any(String) } }] },
      log: [
        { what: 'received-confirmed', as: 'system' },
        { what: 'members-assigned', as: 'system', facts: { names: 'Allround' } },
      ],
      consequences: [{ notice: 'task-assigned', to: { kind: 'member', member: 'all-round' } }],
    });
  });
});
