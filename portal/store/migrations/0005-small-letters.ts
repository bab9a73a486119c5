import { sql, type Kysely } from 'kysely';

/**
 * A command taken back under its id in capitals could still be carried out under the same id in small letters: from
 * now on they are one id. Nothing else was ever kept under a command's id in capitals.
 */
export async function carryCancelsOver(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into outcome (portal, account, command, subject, fingerprint, kind, refusal, change, at, skew)
    select portal, account, lower(command), subject, fingerprint, kind, refusal, change, at, skew
    from outcome where command <> lower(command)
    on conflict do nothing`.execute(db);
  await sql`delete from outcome where command <> lower(command)`.execute(db);
}
