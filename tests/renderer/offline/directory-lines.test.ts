import { expect, test } from 'vitest';
import { emptyBase, foldBase } from '../../../renderer/offline/generation.ts';
import { logRecordBytes, readLogRecord } from '../../../renderer/offline/record-lines.ts';
import { collectAnswer } from '../../../renderer/portal/collect-answer.ts';
import type { DirectoryChange } from '../../../shared/domain/office/fold-directory.ts';
import { aDirectory, aMember } from '../../support/builders.ts';
import { anAnswer, linesOf, testAccount } from '../../support/offline/sync-lines.ts';

const none = { companies: [], offices: [], members: [] };
const change: DirectoryChange = {
  whole: false,
  ...none,
  members: [aMember({ name: 'Another Name' })],
  gone: { ...none, companies: ['kuivaus'] },
};

test('what a delta changes of the directory comes through the log as it was told', async () => {
  const held = foldBase(emptyBase, { ...(await anAnswer({ directory: aDirectory() })), withdrawn: [] }, []);
  const delta = { ...(await anAnswer({})), directory: change };
  const after = foldBase(held, delta, []).directory;
  expect(after?.members.find(({ id }) => id === aMember().id)?.name).toBe('Another Name');
  expect(after?.companies.map(({ id }) => id)).toEqual(['arvio', 'nordic']);
  expect(after?.offices).toBe(held.directory?.offices);
  expect(foldBase(held, readLogRecord(logRecordBytes(delta, [], [])), []).directory).toEqual(after);
});

test.each([
  ['no lists', { kind: 'directory', directory: aDirectory() }],
  ['nothing that says what is gone', { kind: 'directory', ...change, gone: undefined }],
])('an answer whose directory has %s is thrown away', async (_, line) => {
  const [head = '', ...rest] = linesOf({}).trimEnd().split('\n');
  async function* lines(): AsyncGenerator<Uint8Array> {
    for (const each of [head, JSON.stringify(line), ...rest]) yield new TextEncoder().encode(each);
  }
  const answer = await collectAnswer(lines(), { account: testAccount, portal: 'nordic-portal' });
  expect(answer).toMatchObject({ kind: 'unreachable' });
});
