import type { Reader } from './reader.ts';

/** The random marks of change numbers; one that was never given or is swept has none. */
export async function marksOf(
  { db, portal }: Pick<Reader, 'db' | 'portal'>,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('change_mark')
    .select(['number', 'mark'])
    .where('portal', '=', portal)
    .where('number', 'in', numbers)
    .execute();
  return new Map(rows.map(({ number, mark }) => [number, mark]));
}
