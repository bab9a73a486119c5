import { t } from '@lingui/core/macro';
import type { OfficeEntry } from '../../../shared/domain/office/directory.ts';
import type { PortalSettings } from '../../../shared/domain/portal/portal-settings.ts';
import type { OfficeExclusion } from '../../../shared/domain/rights/refusal.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import { officeExclusionWords, type ExclusionWords } from '../../words/exclusion-words.ts';
import { listText } from '../../words/figures.ts';
import { taskTypeName } from '../../words/task-words.ts';

/** Why an office is not listed for these tasks: of a service, which one is missing. */
export function unlistedWords(
  { office, why }: { readonly office: OfficeEntry; readonly why: OfficeExclusion },
  tasks: readonly Pick<Task, 'type'>[],
  settings: PortalSettings,
): ExclusionWords {
  const words = officeExclusionWords(why);
  if (why !== 'service-not-offered') return words;
  const types = new Set(tasks.map(({ type }) => type).filter((type) => !office.services.includes(type)));
  const missing = listText([...types].map((type) => taskTypeName(type, settings)));
  return { ...words, short: t`Does not offer ${missing}` };
}
