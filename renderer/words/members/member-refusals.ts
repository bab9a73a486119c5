import { t } from '@lingui/core/macro';
import { momentText } from '../figures.ts';
import type { Book } from '../refusal-said.ts';

/** Why a member stays as he or she is, or is not invited. */
export const memberRefusals = {
  'own-level': (_, { companyName }) => ({
    short: t`Your own level`,
    sentence: t`Nobody changes the own authority level.`,
    wayOn: t`Another admin of ${companyName} can change it.`,
  }),
  'oneself-inactive': (_, { companyName }) => ({
    short: t`Your own membership`,
    sentence: t`Nobody makes oneself inactive.`,
    wayOn: t`Another admin of ${companyName} can do it.`,
  }),
  'insurers-level': () => ({
    short: t`The insurer's level`,
    sentence: t`Authority levels 5 and 6 are for the insurer's people.`,
    wayOn: t`Choose a level from 0 to 4.`,
  }),
  'own-mark': (_, { portalName }) => ({
    short: t`Your own mark and limit`,
    sentence: t`Nobody marks oneself for the role or sets the own limit.`,
    wayOn: t`A senior colleague at ${portalName} can do it.`,
  }),
  'partners-mark': () => ({
    short: t`The insurer's own`,
    sentence: t`Only a partner's people are marked for the External case handler role.`,
    wayOn: t`The insurer's people decide in every case without it.`,
  }),
  'member-known': ({ name }) => ({
    short: t`A member already`,
    sentence: t`${name ?? t`This person`} is a member here already.`,
    wayOn: t`Who cannot sign in chooses “Forgotten password?”, or is invited again.`,
  }),
  'member-elsewhere': ({ name }, { portalName }) => ({
    short: t`With another company`,
    sentence: t`${name ?? t`This person`} works in this portal for another company, and a person has one company in a portal.`,
    wayOn: t`Use another e-mail address, or ask ${portalName}.`,
  }),
  'invited-lately': ({ again }) => {
    const from = again ? momentText(again) : null;
    return {
      short: t`Invited just now`,
      sentence: t`The last invitation has only just gone out, and mails can take a while.`,
      wayOn: from ? t`You can invite again from ${from} on.` : t`You can invite again in a while.`,
    };
  },
} satisfies Partial<Book>;
