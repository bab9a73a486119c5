// @vitest-environment node
import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { CaseContent } from '../../../shared/domain/case/case.ts';
import { aContent, aDirectory, anInsurer } from '../../support/builders.ts';
import { aDisk, firstSync, openAccount, type Disk, type OpenAccount } from '../../support/offline/an-account.ts';
import { allBytes } from '../../support/offline/on-disk.ts';
import { anAnswer } from '../../support/offline/sync-lines.ts';

const portal = 'nordic-portal';
const named = (id: string, cause: string): CaseContent =>
  aContent({ id, number: `NM-${id}`, damage: { cause, lossDate: '2026-11-01', description: '' } });

/** The browser's disk: from some write on it takes no more, and gives up the transaction as Chromium does. */
function aFullDisk(): { fullAt: number | null; readonly writes: () => number } {
  let writes = 0;
  const disk = { fullAt: null as number | null, writes: () => writes };
  const put = IDBObjectStore.prototype.put;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    const full = disk.fullAt !== null && writes >= disk.fullAt;
    writes += 1;
    if (!full) return put.apply(this, args);
    this.transaction.abort();
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
  onTestFinished(() => spy.mockRestore());
  return disk;
}

interface Story {
  readonly what: string;
  readonly begin: (app: OpenAccount) => Promise<void>;
  readonly write: (app: OpenAccount) => Promise<void>;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const page = async (ids: readonly string[], cause: string, next: string | null) =>
  anAnswer({
    standing: anInsurer(),
    directory: aDirectory(),
    reading: {},
    cases: ids.map((id) => named(id, cause)),
    chunkSize: 1,
    next,
  });
const delta = async (cause: string) =>
  anAnswer({
    cursor: { number: 2, mark: 'm2' },
    cases: [named('a', cause)],
    withdrawn: [{ case: 'b', number: 'NM-b', at: '2026-11-23T09:00:00.000Z', reason: 'other' }],
  });
const synced = ({ fed }: OpenAccount) => firstSync(fed, { cases: [named('a', 'Storm'), named('b', 'Storm')] });
const whole = async ({ fed }: OpenAccount) =>
  fed.applyDelta(portal, await anAnswer({ cursor: { number: 9, mark: 'm9' } }));

const stories: readonly Story[] = [
  {
    what: 'a page of a first sync',
    begin: async ({ fed }) => fed.keepPortals([portal]),
    write: async (app) => {
      await app.fed.storePage(portal, await page(['a', 'b'], 'Storm', 'b'));
      await app.fed.storePage(portal, await page(['c'], 'Storm', null));
      await whole(app);
    },
    before: [],
    after: ['a Storm', 'b Storm', 'c Storm'],
  },
  {
    what: 'a delta with a withdrawal',
    begin: synced,
    write: async ({ fed }) => void (await fed.applyDelta(portal, await delta('Hail'))),
    before: ['a Storm', 'b Storm'],
    after: ['a Hail'],
  },
  {
    what: 'a reset',
    begin: synced,
    write: async (app) => {
      await app.fed.startAgain(portal, 'unknown-cursor');
      await app.fed.storePage(portal, await page(['a', 'c'], 'Ice', null));
      await whole(app);
    },
    before: ['a Storm', 'b Storm'],
    after: ['a Ice', 'c Ice'],
  },
  {
    what: 'a compaction',
    begin: async (app) => {
      await synced(app);
      for (let round = 0; round < 64; round += 1)
        await app.fed.applyDelta(portal, await anAnswer({ cases: [named('a', `cause ${String(round)}`)] }));
    },
    write: ({ fed }) => fed.tidy(),
    before: ['a cause 63', 'b Storm'],
    after: ['a cause 63', 'b Storm'],
  },
];

/** What is shown, each case opened: the row alone does not tell that its content is there. */
async function shown({ desk }: OpenAccount): Promise<readonly string[]> {
  const ids = desk.state().rows.map(({ row }) => row.id);
  const opened = await Promise.all(ids.map((id) => desk.openCase({ portal, case: id })));
  return ids.map((id, index) => `${id} ${opened[index]?.content.case.damage.cause ?? 'nothing'}`).toSorted();
}

/** Goes on where the cache says it is, as the sync loop does. */
async function goOn(app: OpenAccount, { write }: Story): Promise<void> {
  const place = app.fed.place(portal);
  if (place.kind === 'delta' && place.cursor.number === 1 && app.desk.state().portals[0]?.received !== null)
    await whole(app);
  else if (place.kind === 'pages' && place.after === 'b') {
    await app.fed.storePage(portal, await page(['c'], 'Storm', null));
    await whole(app);
  } else await write(app);
}

describe.each(stories)('where the disk of the browser is full in the middle of $what', (story) => {
  test('sync 19: it is as before, here and after a restart, and goes on when there is room', async () => {
    const full = aFullDisk();
    let failed = true;
    for (let at = 0; failed; at += 1) {
      const disk: Disk = aDisk();
      const app = await openAccount(disk);
      await story.begin(app);
      full.fullAt = full.writes() + at;
      failed = await story.write(app).then(
        () => false,
        () => true,
      );
      full.fullAt = null;
      const left = failed ? story.before : story.after;
      // What a withdrawal names is off the screen before it is off the disk (sync.md 29).
      const hidden = left.filter((each) => !each.startsWith('b '));
      expect([left, hidden]).toContainEqual(await shown(app));
      await app.at.kill();
      await app.close();
      const again = await openAccount(disk);
      expect(await shown(again)).toEqual(left);
      if (failed) await goOn(again, story);
      expect(await shown(again)).toEqual(story.after);
      expect((await allBytes(disk)).length).toBeGreaterThan(0);
      await again.close();
    }
  });
});

test('sync 3: what the cache writes is on the disk before anything is marked done', async () => {
  const durabilities: (string | undefined)[] = [];
  const disk = aDisk();
  const { indexedDB } = disk.indexedDb;
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
    const request = open(...args);
    request.addEventListener('success', () => {
      const database = request.result;
      const begin = database.transaction.bind(database);
      database.transaction = (names, mode, options) => {
        if (mode === 'readwrite') durabilities.push(options?.durability);
        return begin(names, mode, options);
      };
    });
    return request;
  });
  const app = await openAccount(disk);
  await synced(app);
  await app.fed.applyDelta(portal, await delta('Hail'));
  expect(durabilities.length).toBeGreaterThan(3);
  expect(new Set(durabilities)).toEqual(new Set(['strict']));
});
