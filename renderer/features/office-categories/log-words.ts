import { t } from '@lingui/core/macro';
import { z } from 'zod';
import { loggedCategoriesSchema } from '../../../shared/contract/categories.ts';
import type { SettingsEntry } from '../../../shared/contract/settings-log.ts';
import { loggedOffice } from '../../../shared/domain/category/categories-page.ts';
import type { Category } from '../../../shared/domain/category/category.ts';
import type { Directory } from '../../../shared/domain/office/directory.ts';
import type { PortalSettings } from '../../../shared/domain/portal/portal-settings.ts';
import { listText } from '../../words/figures.ts';
import { taskTypeName } from '../../words/task-words.ts';

/** What the words of a log are taken from. */
interface LogContext {
  readonly defined: readonly Category[];
  readonly directory: Pick<Directory, 'offices'>;
  readonly settings: PortalSettings;
}

const given = z.array(z.object({ category: z.string(), taskType: z.string().nullable() })).nullish();

/** What a change of categories did, a line each. */
export function loggedWords({ before, after }: SettingsEntry, context: LogContext): readonly string[] {
  const [old, now] = [before, after].map((part) => loggedCategoriesSchema.safeParse(part).data?.categories ?? []);
  const labels = labelsIn([...context.defined, ...(old ?? []), ...(now ?? [])]);
  return [
    ...('categories' in after ? [t`Categories: ${rankText(old ?? [])} → ${rankText(now ?? [])}`] : []),
    ...Object.keys(after)
      .filter((key) => key.startsWith(loggedOffice))
      .map((key) => {
        const id = key.slice(loggedOffice.length);
        const name = context.directory.offices.find((office) => office.id === id)?.name ?? id;
        const textOf = (logged: unknown): string => givenText(logged, labels, context.settings);
        const [had, has] = [textOf(before[key]), textOf(after[key])];
        return t`${name}: ${had} → ${has}`;
      }),
  ];
}

function labelsIn(categories: readonly Pick<Category, 'code' | 'label'>[]): ReadonlyMap<string, string> {
  return new Map(categories.map(({ code, label }) => [code, label]));
}

function rankText(categories: readonly Pick<Category, 'label' | 'rank'>[]): string {
  return categories.map(({ rank, label }) => `${String(rank)}. ${label}`).join(', ') || t`none`;
}

function givenText(logged: unknown, labels: ReadonlyMap<string, string>, settings: PortalSettings): string {
  const parsed = given.safeParse(logged).data ?? [];
  const texts = parsed.map(({ category, taskType }) => {
    const label = labels.get(category) ?? category;
    return taskType === null ? label : `${label} (${taskTypeName(taskType, settings)})`;
  });
  return listText(texts) || t`none`;
}
