import { plural, t } from '@lingui/core/macro';
import type { CommandsSaid, LogSaid, NoticesSaid } from '../family-words.ts';
import { moneyText } from '../figures.ts';
import { noted } from '../typed-parts.ts';

/** The commands about work plans. */
export const workPlanCommands = {
  'edit-work-plan': {
    words: () => ({ label: t`Change the work plan`, thing: t`A change of a work plan` }),
    typed: ({ rooms, roomsRemoved, items, itemsRemoved }) => [
      ...named(
        t`Rooms`,
        rooms.map(({ name }) => name),
      ),
      ...named(
        t`Items`,
        items.map(({ text, quantity, unit }) => `${text} (${[quantity, unit].filter(Boolean).join(' ')})`),
      ),
      ...counted(t`Rooms taken out`, roomsRemoved.length),
      ...counted(t`Items taken out`, itemsRemoved.length),
    ],
  },
  'submit-work-items': {
    words: () => ({ label: t`Send work items for approval`, thing: t`Work items sent for approval` }),
    typed: ({ items, comment }) => [...counted(t`Items`, items.length), ...noted(t`Comment`, comment)],
  },
  'decide-work-items': {
    words: () => ({ label: t`Decide on work items`, thing: t`A decision on work items` }),
    typed: ({ approved, rejected, money, reason }) => [
      ...counted(t`Approved`, approved.length),
      ...(approved.length > 0 ? [{ label: t`Amount`, value: moneyText(money) }] : []),
      ...counted(t`Rejected`, rejected.length),
      ...noted(t`Reason`, reason),
    ],
    done: ({ approved, rejected }) => decidedWords(approved.length, rejected.length),
  },
  'accept-partial-approval': {
    words: () => ({ label: t`Do without what was rejected`, thing: t`Acceptance of a partial approval` }),
    typed: () => [],
    done: () => t`Accepted that what was rejected is not done`,
  },
  'mark-plan-ready': {
    words: () => ({ label: t`Mark the first work plan as ready`, thing: t`A work plan marked as ready` }),
    typed: () => [],
  },
} satisfies Partial<CommandsSaid>;

function decidedWords(approved: number, rejected: number): string {
  const yes = plural(approved, { one: 'Approved # work item', other: 'Approved # work items' });
  const no = plural(rejected, { one: 'rejected # work item', other: 'rejected # work items' });
  if (rejected === 0) return yes;
  return approved === 0
    ? plural(rejected, { one: 'Rejected # work item', other: 'Rejected # work items' })
    : `${yes}, ${no}`;
}

function named(label: string, names: readonly string[]) {
  return noted(label, names.join(' · '));
}

function counted(label: string, count: number) {
  return count === 0 ? [] : [{ label, value: String(count) }];
}

/** The lines that they leave in the log. */
export const workPlanLog = {
  'work-plan-edited': ({ who, counted: of }) => {
    const parts = [
      of('added') > 0 ? plural(of('added'), { one: '# item added', other: '# items added' }) : '',
      of('changed') > 0 ? plural(of('changed'), { one: '# item changed', other: '# items changed' }) : '',
      of('removed') > 0 ? plural(of('removed'), { one: '# item taken out', other: '# items taken out' }) : '',
      of('rooms') > 0 ? plural(of('rooms'), { one: '# room changed', other: '# rooms changed' }) : '',
    ];
    const what = parts.filter(Boolean).join(', ');
    return t`${who} changed the work plan: ${what}.`;
  },
  'work-items-submitted': ({ who, budget, counted: of }) => {
    const items = plural(of('count'), { one: '# work item', other: '# work items' });
    return t`${who} sent ${items} of “${budget}” for approval.`;
  },
  'work-items-decided': ({ who, budget, own, counted: of }) => {
    const approved = of('approved');
    const rejected = of('rejected');
    return own
      ? t`${who} approved ${approved} work items of “${budget}” and rejected ${rejected}, of their own company.`
      : t`${who} approved ${approved} work items of “${budget}” and rejected ${rejected}.`;
  },
  'partial-approval-accepted': ({ who, task }) => t`${who} accepted that what was rejected of ${task} is not done.`,
  'work-plan-ready': ({ who, task }) => t`${who} said that the first work plan of ${task} is ready.`,
} satisfies Partial<LogSaid>;

/** What people are told of it. */
export const workPlanNotices = {
  'work-plan-edited': () => ({ title: t`Your work plan was changed`, next: t`See what the insurer changed.` }),
  'work-plan-ready': () => ({ title: t`A work plan is ready`, next: t`Look at it.` }),
  'budget-partly-approved': () => ({
    title: t`A budget is approved in part`,
    next: t`Change what was rejected and send it again, or do without it.`,
  }),
} satisfies Partial<NoticesSaid>;
