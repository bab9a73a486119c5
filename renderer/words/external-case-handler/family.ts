import { t } from '@lingui/core/macro';
import { IconUserShield, IconUserX } from '@tabler/icons-react';
import type { FamilyWords } from '../family-words.ts';
import { roleCommands } from './role-commands.ts';

/** What is said of the External case handler role. */
export const externalCaseHandlerWords = {
  commands: roleCommands,
  log: {
    'role-given': ({ who, office }) => t`${who} gave the External case handler role to ${office}.`,
    'role-removed': ({ who, office }) =>
      office
        ? t`${who} took the External case handler role from ${office}.`
        : t`${who} decided to do without an External case handler.`,
    'role-declined': ({ who, office }) => t`${who} declined the External case handler role for ${office}.`,
    'role-user-assigned': ({ who, name, office }) => t`${who} made ${name} the External case handler of ${office}.`,
    'role-user-released': ({ name }) =>
      t`${name} may not be External case handler any more; the role is back at the office.`,
  },
  actions: {
    'assign-role-user': () => ({
      row: t`New External case handler assignments`,
      one: t`Assign the External case handler`,
      next: t`Assign user`,
      icon: IconUserShield,
    }),
    'role-declined': () => ({
      row: t`Declined External case handler roles`,
      one: t`Role declined by an office`,
      next: t`Give to an office`,
      icon: IconUserX,
    }),
  },
  notices: {
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
  },
} satisfies FamilyWords;
