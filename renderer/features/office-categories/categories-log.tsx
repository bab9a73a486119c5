import type { OfficeCategories } from '../../../shared/domain/category/category.ts';
import { useSettingsLog } from '../../bindings/use-settings-log.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { ChangeLog } from '../../ui/change-log.tsx';
import { loggedWords } from './log-words.ts';

interface CategoriesLogProps {
  readonly state: PortalState;
  readonly categories: OfficeCategories;
}

/** Who changed which category, or gave it to which office, and when. */
export function CategoriesLog({ state: { portal, standing, directory }, categories }: CategoriesLogProps) {
  const entries = useSettingsLog(portal, { kind: 'categories', id: portal }, categories);
  const context = { defined: categories.defined.categories, directory, settings: standing.settings };
  return (
    <ChangeLog
      changes={entries && entries.map((entry) => ({ at: entry.at, by: entry.by, lines: loggedWords(entry, context) }))}
    />
  );
}
