import { t } from '@lingui/core/macro';
import type { CommandsSaid, LogSaid, NoticesSaid } from '../family-words.ts';
import { memberName, noted, reasonPart } from '../typed-parts.ts';

/** The commands about a case as a whole. */
export const caseCommands = {
  'close-case': {
    words: () => ({ label: t`Close the case`, thing: t`Closing of a case` }),
    typed: ({ reason }) => noted(t`Reason`, reason),
    done: () => t`Closed the case`,
  },
  'reopen-case': {
    words: () => ({ label: t`Reopen the case`, thing: t`Reopening of a case` }),
    typed: ({ reason }) => [reasonPart(reason)],
    done: () => t`Opened the case again`,
  },
  'change-handler': {
    words: () => ({ label: t`Change the case handler`, thing: t`Another internal case handler` }),
    typed: ({ member }, context) => [{ label: t`Case handler`, value: memberName(member, context) }],
    done: ({ member }, place) => {
      const name = memberName(member, { subject: place.case.id, directory: place.directory });
      return t`Made ${name} the internal case handler`;
    },
  },
  'correct-customer': {
    words: () => ({ label: t`Correct the customer`, thing: t`Correction of the customer` }),
    typed: ({ name, phone, email }) => [
      { label: t`Name`, value: name },
      ...noted(t`Phone`, phone),
      ...noted(t`E-mail`, email),
    ],
    done: () => t`Corrected the customer`,
  },
} satisfies Partial<CommandsSaid>;

/** The lines that they leave in the log. */
export const caseLog = {
  'case-imported': () => t`The case was imported.`,
  'case-closed': ({ who }) => t`${who} closed the case.`,
  'case-reopened': ({ who }) => t`${who} opened the case again.`,
  'handler-changed': ({ who, name }) => t`${who} made ${name} the internal case handler.`,
  'customer-corrected': ({ who }) => t`${who} corrected the customer.`,
} satisfies Partial<LogSaid>;

/** What people are told of it. */
export const caseNotices = {
  'case-closed': () => ({ title: t`A case was closed`, next: t`It can be read; nothing is left to do in it.` }),
  'case-reopened': () => ({ title: t`A case was opened again`, next: t`Open it to see what it needs.` }),
  'handler-yours': () => ({ title: t`A case is yours to handle`, next: t`Open it to see what it needs.` }),
  'handler-changed': () => ({ title: t`A case has another handler`, next: t`Nothing is left to do for you.` }),
} satisfies Partial<NoticesSaid>;
