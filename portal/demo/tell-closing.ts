import type { Moment } from '../../shared/domain/moment.ts';
import { between, type CasePlan } from './plan-case.ts';
import type { Stage, Step } from './tell-step.ts';

const closedFor = [
  'All work is approved, the last invoices are paid.',
  'The customer has confirmed that everything is done.',
  'Finished. Nothing is open with the customer.',
] as const;

/** The case is closed once all is done; some are opened again, with a task that was found to be missing. */
export function closingSteps({ chance, handler, teller }: Stage, { closing, decision }: CasePlan): readonly Step[] {
  if (closing === null) return [];
  const { at, reopenedAt } = closing;
  const reason = decision?.result === 'rejected' ? 'Rejected; the customer did not object.' : chance.pick(closedFor);
  const closed: Step = { at, run: () => teller.act({ by: handler, at }, { name: 'close-case', input: { reason } }) };
  if (reopenedAt === null) return [closed];
  const opened: Step = {
    at: reopenedAt,
    run: () => {
      const deed = { by: handler, at: reopenedAt };
      const again = 'The customer reports that the floor in the hall is damp again.';
      teller.act(deed, { name: 'reopen-case', input: { reason: again } });
      const input = { id: chance.id(reopenedAt), type: 'drying', extra: true };
      teller.act(deed, { name: 'add-task', input });
    },
  };
  return [closed, opened];
}

/** What the insurer puts right in between: another handler, or how the customer is reached. */
export function correctionSteps(stage: Stage, { correction, workFrom }: CasePlan, until: Moment): readonly Step[] {
  const at = between(workFrom, until, 0.5);
  if (correction === 'handler') return [{ at, run: () => changeHandler(stage, at) }];
  return correction === 'customer' ? [{ at, run: () => correctCustomer(stage, at) }] : [];
}

function changeHandler({ cast, chance, handler, teller }: Stage, at: Moment): void {
  const now = teller.content().case.handler?.member;
  const others = cast.network.members
    .values()
    .filter(({ id, company }) => company === cast.standing(handler).company && id !== now && id !== handler);
  teller.act({ by: handler, at }, { name: 'change-handler', input: { member: chance.pick(others).id } });
}

function correctCustomer({ chance, handler, teller }: Stage, at: Moment): void {
  const { customer } = teller.content().case;
  if (!customer) return;
  const { name, email } = customer;
  const input = { name, email, phone: `+1 555 01${chance.whole(10, 99)}` };
  teller.act({ by: handler, at }, { name: 'correct-customer', input });
}
