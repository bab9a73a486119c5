import type { MemberId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import { taskMemberExclusion } from '../../shared/domain/task/assign-members.ts';
import { rankOf, type TaskStatus } from '../../shared/domain/task/task-status.ts';
import { demoPeople } from './demo-accounts.ts';
import { between } from './plan-case.ts';
import { hoursBefore } from './random.ts';
import { approveBudget, forwardBudget, rejectBudget, submitBudget } from './tell-budget.ts';
import { inquiry } from './tell-information.ts';
import { decideInvoice, sendHalf, sendInvoice } from './tell-invoice.ts';
import { arrivalDeeds, remove } from './tell-office.ts';
import { decidePartly, draftPlan } from './tell-plan.ts';
import { acceptCash, offerCash } from './tell-settlement.ts';
import { byHandler, evenly, managerOf, standing, type Deed, type Step, type TaskStage } from './tell-step.ts';

const withBudget: readonly TaskStatus[] = ['0+', '1', '2', 'B', 'B++', '3', '4', 'A'];
const without: readonly TaskStatus[] = ['0+', '1', 'B++', '3', '4', 'A'];

/** The way of a task to where it is today, evenly over its time; the last step is taken when the plan says. */
export function taskSteps(stage: TaskStage): readonly Step[] {
  const { plan, reportedAt, workFrom, now } = stage;
  if (plan.origin === 'completed') return [];
  const deeds = [...arrivalDeeds(stage), ...wayDeeds(stage)];
  // What waited for the decision on compensation came to B++ before it.
  const early = plan.turn === 'ready' ? deeds.splice(0, without.indexOf('3')) : [];
  const removal = plan.turn === 'removed' ? evenly([remove(stage)], now, between(plan.reachedAt, now, 0.2)) : [];
  return [
    ...evenly(early, reportedAt, hoursBefore(workFrom, 2)),
    ...evenly(deeds, workFrom, plan.reachedAt),
    ...removal,
  ];
}

function wayDeeds(stage: TaskStage): readonly Deed[] {
  const { plan } = stage;
  const { goal, turn } = plan;
  const way = plan.type.budget === 'required' ? withBudget : without;
  const until = (status: TaskStatus): readonly Deed[] =>
    way.slice(0, way.indexOf(status) + 1).map((each) => deedTo(stage, each));
  const again = (): readonly Deed[] => [sendBack(stage), deedTo(stage, '4')];
  const end = goal === 'A' ? [deedTo(stage, 'A')] : [];
  const { ask, answer } = inquiry(stage);
  switch (goal) {
    case '3-':
      return [...until('3'), (at) => submitBudget(stage, at)];
    case 'I':
      return [...until(plan.owedBy === 'insurer' ? '3' : '4'), ask];
    case '2':
      if (plan.budget === 'drafted') return [...until('2'), draft(stage), (at) => offerCash(stage, at, 'draft')];
      return plan.budget === 'rejected' ? [...until('B'), (at) => rejectBudget(stage, at)] : until('2');
    case 'B+':
      return [...until('B'), (at) => decidePartly(stage, at)];
    case 'B++':
      if (plan.budget !== 'shown') return until('B++');
      return [...until('B++'), (at) => offerCash(stage, at, 'approved'), (at) => acceptCash(stage, at)];
    case '3':
      if (plan.budget === 'shown') return [...until('3'), (at) => sendHalf(stage, at)];
      return turn === 'sent-back' ? [...until('4'), sendBack(stage)] : until('3');
    case '4':
    case 'A':
      if (turn === 'sent-back') return [...until('4'), ...again(), ...end];
      return turn === 'answered' ? [...until('3'), ask, answer, deedTo(stage, '4'), ...end] : until(goal);
    default:
      return until(goal);
  }
}

function draft(stage: TaskStage): Deed {
  return (at) => {
    const { prices } = stage.cast;
    if (prices) draftPlan(stage, prices, at);
  };
}

/** A step that something else has taken meanwhile is not taken again. */
function deedTo(stage: TaskStage, status: TaskStatus): Deed {
  const deed = stepTo(stage, status);
  return (at) => {
    if (rankOf(standing(stage).status) < rankOf(status)) deed(at);
  };
}

function stepTo(stage: TaskStage, status: TaskStatus): Deed {
  const { teller, plan, task } = stage;
  const manager = (): MemberId => managerOf(stage.cast, standing(stage));
  const input = { input: { task } };
  switch (status) {
    case '0+':
      return (at) => teller.act({ by: manager(), at }, { name: 'confirm-received', ...input });
    case '1':
      return (at) => {
        const members = responsiblesFor(stage);
        teller.act({ by: manager(), at }, { name: 'assign-members', input: { task, members } });
      };
    case 'B':
      return (at) => {
        submitBudget(stage, at);
        if (plan.budget === 'forwarded' && plan.goal === 'B') forwardBudget(stage, at);
      };
    case 'B++':
      return (at) => (plan.type.budget === 'required' ? approveBudget(stage, at) : schedule(stage, at));
    case '2':
      return (at) => schedule(stage, at);
    case '3':
      return (at) => {
        if (plan.turn === 'from-desk') byHandler(stage, at, { name: 'start-task', ...input });
        else teller.act({ by: manager(), at }, { name: 'start-task', ...input });
      };
    case '4':
      return (at) => {
        teller.act({ by: manager(), at }, { name: 'complete-task', ...input });
        sendInvoice(stage, at);
      };
    default:
      return (at) => {
        decideInvoice(stage, at);
        byHandler(stage, at, { name: 'approve-task', ...input });
      };
  }
}

const sentBackFor = [
  'The photos of the finished rooms are missing.',
  'The skirting in the hall is not fixed yet.',
  'Please add the last moisture readings.',
] as const;

function sendBack(stage: TaskStage): Deed {
  return (at) => {
    const input = { task: stage.task, reason: stage.chance.pick(sentBackFor) };
    byHandler(stage, at, { name: 'send-back-task', input });
  };
}

function schedule(stage: TaskStage, at: Moment): void {
  const { teller, cast, chance, task } = stage;
  const start = hoursBefore(at, -24 * chance.whole(1, 6));
  const input = { task, start, end: hoursBefore(start, -8 * chance.whole(1, 5)) };
  teller.act({ by: managerOf(cast, standing(stage)), at }, { name: 'set-time', input });
}

function responsiblesFor(stage: TaskStage): readonly MemberId[] {
  const { cast, chance } = stage;
  const task = standing(stage);
  const here = cast.network.members
    .values()
    .filter((member) => member.office === task.office && taskMemberExclusion(member, task) === null);
  const workers = here.filter((member) => member.level < 3);
  const known = workers.find(({ id }) => id === demoPeople.craftsman.id || id === demoPeople.marked.id);
  const first = known && chance.percent(70) ? known : chance.pick(workers.length > 0 ? workers : here);
  const second = task.several && chance.percent(25) ? here.find((member) => member.id !== first.id) : undefined;
  return second ? [first.id, second.id] : [first.id];
}
