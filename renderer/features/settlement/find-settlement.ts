import type { SettlementId } from '../../../shared/domain/ids.ts';
import { may } from '../../../shared/domain/rights/may.ts';
import { mayTakeBack } from '../../../shared/domain/settlement/may-settle.ts';
import { settlementsOf, type Settlement } from '../../../shared/domain/settlement/settlement.ts';
import type { OpenCase } from '../../offline/offline-desk.ts';

/** A settlement of the case; it can vanish under a dialog, when the right to see it is withdrawn. */
export function findSettlement({ content }: OpenCase, id: SettlementId): Settlement | undefined {
  return settlementsOf(content.case).find((each) => each.id === id);
}

/** True for who is given what went to the customer: there is some, or it is theirs to settle or to decide on. */
export function seesSettlements({ content, standing }: OpenCase): boolean {
  const { case: subject } = content;
  if (settlementsOf(subject).length > 0) return true;
  if (!standing.settings.workPlans) return false;
  const asking = { standing, case: subject };
  return (
    may(standing, 'budget.approve', { case: subject }).allowed ||
    mayTakeBack(asking, 'cashOffer').allowed ||
    mayTakeBack(asking, 'customerOwnWork').allowed
  );
}
