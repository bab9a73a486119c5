import type { Reader } from './reader.ts';

/** The random mark of a change number; null where it was never given or is swept. */
export async function markOf({ db, portal }: Pick<Reader, 'db' | 'portal'>, number: number): Promise<string | null> {
  const row = await db
    .selectFrom('change_mark')
    .select('mark')
    .where('portal', '=', portal)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.mark ?? null;
}
