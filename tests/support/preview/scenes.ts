import { aCaseHandler, aDirectory, anInsurer, anOperator, aStanding, monday, someSettings } from '../builders.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import { itemStates } from '../../../renderer/offline/entry-items.ts';
import { aSession, deskInMemory, type DeskInMemory } from '../renderer/in-memory-desk.ts';
import {
  aCommand,
  anOutboxItem,
  aPortalState,
  workplaceInMemory,
  type WorkplaceInMemory,
} from '../renderer/in-memory-workplace.ts';
import { aProblem, operatorAnswers } from '../renderer/operator-answers.ts';
import { manyFacts } from '../rows.ts';
import { caseScenes } from './case-scenes.ts';
import { budgetScenes } from './budget-scenes.ts';
import { invoiceScenes } from './invoice-scenes.ts';
import { compensationScenes } from './compensation-scenes.ts';
import { demo, doorScenes } from './door-scenes.ts';
import { manyCompleted, manyWaiting } from './many-scene.ts';
import { memberScenes } from './member-scenes.ts';
import { officeScenes } from './office-scenes.ts';
import { planScenes } from './plan-scenes.ts';
import { settlementScenes } from './settlement-scenes.ts';

interface Scene {
  readonly desk: DeskInMemory;
  readonly workplace: WorkplaceInMemory;
}

const nordic = aStanding();
const baltic = aCaseHandler({
  portal: 'baltic-portal',
  portalName: 'Baltic Insurance',
  settings: someSettings({ currency: 'SEK' }),
});

const waiting = [
  anOutboxItem({
    position: 11,
    state: 'waiting',
    command: aCommand({
      name: 'approve-budget',
      input: { budget: 'budget-1', version: 2, money: { amount: 420_000, currency: 'EUR' } },
    }),
  }),
  anOutboxItem({ position: 12, state: 'sent', caseNumber: 'NM-2026-00004' }),
  anOutboxItem({
    position: 13,
    state: 'blocked',
    caseNumber: 'NM-2026-00009',
    command: aCommand({ name: 'complete-task', input: { task: 'drying-1' } }),
  }),
  anOutboxItem({
    position: 14,
    state: 'attention',
    caseNumber: 'NM-2026-00007',
    trouble: { detail: 'The portal server had a fault.', tries: 5 },
    command: aCommand({
      name: 'send-back-task',
      input: { task: 'drying-1', reason: 'Photos of the north wall are missing.' },
    }),
  }),
  anOutboxItem({ position: 15, state: 'attention', command: null, raw: { name: 'paint-wall', colour: 'blue', v: 0 } }),
];

const refusals = [
  anOutboxItem({
    position: 8,
    state: 'refused',
    refusal: {
      code: 'limit-exceeded',
      grantor: 'insurer',
      limit: 500_000,
      already: 420_000,
      amount: 204_000,
      over: 124_000,
      currency: 'EUR',
    },
    command: aCommand({
      name: 'approve-budget',
      input: { budget: 'budget-2', version: 1, money: { amount: 204_000, currency: 'EUR' } },
    }),
  }),
  anOutboxItem({
    position: 9,
    state: 'refused',
    caseNumber: 'NM-2026-00008',
    refusal: { code: 'case-not-found', grantor: 'nobody' },
    command: aCommand({
      name: 'write-chat',
      subject: { kind: 'case', id: 'case-8' },
      input: { text: 'The dryer stays until Thursday. The owner has the key, please ring twice.' },
    }),
  }),
];

/** One of two tasks was approved, the other not. */
function partlyRefused(position: number, state: 'carried-out' | 'refused') {
  const refusal = { code: 'pending-budget', grantor: 'insurer' } as const;
  const command = aCommand({ name: 'approve-tasks', input: { tasks: ['drying-1', 'drying-2'] } });
  const items = itemStates(command, {
    items: [
      { item: 'drying-1', kind: 'carried-out' },
      { item: 'drying-2', kind: 'refused', refusal },
    ],
  });
  return anOutboxItem({ position, state, command, items, refusal: state === 'refused' ? refusal : null });
}

function signedIn(more: Parameters<typeof workplaceInMemory>[0] = {}): Scene {
  const state = {
    portals: [
      aPortalState({ standing: nordic, asOf: monday }),
      aPortalState({ portal: 'baltic-portal', standing: baltic, directory: aDirectory(), received: 1200 }),
    ],
    rows: manyFacts(180, [nordic, baltic]),
    outbox: [...waiting, partlyRefused(16, 'carried-out')],
    refusals: [...refusals, partlyRefused(10, 'refused')],
    withdrawn: [
      { portal: 'nordic-portal', case: 'case-8', number: 'NM-2026-00008', at: monday, reason: 'role-removed' as const },
    ],
    notices: [
      {
        portal: 'nordic-portal',
        id: 'n3',
        kind: 'role-given' as const,
        case: 'case-4',
        number: 'NM-2026-31676',
        at: monday,
      },
      {
        portal: 'nordic-portal',
        id: 'n2',
        kind: 'budget-rejected' as const,
        case: 'case-2',
        number: 'NM-2026-15838',
        at: monday,
      },
      {
        portal: 'baltic-portal',
        id: 'n1',
        kind: 'chat-written' as const,
        case: 'case-1',
        number: 'BA-2026-07919',
        at: monday,
      },
    ],
  };
  return {
    desk: deskInMemory({ session: aSession, server: demo }),
    workplace: workplaceInMemory({
      state,
      sync: { waiting: 2, attention: 4, asOf: monday },
      ...more,
    }),
  };
}

/** A full list with unconfirmed commands in it, seen by a partner's marked coordinator or by the insurer. */
function manyCases(standing: Standing): Scene {
  const portals = [standing, { ...standing, portal: 'baltic-portal', portalName: 'Baltic Insurance' }];
  const waitingIn = (position: number, id: string) =>
    anOutboxItem({
      position,
      command: aCommand({ name: 'write-chat', input: { text: 'On my way' }, subject: { kind: 'case', id } }),
    });
  return signedIn({
    state: {
      portals: portals.map((each) => aPortalState({ portal: each.portal, standing: each })),
      rows: manyFacts(600, portals, monday),
      outbox: [waitingIn(1, 'case-0'), waitingIn(2, 'case-0'), waitingIn(3, 'case-124'), waitingIn(4, 'case-212')],
    },
  });
}

/** The operator's desk, answered by a portal server in memory; a network that is chosen has faults. */
function operatorScene(): Scene {
  const issues = [
    { path: 'members.1.office', message: 'nowhere is not known and not in the document.' },
    { path: 'portals.0.settings.timeZone', message: 'A time zone is written Europe/Helsinki.' },
  ];
  const fault = {
    kind: 'not-understood',
    title: 'The request was not understood.',
    status: 400,
    issues,
    moreIssues: 7,
  };
  const added = { companies: 2, offices: 1, people: 2, members: 2, portals: 1, memberships: 3 };
  const tried = (body: string | null): Response =>
    body?.includes('nowhere') ? aProblem(fault) : Response.json({ dryRun: true, added });
  window.fetch = operatorAnswers({ 'POST /set-up/network?dryRun=true': tried }).fetch as typeof fetch;
  const standing = aStanding({ side: 'operator', level: 6 });
  return signedIn({ state: { portals: [aPortalState({ standing })], rows: [] } });
}

export const scenes: Readonly<Record<string, () => Scene>> = {
  ...caseScenes,
  ...budgetScenes,
  ...compensationScenes,
  ...invoiceScenes,
  ...memberScenes,
  ...officeScenes,
  ...planScenes,
  ...settlementScenes,
  'signed-in': () => signedIn(),
  offline: () =>
    signedIn({
      sync: {
        reach: 'offline',
        waiting: 3,
        trouble: 'The portal server cannot be reached.',
        troubleCode: 'refused ERR_CONNECTION_REFUSED',
      },
    }),
  many: () => manyCases(aStanding({ marked: true })),
  'many-waiting': () => signedIn(manyWaiting()),
  'many-completed': () => signedIn(manyCompleted()),
  'operators-desk': operatorScene,
  insurer: () => manyCases(anInsurer()),
  operator: () =>
    signedIn({
      state: {
        portals: [anOperator(), anOperator({ portal: 'baltic-portal', portalName: 'Baltic Insurance' })].map(
          (standing) => aPortalState({ portal: standing.portal, standing }),
        ),
        rows: [],
        outbox: [],
        refusals: [],
        notices: [],
      },
      sync: { waiting: 0, attention: 0 },
    }),
  'first-sync': () =>
    signedIn({
      state: { phase: 'first-sync', rows: [], portals: [aPortalState({ asOf: null, received: 1200 })] },
      sync: { syncing: true },
    }),
  'signed-out': () => signedIn({ sync: { reach: 'signed-out', waiting: 3 } }),
  quiet: () => signedIn({ state: { outbox: [], refusals: [], notices: [] } }),
  ...doorScenes,
};
