import {
  importedPricesSchema,
  priceItemSchema,
  priceListsSchema,
  type ImportedPrices,
} from '../../shared/contract/price-lists.ts';
import type { PriceItem, PriceListHead } from '../../shared/domain/price-list/price-list.ts';
import { parseJson, unreadable, type Answer } from './answer.ts';
import type { Ask } from './ask.ts';
import { json, parsed } from './json-answer.ts';

/** A price list's file, which column is what, and what becomes of it. */
export interface PriceFileRequest {
  readonly csv: string;
  readonly mapping: unknown;
  readonly list: unknown;
}

export interface PriceListRequests {
  /** All of a portal's, also those that have ended; the latest first. */
  readonly all: (portal: string) => Promise<Answer<readonly PriceListHead[]>>;
  readonly items: (portal: string, list: Pick<PriceListHead, 'id' | 'mark'>) => Promise<Answer<readonly PriceItem[]>>;
  /** With `dryRun` nothing is written. */
  readonly import: (portal: string, file: PriceFileRequest, dryRun: boolean) => Promise<Answer<ImportedPrices>>;
  readonly remove: (portal: string, list: string) => Promise<Answer<unknown>>;
}

/** The price lists of portals, as who keeps or reads them asks for them. */
export function priceListRequests(ask: Ask): PriceListRequests {
  const pathOf = (portal: string, more = ''): string => `/portals/${encodeURIComponent(portal)}/price-lists${more}`;
  return {
    all: (portal) => ask(pathOf(portal), {}, (response) => parsed(response, priceListsSchema)),
    items: (portal, { id, mark }) =>
      ask(pathOf(portal, `/${encodeURIComponent(id)}/items?mark=${String(mark)}`), {}, readItems),
    import: (portal, file, dryRun) =>
      ask(pathOf(portal, `?dryRun=${String(dryRun)}`), json(file), (response) =>
        parsed(response, importedPricesSchema),
      ),
    remove: (portal, list) =>
      ask(pathOf(portal, `/${encodeURIComponent(list)}`), { method: 'DELETE' }, async () => ({
        kind: 'ok',
        value: null,
      })),
  };
}

async function readItems(response: Response): Promise<Answer<readonly PriceItem[]>> {
  const text = await response.text();
  const items: PriceItem[] = [];
  for (const line of text.trimEnd().split('\n')) {
    const item = priceItemSchema.safeParse(parseJson(line));
    if (!item.success) return unreadable(line, 'items of a price list that cannot be read');
    items.push(item.data);
  }
  return { kind: 'ok', value: items };
}
