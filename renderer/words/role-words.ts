import { t } from '@lingui/core/macro';
import {
  IconBuilding,
  IconBuildingBank,
  IconClipboardSearch,
  IconListCheck,
  IconRobot,
  IconSettings,
  IconUserShield,
  type Icon,
} from '@tabler/icons-react';
import type { Role } from '../../shared/domain/rights/rights.ts';

/** As whom somebody acted, with its sign. */
export interface RoleWords {
  readonly word: string;
  readonly icon: Icon;
}

/** The words of a role in a case. */
export function roleWords(role: Role): RoleWords {
  return roles[role]();
}

const roles: Readonly<Record<Role, () => RoleWords>> = {
  insurer: () => ({ word: t`Insurer`, icon: IconBuildingBank }),
  operator: () => ({ word: t`Operator`, icon: IconSettings }),
  office: () => ({ word: t`Office`, icon: IconBuilding }),
  'project-manager': () => ({ word: t`Project manager`, icon: IconListCheck }),
  inspector: () => ({ word: t`Inspector`, icon: IconClipboardSearch }),
  'external-case-handler': () => ({ word: t`External case handler`, icon: IconUserShield }),
  system: () => ({ word: t`Portal`, icon: IconRobot }),
};
