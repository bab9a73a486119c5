import { t } from '@lingui/core/macro';
import {
  IconAdjustments,
  IconBuilding,
  IconReportAnalytics,
  IconServerCog,
  IconTags,
  IconUserCheck,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import { categoriesSight } from '../../../shared/domain/category/categories-sight.ts';
import { looksAfterMembers } from '../../../shared/domain/member/membership.ts';
import { readsSettings } from '../../../shared/domain/portal/reads-settings.ts';
import { mayAdminister } from '../../../shared/domain/rights/may.ts';
import { mayReport } from '../../../shared/domain/statistics/may-report.ts';
import type { PortalState } from '../../offline/offline-desk.ts';

/** A page of the company admin, for those whom it is for. */
export interface AdminPage {
  readonly to: Exclude<LinkProps['to'], undefined>;
  readonly label: () => string;
  readonly icon: Icon;
  readonly isFor: (state: PortalState) => boolean;
}

/** What stands under "Company admin" in the navigation and in the palette, in this order. */
const adminPages: readonly AdminPage[] = [
  {
    to: '/admin/members',
    label: () => t`Members`,
    icon: IconUsers,
    isFor: ({ standing }) => looksAfterMembers(standing),
  },
  {
    to: '/admin/offices',
    label: () => t`Offices`,
    icon: IconBuilding,
    isFor: ({ standing: { active, side, level } }) => active && level >= (side === 'partner' ? 3 : 1),
  },
  {
    to: '/admin/categories',
    label: () => t`Office categories`,
    icon: IconTags,
    isFor: ({ standing }) => categoriesSight(standing) === 'always',
  },
  {
    to: '/admin/reports',
    label: () => t`Reports`,
    icon: IconReportAnalytics,
    isFor: ({ standing }) => mayReport(standing).allowed,
  },
  {
    to: '/rights',
    label: () => t`Rights in a case`,
    icon: IconUserCheck,
    isFor: ({ standing }) => mayAdminister(standing, 'member.change', { company: standing.company }).allowed,
  },
  {
    to: '/admin/portal',
    label: () => t`Portal settings`,
    icon: IconAdjustments,
    isFor: ({ standing }) => readsSettings(standing),
  },
  {
    to: '/operator',
    label: () => t`Operator's desk`,
    icon: IconServerCog,
    isFor: ({ standing }) => standing.side === 'operator',
  },
];

/** The pages for somebody who works in these portals. */
export function adminPagesFor(portals: readonly PortalState[]): readonly AdminPage[] {
  return adminPages.filter(({ isFor }) => portals.some(isFor));
}
