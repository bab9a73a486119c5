import { plural, t } from '@lingui/core/macro';
import type { CommandsSaid } from '../family-words.ts';
import { moneyText } from '../figures.ts';
import { noted } from '../typed-parts.ts';
import { rulesParts } from './rules-words.ts';
import { allocationWords, answerWords } from './settlement-words.ts';

/** The commands that settle with the customer, and the rules by which a portal does. */
export const settlementCommands = {
  'settle-items': {
    words: () => ({ label: t`Give work items to the customer`, thing: t`Work items given to the customer` }),
    typed: ({ kind, items, result }) => [
      { label: t`As`, value: allocationWords(kind) },
      { label: t`Items`, value: String(items.length) },
      { label: t`The customer is paid`, value: moneyText(result) },
    ],
  },
  'bind-settlement': {
    words: () => ({ label: t`Approve the provisional amount`, thing: t`Approval of a provisional settlement` }),
    typed: ({ money }) => [{ label: t`Adds to what was approved`, value: moneyText(money) }],
    done: ({ money }) => {
      const amount = moneyText(money);
      return t`Approved ${amount} beyond the budgets`;
    },
  },
  'return-items': {
    words: () => ({ label: t`Give work items back to the partner`, thing: t`Work items given back to the partner` }),
    typed: ({ items, reason }) => [{ label: t`Items`, value: String(items.length) }, ...noted(t`Reason`, reason)],
    done: ({ items }) =>
      plural(items.length, {
        one: '# work item is back with the partner',
        other: '# work items are back with the partner',
      }),
  },
  'record-customer-answer': {
    words: () => ({ label: t`Write down the customer's answer`, thing: t`The customer's answer` }),
    typed: ({ answer, note }) => [{ label: t`Answer`, value: answerWords(answer) }, ...noted(t`Note`, note)],
    done: ({ answer }) => answerWords(answer),
  },
  'change-settlement-rules': {
    words: () => ({
      label: t`Change how cash offers and the customer's own work are paid`,
      thing: t`The rules for cash offers and the customer's own work`,
    }),
    typed: (rules, { settings }) => {
      if (!settings) return [];
      const { cash, ownWork, both } = rulesParts(rules, settings.currency);
      return [...cash, ...ownWork, ...both];
    },
  },
} satisfies Partial<CommandsSaid>;
