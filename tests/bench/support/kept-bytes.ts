import { openStore, type StoreAddress } from '../../../portal/store/open-store.ts';

/**
 * The hook that knows in which tables cases lie: characters of text that the changes after a number wrote of a case, the
 * list row apart. What was written is what was rendered.
 */
export async function keptBytes(address: StoreAddress, id: string, after: number): Promise<number> {
  const { db, close } = await openStore(address);
  try {
    const parts = db.selectFrom('case_part').select('text').where('case_id', '=', id).where('changed', '>', after);
    const entries = db.selectFrom('case_entry').select('text').where('case_id', '=', id).where('change', '>', after);
    const texts = await parts.unionAll(entries).execute();
    return texts.reduce((sum, { text }) => sum + text.length, 0);
  } finally {
    await close();
  }
}
