import { usualSettlementRules } from '../../../shared/domain/settlement/settlement-rules.ts';
import { usualCalendar } from '../../../shared/domain/portal/calendar.ts';
import { colleagueOf } from './actors.ts';
import { made, type Tries } from './try.ts';

function deputyOf(who: string): { readonly deputy: string } | null {
  const deputy = colleagueOf(who);
  return deputy === undefined ? null : { deputy };
}

/** What is kept of members: of the partner whose task it is. */
export const memberTries: Tries = {
  'Mark for the role, set the limit': made({
    name: 'mark-member',
    subject: 'target',
    input: () => ({ marked: true, limit: { kind: 'default' } }),
    basedOn: 'target',
  }),
  'Change a member': made({
    name: 'change-member',
    subject: 'target',
    input: () => ({ budgetPermission: true }),
    basedOn: 'target',
  }),
  'Raise a member to level 4': made({
    name: 'change-member',
    subject: 'target',
    input: () => ({ level: 4 }),
    basedOn: 'target',
  }),
  'Note one’s own absence': made({
    name: 'change-member',
    subject: 'oneself',
    input: (_, who) => ({ away: deputyOf(who) }),
  }),
  'Invite somebody': made({
    name: 'invite-member',
    subject: 'fresh',
    input: () => ({
      name: 'Nina Person',
      email: 'nina@example.com',
      company: 'kuivaus',
      office: 'kuopio',
      level: 2,
      certified: ['drying'],
      budgetPermission: false,
    }),
  }),
  'Invite once more': made({ name: 'invite-again', subject: 'invited', input: () => ({}) }),
};

/** What is set of an office of that partner, and of the portal. */
export const settingsTries: Tries = {
  'Change an office of that partner': made({
    name: 'change-office',
    subject: 'kuopio',
    input: () => ({ available: false }),
    basedOn: 'kuopio',
  }),
  'Set whom that office has set responsible': made({
    name: 'change-selection',
    subject: 'kuopio',
    input: () => ({ selection: { others: 'works-1', byType: {} } }),
    basedOn: 'kuopio',
  }),
  'Take that office out of the network': made({
    name: 'change-office',
    subject: 'kuopio',
    input: () => ({ inNetwork: false }),
    basedOn: 'kuopio',
  }),
  'Set how tasks are assigned': made({
    name: 'change-allocation',
    subject: 'portal',
    input: () => ({ recommendedKilometres: 50, managerFromOwnCompany: 'allowed' }),
    basedOn: 'portal',
  }),
  'Set the handler’s rights': made({
    name: 'change-rights',
    subject: 'portal',
    input: () => ({ ownCompany: true }),
    basedOn: 'portal',
  }),
  'Set the project manager’s rights': made({
    name: 'change-manager-rights',
    subject: 'portal',
    input: () => ({ rights: ['tasks.edit'] }),
    basedOn: 'portal',
  }),
  'Set the inspector’s rights': made({
    name: 'change-inspector-rights',
    subject: 'portal',
    input: () => ({ rights: ['tasks.edit'] }),
    basedOn: 'portal',
  }),
  'Define office categories': made({
    name: 'define-categories',
    subject: 'portal',
    input: () => ({ categories: [{ code: 'a', label: 'First choice', colour: 'green' }] }),
  }),
  'Take the categories of an office away': made({
    name: 'categorise-office',
    subject: 'portal',
    input: () => ({ office: 'kuopio', categories: [] }),
  }),
  'Set how compensation is decided': made({
    name: 'change-compensation',
    subject: 'portal',
    input: () => ({ parts: 'whole' }),
    basedOn: 'portal',
  }),
  'Switch work plans on': made({
    name: 'change-work-plans',
    subject: 'portal',
    input: () => ({ workPlans: true }),
    basedOn: 'portal',
  }),
  'Set how cash offers and own work are paid': made({
    name: 'change-settlement-rules',
    subject: 'portal',
    input: () => ({ ...usualSettlementRules, vatPercent: 2400 }),
    basedOn: 'portal',
  }),
  'Set the calendar': made({
    name: 'change-calendar',
    subject: 'portal',
    input: () => ({ ...usualCalendar, closedDays: [{ date: '2026-12-24', name: 'Christmas Eve' }], place: 'FI' }),
  }),
};
