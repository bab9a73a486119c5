import type { OfficeCategories } from '../../shared/domain/category/category.ts';
import { useOffline } from './use-offline.ts';

/** The categories of a portal's offices; null for who is not given them, and as long as the portal server told none. */
export function useOfficeCategories(portal: string): OfficeCategories | null {
  return useOffline(({ portals }) => portals.find((each) => each.portal === portal)?.categories ?? null);
}
