import { t } from '@lingui/core/macro';
import type { CommandsSaid, LogSaid, NoticesSaid } from '../family-words.ts';
import { noted, reasonPart } from '../typed-parts.ts';
import { partName, resultWords, rulingWords } from './compensation-words.ts';

/** The commands about decisions on compensation. */
export const compensationCommands = {
  'decide-compensation': {
    words: () => ({ label: t`Decide on the compensation`, thing: t`A decision on the compensation` }),
    typed: ({ result, parts, reason, customerText, authority }) => [
      { label: t`Decision`, value: resultWords(result).word },
      ...parts.map((part) => ({
        label: partName(part),
        value: [rulingWords(part.ruling), part.scope, part.reason].filter(Boolean).join(' · '),
      })),
      ...noted(t`Reason`, reason),
      ...noted(t`Text to the customer`, customerText),
      { label: t`On whose authority`, value: authority },
    ],
    done: ({ result }) => {
      const word = resultWords(result).word;
      return t`Compensation decided: ${word}`;
    },
  },
  'reverse-compensation-decision': {
    words: () => ({ label: t`Take the decision back`, thing: t`A compensation decision taken back` }),
    typed: ({ reason }) => [reasonPart(reason)],
    done: () => t`Took the compensation decision back`,
  },
  'change-compensation': {
    words: () => ({ label: t`Change how compensation is decided`, thing: t`How compensation is decided` }),
    typed: ({ parts }) => [{ label: t`Compensation is decided`, value: decidedHow(parts) }],
  },
} satisfies Partial<CommandsSaid>;

/** How a portal decides, in words. */
function decidedHow(parts: 'by-part' | 'whole'): string {
  return parts === 'by-part' ? t`part by part` : t`as a whole`;
}

/** The lines that they leave in the log. */
export const compensationLog = {
  'compensation-approved': ({ who, own }) =>
    own
      ? t`${who} approved the compensation. The inspection was made by the company that decided or that handles the case.`
      : t`${who} approved the compensation.`,
  'compensation-partly': ({ who, own }) =>
    own
      ? t`${who} approved the compensation in part. The inspection was made by the company that decided or that handles the case.`
      : t`${who} approved the compensation in part.`,
  'compensation-rejected': ({ who, own }) =>
    own
      ? t`${who} rejected the compensation. The inspection was made by the company that decided or that handles the case.`
      : t`${who} rejected the compensation.`,
  'compensation-reversed': ({ who }) => t`${who} took the decision on the compensation back. What was begun stays.`,
  'inspection-taken-over': ({ office }) =>
    t`It was decided before the inspection was done: the inspection went from ${office} to the insurer.`,
  'management-moved-on': ({ task }) => t`${task} goes on: the compensation is decided.`,
} satisfies Partial<LogSaid>;

/** What people are told of it. */
export const compensationNotices = {
  'compensation-decided': () => ({ title: t`The compensation is decided`, next: t`See what is covered.` }),
  'compensation-reversed': () => ({
    title: t`A compensation decision was taken back`,
    next: t`Repairs that have not begun wait again.`,
  }),
  'inspection-taken-over': () => ({
    title: t`An inspection is no longer yours`,
    next: t`It was decided early; the insurer has it now.`,
  }),
} satisfies Partial<NoticesSaid>;
