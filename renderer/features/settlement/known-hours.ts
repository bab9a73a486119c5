import type { WorkItemId } from '../../../shared/domain/ids.ts';
import type { PriceList } from '../../../shared/domain/price-list/price-list.ts';
import { divideHalfAway } from '../../../shared/domain/work-plan/divide-half-away.ts';
import { quantityParts, type Quantity } from '../../../shared/domain/work-plan/quantity.ts';
import type { WorkItem, WorkItemValue } from '../../../shared/domain/work-plan/work-plan.ts';

/** The hours that a craftsman takes for items whose price is of a list that knows them. */
export function knownHours(
  items: readonly WorkItem[],
  values: ReadonlyMap<WorkItemId, WorkItemValue>,
  lists: readonly PriceList[],
): ReadonlyMap<WorkItemId, Quantity> {
  const byList = new Map(
    lists.map(({ id, items: priced }) => [id, new Map(priced.map(({ code, hours }) => [code, hours]))]),
  );
  return new Map(
    items.flatMap(({ id, code, amountOf }) => {
      const list = values.get(id)?.priceList ?? null;
      const unit = list === null || code === null ? undefined : byList.get(list)?.get(code);
      const hours = unit === undefined ? 0 : hoursFor(unit, amountOf);
      return hours > 0 ? [[id, hours] as const] : [];
    }),
  );
}

function hoursFor(unit: Quantity, quantity: Quantity): Quantity {
  return Number(divideHalfAway(BigInt(unit) * BigInt(quantity), BigInt(quantityParts)));
}
