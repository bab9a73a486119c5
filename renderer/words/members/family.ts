import { t } from '@lingui/core/macro';
import type { FamilyWords, TypedContext, TypedPart } from '../family-words.ts';
import { listText } from '../figures.ts';
import { memberChangeWords, type MemberParts } from '../member-change-words.ts';
import { memberName } from '../typed-parts.ts';

/** What is said of the members of a company. */
export const memberWords = {
  commands: {
    'mark-member': {
      words: () => ({
        label: t`Mark user for the External case handler role`,
        thing: t`A user's External case handler mark`,
      }),
      typed: memberParts,
    },
    'change-member': {
      words: () => ({ label: t`Change member`, thing: t`Changes of a member` }),
      typed: memberParts,
    },
    'invite-member': {
      words: () => ({ label: t`Invite member`, thing: t`An invitation` }),
      typed: ({ name, email }) => [
        { label: t`Name`, value: name },
        { label: t`E-mail`, value: email },
      ],
    },
    'invite-again': {
      words: () => ({ label: t`Invite again`, thing: t`Another invitation` }),
      typed: (_, context) => [{ label: t`Member`, value: memberName(context.subject, context) }],
    },
  },
} satisfies FamilyWords;

function memberParts(change: MemberParts, context: TypedContext): readonly TypedPart[] {
  const { directory, settings, subject } = context;
  const who = { label: t`User`, value: memberName(subject, context) };
  if (!directory || !settings) return [who];
  const company = directory.members.find((member) => member.id === subject)?.company;
  const side = directory.companies.find((each) => each.id === company)?.side ?? 'partner';
  const changes = memberChangeWords({}, change, { directory, settings, side });
  return [who, { label: t`Change`, value: listText(changes) }];
}
