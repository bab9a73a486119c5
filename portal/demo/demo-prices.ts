import { readFile } from 'node:fs/promises';
import type { PortalId } from '../../shared/domain/ids.ts';
import type { PriceList } from '../../shared/domain/price-list/price-list.ts';
import { assetPath } from '../asset-path.ts';
import type { ChangeDeps } from '../portal-deps.ts';
import { importPrices } from '../price-lists/import-prices.ts';
import { priceColumnsSchema } from '../price-lists/price-columns.ts';
import { readPrices } from '../price-lists/read-prices.ts';
import { readNetwork } from '../reads/network.ts';
import { demoPeople } from './demo-accounts.ts';

const fileName = 'nordic-prices.csv';

const mapping = priceColumnsSchema.parse({
  delimiter: ';',
  decimalSign: ',',
  columns: { code: 'Code', text: 'Text', unit: 'Unit', trade: 'Trade', unitPrice: 'Price', hours: 'Hours' },
});

/** Imports the price list as the operator would; null for a portal without work plans. In force since the year before. */
export async function importDemoPrices(deps: ChangeDeps, portal: PortalId, day: string): Promise<PriceList | null> {
  const network = await readNetwork({ store: deps.store, db: deps.store.db }, portal);
  const person = network?.people.get(demoPeople.operator.id);
  if (!network?.settings.workPlans || !person) return null;
  const text = await readFile(assetPath('demo', fileName), 'utf8');
  const validFrom = `${Number(day.slice(0, 4)) - 1}-01-01`;
  const list = { name: 'Repair prices', validFrom, validUntil: null, replaces: false, endsEarlier: false, fileName };
  const answer = await importPrices(deps, { portal, person, text, mapping, list, dryRun: false });
  const head = answer?.kind === 'read' ? answer.imported.list : null;
  if (!head) throw new Error(`The demo's price list is not taken: ${JSON.stringify(answer)}`);
  const { currency, timeZone } = network.settings;
  return { ...head, items: readPrices(text, mapping, { currency, timeZone, now: deps.now() }).items };
}
