import { t } from '@lingui/core/macro';
import { readAmount } from '../../words/typed-amount.ts';
import { unkeptTextWords } from '../../words/unkept-text-words.ts';
import { unreadAmountWords } from '../../words/unread-amount-words.ts';
import { quantityFaultWords } from '../../words/work-plan/quantity-words.ts';
import type { PlanLine } from './plan-lines.ts';

/** What of a line cannot be saved as it is typed, by the column it stands in. */
export interface LineFaults {
  readonly code?: string;
  readonly text?: string;
  readonly trade?: string;
  readonly unit?: string;
  readonly quantity?: string;
  readonly price?: string;
}

const none: LineFaults = {};
const known = new WeakMap<PlanLine, LineFaults>();

/** The faults of a line that was changed; what the portal has, has none. */
export function faultsOf(line: PlanLine, currency: string): LineFaults {
  if (!line.isEdited) return none;
  const before = known.get(line);
  if (before) return before;
  const faults = { ...textFaults(line), ...figureFaults(line, currency) };
  known.set(line, faults);
  return faults;
}

/** The first fault of a line; null where it has none. */
export function firstFault(line: PlanLine, currency: string): string | null {
  return Object.values(faultsOf(line, currency))[0] ?? null;
}

function textFaults({ content: { code, text, trade, unit } }: PlanLine): LineFaults {
  const words = text.trim() === '' ? t`Say what is done` : unkeptTextWords(text);
  const others = { code: unkeptTextWords(code), trade: unkeptTextWords(trade), unit: unkeptTextWords(unit) };
  return {
    ...(words ? { text: words } : {}),
    ...(others.code ? { code: others.code } : {}),
    ...(others.trade ? { trade: others.trade } : {}),
    ...(others.unit ? { unit: others.unit } : {}),
  };
}

function figureFaults({ content, quantity }: PlanLine, currency: string): LineFaults {
  const price = content.price.trim();
  const unread = price === '' ? t`Price missing` : unreadAmountWords(readAmount(price, currency), currency);
  return {
    ...(typeof quantity === 'number' ? {} : { quantity: quantityFaultWords(quantity.fault) }),
    ...(unread ? { price: unread } : {}),
  };
}
