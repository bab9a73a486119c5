import type { Reader } from './reader.ts';

/** Changes after one number and up to another. */
export interface Span {
  readonly after: number;
  readonly upTo: number;
}

/** How far this person has read each case's chat, as far as it changed in the span. */
export async function readReading({ db, portal, standing }: Reader, span: Span): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('reading')
    .select(['case_id', 'messages'])
    .where('portal', '=', portal)
    .where('member', '=', standing.member)
    .where('changed', '>', span.after)
    .where('changed', '<=', span.upTo)
    .execute();
  return Object.fromEntries(rows.map(({ case_id, messages }) => [case_id, messages]));
}
