import { expect, test } from 'vitest';
import { withWaitingMembers } from '../../../renderer/offline/waiting-members.ts';
import type { OutboxEntry } from '../../../renderer/offline/outbox.ts';
import { aDirectory, aMember } from '../../support/builders.ts';
import { aCommand } from '../../support/renderer/in-memory-workplace.ts';

const id = '0199aaaa-0000-7000-8000-00000000000b';
const input = { name: 'Nina', email: 'nina@x.example', company: 'arvio', office: null, level: 2 } as const;
const command = aCommand({
  name: 'invite-member',
  subject: { kind: 'member', id },
  input: { ...input, certified: [], budgetPermission: false },
});
const entry = (change: Partial<OutboxEntry> = {}): OutboxEntry => ({
  position: 1,
  state: 'waiting',
  raw: command,
  command,
  detail: {},
  ...change,
});

test('who is invited and waits for the portal stands in its directory, once and no longer than that', () => {
  const directory = aDirectory();
  const ids = (entries: readonly OutboxEntry[], of = directory, portal = 'nordic-portal') =>
    withWaitingMembers(of, entries, portal).members.map((member) => member.id);
  const known = directory.members.map((member) => member.id);
  expect(ids([entry()])).toEqual([...known, id]);
  expect(withWaitingMembers(directory, [entry()], 'nordic-portal').members.at(-1)).toMatchObject({
    ...input,
    marked: false,
    invited: { at: null },
  });
  expect(ids([entry()], directory, 'baltic-portal')).toEqual(known);
  expect(ids([entry({ state: 'refused' })])).toEqual(known);
  // The delta brought the member before it was told what became of the command.
  expect(ids([entry()], aDirectory({ members: [aMember({ email: input.email })] }))).toEqual(['carla']);
});
