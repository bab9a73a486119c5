import { uuidv7 } from 'uuidv7';
import type { DraftItem } from './plan-draft.ts';

/** A line that is not there yet, with nothing in it. */
export function newItem(of: Pick<DraftItem, 'task' | 'room' | 'order'> & Partial<DraftItem>): DraftItem {
  const empty = { code: '', text: '', unit: '', trade: '', quantity: '', price: '' };
  return { id: uuidv7(), revision: null, kind: 'item', ...empty, priceList: null, ...of };
}
