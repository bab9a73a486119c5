import { bindingAmount } from '../../shared/domain/budget/budget.ts';
import { invoicesOf, stands, type Invoice } from '../../shared/domain/invoice/invoice.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import { invoiceFile } from './calculation-file.ts';
import { managerOf, standing, type TaskStage } from './tell-step.ts';

/** Most offices send their invoice with the work done: some a part of it, a few more than was granted. */
export function sendInvoice(stage: TaskStage, at: Moment): void {
  const { chance } = stage;
  if (!granted(stage) || invoiceOf(stage) || !chance.percent(75)) return;
  send(stage, at, chance.percent(20) ? 50 : chance.percent(10) ? 110 : 100);
}

/** Half of what was granted, while the work goes on. */
export function sendHalf(stage: TaskStage, at: Moment): void {
  send(stage, at, 50);
}

function send(stage: TaskStage, at: Moment, share: number): void {
  const { teller, cast, chance, task: id } = stage;
  const task = standing(stage);
  const subject = teller.content().case;
  const amountInForce = granted(stage);
  const { currency } = cast.network.settings;
  const amount = Math.round((amountInForce * share) / 100);
  // The case's number makes it the only one of its company.
  const number = `${subject.number}-${String(invoicesOf(subject).length + 1)}`;
  const file = invoiceFile(chance.id(at), { number, amount, currency });
  const input = {
    number,
    tasks: [id],
    money: { amount, currency },
    vat: null,
    dated: at.slice(0, 10),
    kind: share === 50 ? ('partial' as const) : ('final' as const),
    comment: share === 110 ? 'Two more days of drying than were planned.' : '',
    file: file.ref,
  };
  teller.act({ by: managerOf(cast, task), at }, { name: 'add-invoice', input }, file);
}

/** The insurer decides on it before the task is approved. */
export function decideInvoice(stage: TaskStage, at: Moment): void {
  const { teller, handler, chance } = stage;
  const invoice = invoiceOf(stage);
  if (invoice?.state !== 'entered') return;
  const { id, money } = invoice;
  const reason = 'The hours of the second week are on it twice.';
  const command = chance.percent(10)
    ? ({ name: 'reject-invoice', input: { invoice: id, reason } } as const)
    : ({ name: 'approve-invoice', input: { invoice: id, money } } as const);
  teller.act({ by: handler, at }, command);
}

/** What is in force for the task, minor units; 0 where that is nothing. */
function granted({ teller, task }: TaskStage): number {
  const budget = teller.content().case.budgets.find(({ tasks }) => tasks.includes(task));
  return (budget && bindingAmount(budget)) ?? 0;
}

function invoiceOf({ teller, task }: TaskStage): Invoice | undefined {
  return invoicesOf(teller.content().case).find((each) => stands(each) && each.tasks.includes(task));
}
