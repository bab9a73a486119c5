import { t } from '@lingui/core/macro';
import type { CategoryColour } from '../../shared/domain/category/category.ts';
import type { OfficeLabel } from '../../shared/domain/category/office-labels.ts';
import type { PortalSettings } from '../../shared/domain/portal/portal-settings.ts';
import { listText } from './figures.ts';
import { taskTypeName } from './task-words.ts';

/** A colour by its name: it is chosen, and read, without being seen. */
export function colourWords(colour: CategoryColour): string {
  return colours[colour]();
}

const colours: Readonly<Record<CategoryColour, () => string>> = {
  blue: () => t`Blue`,
  teal: () => t`Teal`,
  green: () => t`Green`,
  yellow: () => t`Yellow`,
  orange: () => t`Orange`,
  red: () => t`Red`,
  purple: () => t`Purple`,
  grey: () => t`Grey`,
};

/** A category of an office, with the types of task that it is for where it is not for all. */
export function officeLabelWords({ category, taskTypes }: OfficeLabel, settings: PortalSettings): string {
  const { label } = category;
  if (taskTypes === null) return label;
  const types = listText(taskTypes.map((code) => taskTypeName(code, settings)));
  return t`${label} (${types})`;
}
