import type { Moment } from '../../shared/domain/moment.ts';
import { calculationFile } from './calculation-file.ts';
import { submitPlan } from './tell-plan.ts';
import { budgetOf, managerOf, roleUser, standing, waitingBudget, type TaskStage } from './tell-step.ts';

/** A budget within what a marked user may approve, unless the plan wants it above; where the insurer uses work plans, one of work items. */
export function submitBudget(stage: TaskStage, at: Moment): void {
  const { prices } = stage.cast;
  if (prices) submitPlan(stage, prices, at);
  else submitWithFile(stage, at);
}

function submitWithFile(stage: TaskStage, at: Moment): void {
  const { teller, cast, chance, plan } = stage;
  const task = standing(stage);
  const earlier = budgetOf(stage);
  const { currency } = cast.network.settings;
  const above = plan.budget === 'above' || plan.budget === 'forwarded';
  const amount = above ? chance.whole(2_100, 4_800) * 1000 : chance.whole(60, 280) * 1000 + chance.whole(0, 99);
  const title = `${plan.type.name}${earlier ? ', changed' : ''}`;
  const calculation = { title, currency, amount, at, caseNumber: teller.content().case.number };
  const file = calculationFile(task.type, calculation, chance);
  const input = {
    tasks: [task.id],
    description: title,
    money: { amount, currency },
    file: file.ref,
    comment: '',
    revises: earlier?.id ?? null,
    ...(earlier ? { reason: 'More was wet behind the wall than the first measurements showed.' } : {}),
  };
  teller.act({ by: managerOf(cast, task), at }, { name: 'submit-budget', input }, file);
}

/** The External Case Handler approves where that is allowed, else forwards it or leaves it to the insurer. */
export function approveBudget(stage: TaskStage, at: Moment): void {
  const { teller, handler } = stage;
  const budget = waitingBudget(stage);
  const command = {
    name: 'approve-budget',
    input: { budget: budget.id, version: budget.version, money: budget.money },
  } as const;
  const own = roleUser(teller);
  if (own !== null && !teller.tries({ by: own, at }, command)) return;
  if (own !== null) forwardBudget(stage, at);
  teller.act({ by: handler, at }, command);
}

/** Where the limit stands in the way; anything else is left as it is. */
export function forwardBudget(stage: TaskStage, at: Moment): void {
  const { teller } = stage;
  const own = roleUser(teller);
  if (own === null) return;
  const { id, version } = waitingBudget(stage);
  const input = { budget: id, version, note: 'Above my limit, but the calculation is sound.' };
  teller.tries({ by: own, at }, { name: 'forward-budget', input });
}

/** The insurer sends it back with the reason. */
export function rejectBudget(stage: TaskStage, at: Moment): void {
  const { id, version } = waitingBudget(stage);
  const reason = 'Please leave out the rooms that were not wet, and send it again.';
  stage.teller.act({ by: stage.handler, at }, { name: 'reject-budget', input: { budget: id, version, reason } });
}
