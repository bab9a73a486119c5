import { t } from '@lingui/core/macro';
import type { CommandsSaid, LogSaid, NoticesSaid } from '../family-words.ts';
import { memberName, officeName, reasonPart } from '../typed-parts.ts';

/** The commands about the External case handler role. */
export const roleCommands = {
  'give-role-to-office': {
    words: () => ({
      label: t`Give External case handler role to an office`,
      thing: t`The External case handler role for an office`,
    }),
    typed: ({ office }, context) => [{ label: t`Office`, value: officeName(office, context) }],
    done: ({ office: id }, { directory }) => {
      const office = directory.offices.find((each) => each.id === id)?.name ?? '';
      return t`Gave the External case handler role to ${office}`;
    },
  },
  'remove-role': {
    words: () => ({
      label: t`Remove External case handler role`,
      thing: t`Removal of the External case handler role`,
    }),
    typed: ({ reason }) => [reasonPart(reason)],
    done: (_, { case: { role } }) =>
      role ? t`Removed the External case handler role` : t`The case goes on without an External case handler`,
  },
  'decline-role': {
    words: () => ({
      label: t`Decline External case handler role`,
      thing: t`The External case handler role declined`,
    }),
    typed: ({ reason }) => [reasonPart(reason)],
    done: () => t`Declined the External case handler role`,
  },
  'assign-role-user': {
    words: () => ({ label: t`Assign External case handler`, thing: t`The External case handler's user` }),
    typed: ({ member }, context) => [{ label: t`User`, value: memberName(member, context) }],
    done: ({ member: id }, { directory }) => {
      const member = directory.members.find((each) => each.id === id)?.name ?? '';
      return t`Made ${member} the External case handler`;
    },
  },
} satisfies Partial<CommandsSaid>;

/** The lines that they leave in the log. */
export const roleLog = {
  'role-given': ({ who, office }) => t`${who} gave the External case handler role to ${office}.`,
  'role-removed': ({ who, office }) =>
    office
      ? t`${who} took the External case handler role from ${office}.`
      : t`${who} decided to do without an External case handler.`,
  'role-declined': ({ who, office }) => t`${who} declined the External case handler role for ${office}.`,
  'role-user-assigned': ({ who, name, office }) => t`${who} made ${name} the External case handler of ${office}.`,
  'role-user-released': ({ name }) =>
    t`${name} may not be External case handler any more; the role is back at the office.`,
} satisfies Partial<LogSaid>;

/** What people are told of it. */
export const roleNotices = {
  'role-given': () => ({
    title: t`New External case handler role for your office`,
    next: t`Assign the user who will handle the case.`,
  }),
  'role-removed': () => ({
    title: t`The External case handler role was taken back`,
    next: t`Nothing is left to do in this case.`,
  }),
  'role-declined': () => ({
    title: t`An office declined the External case handler role`,
    next: t`Give the role to another office.`,
  }),
  'role-user-assigned': () => ({
    title: t`The External case handler is assigned`,
    next: t`Open the case to see who handles it.`,
  }),
  'role-yours': () => ({
    title: t`You are the External case handler of a case`,
    next: t`Open the case to see what waits for you.`,
  }),
  'role-user-released': () => ({
    title: t`The External case handler may not act any more`,
    next: t`The office has to assign another user.`,
  }),
} satisfies Partial<NoticesSaid>;
