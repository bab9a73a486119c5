import type { OfficeId } from '../ids.ts';
import type { Category, OfficeCategories } from './category.ts';

/** A category as an office has it. */
export interface OfficeLabel {
  readonly category: Category;
  /** The types of task for which it has it; null for all. */
  readonly taskTypes: readonly string[] | null;
}

/** What each office has, by rank; of a category that it has for all tasks, single types say nothing more. */
export function officeLabels({ defined, offices }: OfficeCategories): ReadonlyMap<OfficeId, readonly OfficeLabel[]> {
  return new Map(
    offices.map(({ office, categories }) => [
      office,
      defined.categories.flatMap((category): OfficeLabel[] => {
        const given = categories.filter((each) => each.category === category.code);
        const types = given.flatMap(({ taskType }) => taskType ?? []);
        if (given.length === 0) return [];
        return [{ category, taskTypes: types.length < given.length ? null : types }];
      }),
    ]),
  );
}

/** Those that count for tasks of these types; all of them where nothing is said of tasks, as for a role. */
export function labelsFor(labels: readonly OfficeLabel[], taskTypes: readonly string[] | null): readonly OfficeLabel[] {
  if (taskTypes === null) return labels;
  return labels.filter(({ taskTypes: only }) => only === null || only.some((type) => taskTypes.includes(type)));
}
