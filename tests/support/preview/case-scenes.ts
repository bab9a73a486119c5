import { caseParts } from '../../../shared/domain/case/case-part.ts';
import type { Standing } from '../../../shared/domain/member/standing.ts';
import {
  aCaseHandler,
  anInsurer,
  anna,
  aRole,
  aStanding,
  bertil,
  carla,
  monday,
  settingsWithRole,
} from '../builders.ts';
import { dueIn } from '../rows.ts';
import { aSession, deskInMemory, type DeskInMemory } from '../renderer/in-memory-desk.ts';
import type { WorkplaceInMemory } from '../renderer/in-memory-workplace.ts';
import { livingCase, type LivingStart } from '../renderer/living-case.ts';
import { calculation, content, settings, tasks } from './case-of-scenes.ts';
import { closedOf, colleagues, startedOf } from './closed-scene.ts';
import { directory } from './directory-of-scenes.ts';
import { manyTasks, unassignedTasks } from './tasks-of-scenes.ts';

type Scene = () => { readonly desk: DeskInMemory; readonly workplace: WorkplaceInMemory };

/** Of so many cases; `window.tellsMeanwhile` brings them. */
function noticesOf(cases: number) {
  return Array.from({ length: cases }, (_, index) => ({
    portal: 'nordic-portal',
    id: `told-${index}`,
    kind: 'budget-submitted' as const,
    case: index === 0 ? 'case-1' : `case-${index + 1}`,
    number: `NM-2026-0041${index + 2}`,
    at: monday,
  }));
}

function scene(standing: Standing, start: Partial<LivingStart> = {}): Scene {
  return () => {
    const desk = deskInMemory({ session: aSession });
    const kept = { ...desk.desk.files, readCopy: async () => calculation };
    const { workplace } = livingCase({ content, directory, standing, read: 3, ...start });
    Object.assign(globalThis, { tellsMeanwhile: () => workplace.setState({ notices: noticesOf(2) }) });
    return { desk: { ...desk, desk: { ...desk.desk, files: kept } }, workplace };
  };
}

/** Several wait for their approval; a budget of one of them waits for its decision. */
const completed = tasks.map((task) =>
  ['drying-2', 'drying-3', 'drying-4'].includes(task.id)
    ? { ...task, status: '4' as const, responsibles: [anna] }
    : task,
);
const handler = aCaseHandler({ settings });
const unassigned = { ...content, case: { ...content.case, role: aRole({ target: dueIn(2) }) } };
const header = {
  ...unassigned,
  case: {
    ...unassigned.case,
    tasks: [],
    budgets: [],
    documents: [],
    customer: null,
    cover: null,
    brief: {
      taskTypes: ['inspection', 'drying', 'flooring', 'flooring'],
      openBudgets: 2,
      above: { carla: 1, dan: 1, eeva: 2 },
    },
    hidden: caseParts,
  },
  chat: [],
  log: [],
};
const withoutChat = { ...content, chat: [] };

/** A chat that grows: what somebody else writes meanwhile comes by `window.writesMeanwhile`. */
function chatScene(messages: number, read: number): Scene {
  return () => {
    const desk = deskInMemory({ session: aSession });
    const long = Array.from({ length: messages }, (_, index) => ({
      id: `m-${index}`,
      by: index % 5 === 0 ? anna : bertil,
      companyName: index % 5 === 0 ? 'Kuivaus Oy' : 'Nordic Mutual',
      text: `Message ${index}. ${'The cellar floor is soaked through. '.repeat((index * 7) % 9)}`,
      at: monday,
      receivedAt: monday,
    }));
    const living = livingCase({ content: { ...withoutChat, chat: long }, directory, standing: handler, read });
    const writesMeanwhile = (words: string) => {
      living.arrives(anInsurer({ settings }), { name: 'write-chat', input: { text: words } });
    };
    Object.assign(globalThis, { writesMeanwhile, readSoFar: () => living.open().read });
    return { desk, workplace: living.workplace };
  };
}

/** One case, seen by each who has to do with it: `?scene=case-handler#/cases/nordic-portal/case-1`. */
export const caseScenes: Readonly<Record<string, Scene>> = {
  'case-handler': scene(handler),
  'chat-long': chatScene(3000, 2960),
  'chat-read': chatScene(3000, 3000),
  'case-approvals': scene(handler, { content: { ...content, case: { ...content.case, tasks: completed } } }),
  'case-closed': scene(handler, { content: { ...content, case: closedOf(content.case) } }),
  'case-to-close': scene(anInsurer({ settings }), {
    content: { ...content, case: startedOf(content.case) },
    directory: { ...directory, members: [...directory.members, ...colleagues] },
  }),
  'case-to-assign': scene(aCaseHandler({ settings: settingsWithRole({}) }), {
    content: { ...content, case: { ...content.case, tasks: unassignedTasks } },
  }),
  'case-supplier': scene(aStanding({ settings })),
  'case-insurer': scene(anInsurer({ settings }), { content: unassigned }),
  'case-no-right': scene(aCaseHandler({ settings: settingsWithRole({ rights: ['tasks.approve'] }) }), {
    content: { ...content, case: { ...content.case, budgets: [], hidden: ['budgets', 'other-budgets'] } },
  }),
  'case-header': scene(aCaseHandler({ member: 'dan', name: 'Dan Öberg', settings, marked: false }), {
    content: header,
  }),
  'case-declined': scene(anInsurer({ settings }), {
    content: {
      ...content,
      case: {
        ...content.case,
        role: null,
        roleDeclined: {
          office: 'arvio-kuopio',
          officeName: 'Arvio Kuopio',
          by: carla,
          reason: 'No free capacity before December, and the site is two hours away.',
          at: monday,
        },
      },
    },
  }),
  'case-long': scene(anInsurer({ settings, portalName: 'Pohjoismainen Keskinäinen Vakuutusyhtiö ja Eläkekassa' }), {
    content: {
      ...content,
      case: {
        ...content.case,
        tasks: manyTasks,
        site: {
          ...content.case.site,
          street: 'Kaskimäentienristeyksen teollisuusalueen huoltotie 118 B 24',
          city: 'Järvenpäänkylä-Ylistaro',
        },
        role: aRole({
          officeName: 'Itä-Suomen Saneeraus, Mikkelin ja Pieksämäen toimipiste',
          user: { ...carla, name: 'Eeva-Liisa Hämäläinen-Koskenkorva' },
          userAssignedAt: monday,
        }),
      },
    },
  }),
};
