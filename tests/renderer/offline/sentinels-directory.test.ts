// @vitest-environment node
import { expect, test } from 'vitest';
import { aDirectory, aMember, anOffice, aRole } from '../../support/builders.ts';
import { aDisk, openAccount } from '../../support/offline/an-account.ts';
import { markedCase } from '../../support/offline/marked-case.ts';
import { openedRecords } from '../../support/offline/on-disk.ts';
import { handler, portal, rich } from '../../support/offline/rich-case.ts';
import { anAnswer } from '../../support/offline/sync-lines.ts';

test('sync 21: what an office is told to choose by goes when it need not choose any more', async () => {
  const told = (taskTypes: readonly string[], role = aRole()) => ({
    ...markedCase('a', { ...rich, tasks: [], role }),
    ...(taskTypes.length > 0 ? { brief: { taskTypes, openBudgets: 0, above: {} } } : {}),
  });
  const disk = aDisk();
  const { fed } = await openAccount(disk);
  const reader = { ...handler, marked: false };
  const content = (whole: ReturnType<typeof told>) => ({ case: whole, chat: [], log: [] });
  await fed.storePage(
    portal,
    await anAnswer({ standing: reader, directory: aDirectory(), reader, cases: [content(told(['sentinel type']))] }),
  );
  await fed.applyDelta(portal, await anAnswer({ reader }));
  expect((await openedRecords(disk)).join('')).toContain('sentinel type');
  await fed.applyDelta(portal, await anAnswer({ reader, standing: { ...reader, level: 1 } }));
  expect((await openedRecords(disk)).join('')).not.toContain('sentinel type');
});

test('sync 22: an entry of the directory that leaves a reader’s sight leaves the disk', async () => {
  const disk = aDisk();
  const { fed, desk, at } = await openAccount(disk);
  const unsorted = aDirectory();
  const byId = <Entry extends { readonly id: string }>(entries: readonly Entry[]) =>
    entries.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const { companies, offices, members } = unsorted;
  const directory = { companies: byId(companies), offices: byId(offices), members: byId(members) };
  const sven = aMember({ id: 'sven', name: 'sentinel member', email: 'sven@sentinel.example' });
  const inOulu = anOffice({ id: 'oulu', name: 'sentinel office' });
  await fed.keepPortals([portal]);
  await fed.storePage(portal, await anAnswer({ standing: handler, directory, reading: {} }));
  await fed.applyDelta(portal, await anAnswer({ directoryChange: { members: [sven], offices: [inOulu] } }));
  await fed.applyDelta(portal, await anAnswer({ directoryChange: { members: [{ ...sven, level: 3 }] } }));
  await desk.keepView({ list: 'all', shown: 0, all: 0, cases: [] });
  const sentinels = async () => (await openedRecords(disk)).filter((text) => text.includes('sentinel')).length;
  expect(await sentinels()).toBe(4);
  expect(desk.state().portals[0]?.directory.members.map(({ id }) => id)).toEqual(['anna', 'carla', 'sven']);
  const gone = { members: ['sven'], offices: ['oulu'] };
  await fed.applyDelta(portal, await anAnswer({ directoryChange: { gone }, reading: { a: 1 } }));
  expect(await sentinels()).toBe(0);
  expect(desk.state().portals[0]?.directory).toEqual(directory);
  await fed.applyDelta(portal, await anAnswer({ directoryChange: { members: [aMember({ id: 'zoe', name: 'Zoe' })] } }));
  await at.kill();
  const again = await openAccount(disk);
  expect(again.desk.state().portals[0]?.directory.members.map(({ id }) => id)).toEqual(['anna', 'carla', 'zoe']);
  // A page of another copy has all of it, and takes the rest along.
  await again.fed.applyDelta(portal, await anAnswer({ directory }));
  expect((await openedRecords(disk)).join('')).not.toContain('Zoe');
  expect(again.desk.state().portals[0]?.directory).toEqual(directory);
});
