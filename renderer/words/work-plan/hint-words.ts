import { t } from '@lingui/core/macro';
import type { PlausibilityHint } from '../../../shared/domain/work-plan/plausibility.ts';
import { amountText } from '../figures.ts';
import { quantityText } from './quantity-words.ts';

/** What is worth a second look at a work item, in a sentence; `textOf` names another item. */
export function hintWords(
  hint: PlausibilityHint,
  { currency, textOf }: { readonly currency: string; readonly textOf: (item: string) => string },
): string {
  switch (hint.hint) {
    case 'above-area': {
      const floor = quantityText(hint.floor);
      if (hint.walls === null) return t`More than the room: its floor has ${floor} m².`;
      const walls = quantityText(hint.walls);
      return t`More than the room: its floor has ${floor} m², its walls ${walls} m².`;
    }
    case 'above-price': {
      const price = amountText({ amount: hint.unitPrice, currency });
      const { list } = hint;
      return t`Above the price list: ${price} in ${list}.`;
    }
    case 'twice-in-room': {
      const other = textOf(hint.item);
      return t`Twice in the room: “${other}” is there already.`;
    }
  }
}
