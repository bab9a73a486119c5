import { t } from '@lingui/core/macro';
import type { CommandsSaid } from '../family-words.ts';
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
