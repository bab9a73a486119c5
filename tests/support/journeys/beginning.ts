import { randomUUID } from 'node:crypto';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { aBudget, aContent, aFile, anna, aRole, aTask, carla } from '../builders.ts';
import type { NetworkDraft } from '../../../portal/network/network-document.ts';
import { smallNetwork } from '../small-network.ts';
import { aPlan } from '../work-plan.ts';
import type { Beginning } from './movable-server.ts';

const withCarla = aRole({ user: { ...carla, name: 'Carla Person' }, revision: randomUUID() });
const toOffice = aRole({ revision: randomUUID() });
const amount = (euros: number) => ({ amount: euros * 100, currency: 'EUR' });

function aCaseOf(number: number, change: Parameters<typeof aContent>[0], portal = 'nordic-portal'): CaseContent {
  const id = `${portal === 'nordic-portal' ? 'case' : 'south'}-${String(number)}`;
  return aContent({ id, portal, number: `N-${id}`, ...change });
}

const waiting = (id: string, task: string, euros: number) =>
  aBudget({
    id,
    tasks: [task],
    money: amount(euros),
    revision: randomUUID(),
    file: { ...aFile(), file: `file-${id}` },
  });

const task = (id: string, change: Parameters<typeof aTask>[0] = {}) => aTask({ id, revision: randomUUID(), ...change });

/** A few cases in many statuses: something to do for the insurer, the drying company and the External case handler. */
export const manyStatuses: Beginning['cases'] = {
  'nordic-portal': [
    aCaseOf(1, { tasks: [task('t1'), task('t1b', { status: '1', responsibles: [anna] })] }),
    aCaseOf(2, {
      role: withCarla,
      tasks: [task('t2', { status: '4', responsibles: [anna] }), task('t2b', { status: '4' }), task('t2c')],
    }),
    aCaseOf(3, { role: toOffice, tasks: [task('t3', { status: 'B' })], budgets: [waiting('b3', 't3', 4200)] }),
    aCaseOf(4, {
      role: withCarla,
      tasks: [task('t4', { status: 'B' }), task('t4b', { status: 'B' })],
      budgets: [waiting('b4', 't4', 3000), waiting('b4b', 't4b', 3000)],
    }),
    aCaseOf(5, { tasks: [task('t5', { status: '2', responsibles: [anna] })] }),
    aCaseOf(6, { tasks: [task('t6', { office: 'rival-kuopio', company: 'rival', status: '0+' })] }),
  ],
  'southern-portal': [
    aCaseOf(1, { tasks: [task('s1')] }, 'southern-portal'),
    aCaseOf(
      2,
      { tasks: [task('s2', { status: '2', responsibles: [anna] })], ...aPlan([{ task: 's2' }]) },
      'southern-portal',
    ),
    aCaseOf(
      3,
      {
        tasks: [task('s3', { status: 'B', responsibles: [anna] })],
        budgets: [{ ...waiting('b-s3', 's3', 1528), file: null, waiting: 152_800 }],
        ...aPlan([1, 2].map(() => ({ task: 's3', state: 'submitted' as const, budget: 'b-s3' }))),
      },
      'southern-portal',
    ),
  ],
};

/** The southern portal uses work plans, the northern one simple budgets. */
export const withPlans: NetworkDraft = {
  ...smallNetwork,
  portals: smallNetwork.portals.map((each) =>
    each.id === 'southern-portal' ? { ...each, settings: { ...each.settings, workPlans: true } } : each,
  ),
};

/** Everybody who may work on a computer of the property. */
export const everybody = ['bertil', 'anna', 'aki', 'carla', 'cora', 'sven', 'oona'] as const;
