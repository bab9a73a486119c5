import type { PortalId } from '../../shared/domain/ids.ts';
import type { PortalState } from './offline-desk.ts';
import type { PortalCache } from './plan-answer.ts';

/** A portal as the screens see it; none before its standing and directory are there. */
export function portalState(portal: PortalId, { current, building }: PortalCache): readonly PortalState[] {
  const shown = current ?? building;
  const { standing, directory } = shown?.base ?? {};
  if (!standing || !directory) return [];
  const received = building ? building.cases.size : null;
  const categories = shown?.categories ?? null;
  const prices = shown?.prices ?? null;
  return [{ portal, standing, directory, categories, prices, asOf: current?.head.asOf ?? null, received }];
}
