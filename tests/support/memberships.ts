import type { Membership } from '../../shared/domain/member/membership.ts';

/** What is kept of Carla of the adjusters, who is marked. */
export const carlasMembership: Membership = {
  member: 'carla',
  company: 'arvio',
  office: 'arvio-kuopio',
  level: 2,
  active: true,
  marked: true,
  limit: { kind: 'default' },
  certified: [],
  budgetPermission: false,
  away: null,
  reading: { 'case-1': 3 },
};
