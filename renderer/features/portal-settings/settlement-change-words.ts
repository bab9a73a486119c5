import { t } from '@lingui/core/macro';
import type { TypedPart } from '../../words/family-words.ts';
import { rulesParts } from '../../words/settlement/rules-words.ts';
import type { SettingsEntry } from '../../../shared/contract/settings-log.ts';
import { settlementRulesSchema } from '../../../shared/contract/settlement.ts';
import type { ChangeSettlementRules } from '../../../shared/domain/settlement/change-settlement-rules.ts';
import { usualSettlementRules } from '../../../shared/domain/settlement/settlement-rules.ts';

/** What a change of how a portal settles with customers did, a line each. */
export function settlementChangeWords(
  from: ChangeSettlementRules,
  to: ChangeSettlementRules,
  currency: string,
): readonly string[] {
  const [was, is] = [rulesParts(from, currency), rulesParts(to, currency)];
  return [
    ...differences(was.cash, is.cash).map((line) => t`cash offer · ${line}`),
    ...differences(was.ownWork, is.ownWork).map((line) => t`own work · ${line}`),
    ...differences(was.both, is.both),
  ];
}

// What somebody sets later beside these parts is not told by an older app.
const logged = settlementRulesSchema.strip().extend({
  cash: settlementRulesSchema.shape.cash.strip(),
  ownWork: settlementRulesSchema.shape.ownWork.strip(),
});

/** The same of a change that was written down; nothing where it was about something else. */
export function loggedSettlementWords({ before, after }: SettingsEntry, currency: string): readonly string[] {
  const is = logged.safeParse(after['settlement']);
  // What was never set before is logged as null.
  const was = logged.safeParse(before['settlement'] ?? usualSettlementRules);
  return was.success && is.success ? settlementChangeWords(was.data, is.data, currency) : [];
}

/** A rate of a trade is there or not: the others always are. */
function differences(was: readonly TypedPart[], is: readonly TypedPart[]): readonly string[] {
  const labels = [...new Set([...was, ...is].map(({ label }) => label))];
  const valueOf = (parts: readonly TypedPart[], label: string) =>
    parts.find((part) => part.label === label)?.value ?? t`none`;
  return labels.flatMap((label) => {
    const [before, now] = [valueOf(was, label), valueOf(is, label)];
    return before === now ? [] : [t`${label}: ${before} before, ${now} now`];
  });
}
