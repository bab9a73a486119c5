// @vitest-environment node
import { expect, test } from 'vitest';
import { ranked } from '../../../shared/domain/category/category.ts';
import type { CategoriesChange } from '../../../shared/domain/category/fold-categories.ts';
import { rights } from '../../../shared/domain/rights/rights.ts';
import { aContent, aDirectory, anInsurer, aRole, aStanding, carla, settingsWithRole } from '../../support/builders.ts';
import { aDisk, openAccount } from '../../support/offline/an-account.ts';
import { openedRecords } from '../../support/offline/on-disk.ts';
import { anAnswer, type Said } from '../../support/offline/sync-lines.ts';

const portal = 'nordic-portal';
const word = 'Zebra';
const all: CategoriesChange = {
  what: 'all',
  defined: { categories: ranked([{ code: 'a', label: word, colour: 'green' }]) },
  offices: [{ office: 'kuopio', categories: [{ category: 'a', taskType: null }] }],
};
const handler = aStanding({ ...carla, level: 2, marked: true, settings: settingsWithRole({}) });
const others = settingsWithRole({ rights: rights.filter((right) => right !== 'offices.categories') });
const held = aContent({ role: aRole({ user: carla }) });

/** A handler’s desk with one open case and categories; told what the portal server says next. */
async function synced(standing = handler) {
  const disk = aDisk();
  const account = await openAccount(disk);
  await account.fed.keepPortals([portal]);
  const page: Said = {
    standing,
    directory: aDirectory(),
    reading: {},
    cases: [held],
    reader: standing,
    categories: all,
  };
  await account.fed.storePage(portal, await anAnswer(page));
  let number = 1;
  const tell = async (said: Said): Promise<void> => {
    number += 1;
    const cursor = { number, mark: `m${String(number)}` };
    await account.fed.applyDelta(portal, await anAnswer({ reader: standing, cursor, ...said }));
  };
  await tell({});
  const shown = () => account.desk.state().portals[0]?.categories ?? null;
  const isOnDisk = async () => (await openedRecords(disk)).some((text) => text.includes(word));
  return { account, disk, tell, shown, isOnDisk };
}

const withdrawal = { case: 'case-1', number: 'N-1', at: '2026-11-23T09:00:00.000Z', reason: 'role-moved' } as const;

/** What the portal server tells although it does not say that they are gone. */
const silent: Readonly<Record<string, Said>> = {
  'another standing without the right': { standing: { ...handler, settings: others } },
  'another standing without the mark': { standing: { ...handler, marked: false } },
  'the last case leaves': { withdrawn: [withdrawal] },
  'the last case is closed': { cases: [aContent({ role: aRole({ user: carla }), state: 'closed' })] },
};

test.each(Object.entries(silent))('leave the disk in the same transaction with %s, said or not', async (_, said) => {
  const { tell, shown, isOnDisk } = await synced();
  expect([shown()?.defined.categories[0]?.label, await isOnDisk()]).toEqual([word, true]);
  await tell(said);
  expect([shown(), await isOnDisk()]).toEqual([null, false]);
});

test('stay with whatever else is told, are changed by office, and go when that is said', async () => {
  const { tell, shown, isOnDisk, account } = await synced();
  await tell({ standing: { ...handler, settings: settingsWithRole({ defaultLimit: 1 }) } });
  await tell({ cases: [aContent({ id: 'case-2', number: 'N-2', role: aRole({ user: carla }) })] });
  expect(shown()?.offices).toHaveLength(1);
  await tell({ categories: { what: 'changed', defined: null, offices: [{ office: 'kuopio', categories: [] }] } });
  expect(shown()).toMatchObject({ defined: { categories: [{ label: word }] }, offices: [{ categories: [] }] });
  expect(account.fed.holdsCategories(portal)).toBe(true);
  await tell({ categories: { what: 'gone' } });
  expect([shown(), await isOnDisk()]).toEqual([null, false]);
  expect(account.fed.holdsCategories(portal)).toBe(false);
});

test('are the insurer’s without any case, and in no view that is kept for the next start', async () => {
  const { tell, shown, account, disk } = await synced(anInsurer());
  await tell({ withdrawn: [withdrawal] });
  expect(shown()).not.toBeNull();
  await account.desk.keepView({ list: 'all', shown: 0, all: 0, cases: [] });
  expect((await openedRecords(disk)).filter((text) => text.includes(word))).toHaveLength(1);
});
