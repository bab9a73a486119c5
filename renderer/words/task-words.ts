import { t } from '@lingui/core/macro';
import { IconFirstAidKit, IconHammer, IconListCheck, IconZoomCheck, type Icon } from '@tabler/icons-react';
import type { PortalSettings, TaskKind } from '../../shared/domain/portal/portal-settings.ts';

/** A kind of task in words, with its sign. */
export interface TaskKindWords {
  readonly word: string;
  readonly icon: Icon;
}

/** What the domain treats alike. */
export function taskKindWords(kind: TaskKind): TaskKindWords {
  return taskKinds[kind]();
}

/** A task type by the portal's own name; the code where the portal no longer has the type. */
export function taskTypeName(type: string, settings: PortalSettings): string {
  return settings.taskTypes.find((each) => each.code === type)?.name ?? type;
}

const taskKinds: Readonly<Record<TaskKind, () => TaskKindWords>> = {
  inspection: () => ({ word: t`Inspection`, icon: IconZoomCheck }),
  'first-aid': () => ({ word: t`First aid`, icon: IconFirstAidKit }),
  'project-management': () => ({ word: t`Project management`, icon: IconListCheck }),
  repair: () => ({ word: t`Repair`, icon: IconHammer }),
};
