import { fromMilliseconds, toMilliseconds, type Moment } from '../../shared/domain/moment.ts';
import { sweepMails } from '../mail/sweep-mails.ts';
import { sweepReports } from '../reports/sweep-reports.ts';
import type { Store } from '../store/open-store.ts';

const day = 86_400_000;

/** Three times as long as the desk opens anything offline (sync.md 31): who asks later fetches the pages again. */
const horizon = 90 * day;

/** Deletes what nobody will ask for again: files that no command came for, old reports and mails, and what deltas told before the horizon. */
export async function sweepPortals(store: Store, now: Moment): Promise<void> {
  const { db } = store;
  await sweepReports(store, now);
  await sweepMails(store, now);
  await db.deleteFrom('stored_file').where('attached_by', 'is', null).where('at', '<', before(now, day)).execute();
  for (const { id } of await db.selectFrom('portal').select('id').execute()) await sweepChanges({ db }, id, now);
}

/**
 * Tombstones, of cases and of the directory's entries, notices and marks go together, below one number. A cursor that has lost its mark, or the mark after it,
 * is answered with `reset` (sync.md 18): a gap is never passed over. Only the unbroken old beginning goes: a change
 * that is dated long ago after ones that are not was made while the clock was wrong.
 */
async function sweepChanges({ db }: Pick<Store, 'db'>, portal: string, now: Moment): Promise<void> {
  const marks = db.selectFrom('change_mark').where('portal', '=', portal);
  // By its mark it is known whether the network in memory is the one in the database.
  const kept = db.selectFrom('portal').select('directory_changed').where('id', '=', portal);
  const oldest = await marks.select('at').where('number', '<>', kept).orderBy('number').limit(2).execute();
  const next = oldest[1]?.at;
  if (next === undefined) return;
  // The horizon moves by a day a sweep: one under a clock that is ahead costs a day of changes, not all of them.
  const limit = earlier(before(now, horizon), before(next, -day));
  const young = marks.select('number').where('at', '>=', limit).orderBy('number').limit(1);
  const firstYoung = await young.executeTakeFirst();
  const last = await marks
    .select('number')
    .$if(firstYoung !== undefined, (old) => old.where('number', '<', firstYoung?.number ?? 0))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) return;
  await db.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('change_mark')
      .where('portal', '=', portal)
      .where('number', '<', last.number)
      .where('number', '<>', kept)
      .execute();
    await transaction.deleteFrom('notice').where('portal', '=', portal).where('change', '<', last.number).execute();
    await transaction.deleteFrom('case_tie').where('portal', '=', portal).where('lost', '<', last.number).execute();
    await transaction
      .deleteFrom('directory_gone')
      .where('portal', '=', portal)
      .where('change', '<', last.number)
      .execute();
  });
}

function earlier(one: Moment, other: Moment): Moment {
  return one < other ? one : other;
}

function before(now: Moment, milliseconds: number): Moment {
  return fromMilliseconds(toMilliseconds(now) - milliseconds);
}
