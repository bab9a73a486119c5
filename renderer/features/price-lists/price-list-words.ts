import { t } from '@lingui/core/macro';
import type { PriceListHead } from '../../../shared/domain/price-list/price-list.ts';
import type { Trouble } from '../../portal/answer.ts';
import type { Tone } from '../../ui/tone.ts';
import { dayText } from '../../words/figures.ts';
import type { PriceField } from './guess-columns.ts';

/** From when until when: `1 Jan 2026 – 31 Dec 2026`. */
export function validityWords({ validFrom, validUntil }: Pick<PriceListHead, 'validFrom' | 'validUntil'>): string {
  const from = dayText(validFrom);
  if (validUntil === null) return t`from ${from}, no end set`;
  const until = dayText(validUntil);
  return t`${from} to ${until}`;
}

/** Whether it is in force on a day. */
export function forceWords({ validFrom, validUntil }: PriceListHead, day: string): { words: string; tone: Tone } {
  if (day < validFrom) return { words: t`To come`, tone: 'act' };
  if (validUntil !== null && validUntil < day) return { words: t`Ended`, tone: 'quiet' };
  return { words: t`In force`, tone: 'finished' };
}

/** What a column is. */
export function fieldWords(field: PriceField): string {
  const words = {
    code: t`Code`,
    text: t`Text`,
    unit: t`Unit`,
    unitPrice: t`Price a unit`,
    trade: t`Trade`,
    hours: t`Hours a unit`,
  };
  return words[field];
}

/** Why the portal server did not do it, and what to do; what was typed stays. */
export function priceTroubleWords(trouble: Trouble): string {
  if (trouble.kind === 'unreachable') return t`The portal server cannot be reached now. Try again in a moment.`;
  const { kind, detail, issues = [] } = trouble.problem;
  if (detail === 'price-list-in-use')
    return t`Work items have their price from this list, so it stays. Import a newer list that ends it.`;
  if (kind === 'not-allowed') return t`Price lists are for the operator and the insurer from level 5 on.`;
  if (kind === 'not-found') return t`It is not there any more. The page shows how it is now.`;
  if (kind === 'not-understood' && issues.length > 0) {
    const first = issues.map(({ path, message }) => `${path}: ${message}`).join(' ');
    return t`The portal server did not take it. ${first}`;
  }
  return t`The portal server could not do it. Try again; nothing you chose is lost.`;
}
