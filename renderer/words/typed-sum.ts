import { t } from '@lingui/core/macro';
import { largestAmount } from '../../shared/domain/money.ts';
import { moneyText } from './figures.ts';
import { readAmount } from './typed-amount.ts';
import { unreadAmountWords } from './unread-amount-words.ts';

/** A sum that may be left out, and what is wrong about what was typed. */
export interface TypedSum {
  /** Minor units; null for an empty field. */
  readonly amount: number | null;
  readonly error: string | null;
}

/** Reads a sum as it was typed; an empty field is none. */
export function readSum(typed: string, currency: string): TypedSum {
  if (typed.trim() === '') return { amount: null, error: null };
  const read = readAmount(typed, currency);
  if (read.kind !== 'read') return { amount: null, error: unreadAmountWords(read, currency) };
  const most = moneyText({ amount: largestAmount, currency });
  return { amount: read.amount, error: read.amount > largestAmount ? t`At most ${most}.` : null };
}
