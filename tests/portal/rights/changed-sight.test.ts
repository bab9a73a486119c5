import { describe, expect, onTestFinished, test } from 'vitest';
import type { Cursor } from '../../../shared/contract/sync.ts';
import type { CommandName } from '../../../shared/domain/command-book.ts';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import { engines } from '../../support/engines.ts';
import { cursorOf, lineOf, linesOf, type TestPerson, type TestServer } from '../../support/portal-server.ts';
import { portal } from '../../support/rights/actors.ts';
import { cutOf, type Cut } from '../../support/rights/cuts.ts';
import { aMatrixServer } from '../../support/rights/matrix-server.ts';
import { seenCase } from '../../support/rights/requests.ts';
import { leaksIn, missingIn } from '../../support/rights/sentinels.ts';
import { wordOf } from '../../support/rights/words.ts';

/** What changes how much somebody sees of the case. */
interface Change {
  readonly reader: string;
  readonly by: string;
  readonly name: CommandName;
  readonly subject: string;
  readonly input: object;
  readonly basedOn: string;
}

const role = { subject: seenCase, basedOn: 'revision-of-role' } as const;
const member = (subject: string) => ({ subject, basedOn: subject });

const changes: Readonly<Record<string, Change>> = {
  'gains the role': {
    ...role,
    reader: 'candidate',
    by: 'role-office-4',
    name: 'assign-role-user',
    input: { member: 'candidate' },
  },
  'loses the role to a colleague': {
    ...role,
    reader: 'handler',
    by: 'role-office-4',
    name: 'assign-role-user',
    input: { member: 'candidate' },
  },
  'loses the role with the office': {
    ...role,
    reader: 'handler',
    by: 'insurer-5',
    name: 'remove-role',
    input: { reason: 'x' },
  },
  'loses what the office saw of it': {
    ...role,
    reader: 'role-office-4',
    by: 'insurer-5',
    name: 'give-role-to-office',
    input: { office: 'gamma' },
  },
  'is at the office that gains the role': {
    ...role,
    reader: 'marked',
    by: 'insurer-5',
    name: 'give-role-to-office',
    input: { office: 'gamma' },
  },
  'loses the mark': {
    ...member('handler'),
    reader: 'handler',
    by: 'insurer-5',
    name: 'mark-member',
    input: { marked: false, limit: { kind: 'default' } },
  },
  'loses the rights that show every budget': {
    reader: 'handler',
    by: 'operator',
    name: 'change-rights',
    subject: portal,
    basedOn: portal,
    input: { rights: ['tasks.approve'] },
  },
  'loses them as a project manager': {
    reader: 'manager',
    by: 'operator',
    name: 'change-manager-rights',
    subject: portal,
    basedOn: portal,
    input: { rights: ['tasks.approve'] },
  },
  'loses them as an inspector': {
    reader: 'inspector',
    by: 'operator',
    name: 'change-inspector-rights',
    subject: portal,
    basedOn: portal,
    input: { rights: [] },
  },
  'is in a portal that uses the role no more': {
    reader: 'handler',
    by: 'operator',
    name: 'change-rights',
    subject: portal,
    basedOn: portal,
    input: { enabled: false },
  },
  'loses the budgets of the own company': {
    ...member('works-3'),
    reader: 'works-3',
    by: 'works-4',
    name: 'change-member',
    input: { budgetPermission: false },
  },
  'gains the budgets of the own company': {
    ...member('works-2'),
    reader: 'works-2',
    by: 'works-4',
    name: 'change-member',
    input: { budgetPermission: true },
  },
  'comes down to the own tasks': {
    ...member('works-3'),
    reader: 'works-3',
    by: 'works-4',
    name: 'change-member',
    input: { level: 1 },
  },
  'comes up to the company’s tasks': {
    ...member('works-1'),
    reader: 'works-1',
    by: 'works-4',
    name: 'change-member',
    input: { level: 2 },
  },
  'is put out': {
    ...member('works-3'),
    reader: 'works-3',
    by: 'works-4',
    name: 'change-member',
    input: { active: false },
  },
};

/** What the case tells next: a line of chat, and a budget decided on, with words that are nowhere else. */
async function goOn(server: TestServer): Promise<void> {
  const insurer = await server.as('insurer-5');
  const basedOn = 'revision-of-budget-of-rival';
  const reject = { budget: 'budget-of-rival', version: 2, reason: 'later-word-for-rival' };
  await insurer.issue('reject-budget', seenCase, reject, { basedOn });
  await insurer.issue('write-chat', seenCase, { text: 'later-word-in-the-chat' });
}

/** What a delta tells; after a reset, what the pages tell that are fetched instead. */
async function deltaFrom(
  reader: TestPerson,
  cursor: Cursor,
): Promise<{ readonly text: string; readonly cursor: Cursor }> {
  const body = JSON.stringify({ protocol: 2, cursor, named: [] });
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  const delta = await reader.request(`/sync/${portal}/delta`, json);
  const reset = lineOf(await linesOf(delta.clone()), 'reset') !== undefined;
  const answer = reset ? await reader.request(`/sync/${portal}/pages?protocol=2`) : delta;
  return { text: await answer.clone().text(), cursor: cursorOf(await linesOf(answer)) };
}

/** What is given otherwise than before. */
function gainedIn(before: Cut, after: Cut): Cut {
  const gained = [...(after.given ?? [])].filter(([part, scope]) => before.given?.get(part) !== scope);
  return { ...after, given: new Map(gained) };
}

describe.each(engines)('deltas tell what the table of parts gives, and nothing else, on $engine', ({ engine }) => {
  test.each(Object.entries(changes))('to who %s', async (_, change) => {
    const { server } = await aMatrixServer(engine, [portal]);
    onTestFinished(() => server.close());
    const actor = { member: change.reader, portal, words: '' };
    const [reader, by] = [await server.as(change.reader), await server.as(change.by)];
    const cursor = cursorOf(await reader.pages());
    const before = await cutOf(server.store, actor);
    const { name, subject, input, basedOn } = change;
    expect(await by.issue(name, subject, input as never, { basedOn })).toMatchObject({ kind: 'carried-out' });
    const after = await cutOf(server.store, actor);
    expect(after).not.toEqual(before);
    const first = await deltaFrom(reader, cursor);
    expect(leaksIn(first.text, after)).toEqual([]);
    expect(missingIn(first.text, gainedIn(before, after))).toEqual([]);
    await goOn(server);
    const { text } = await deltaFrom(reader, first.cursor);
    // A line of the log names the budget by its description.
    const readsLog = after.given?.get('log') === 'all';
    const named = readsLog ? [wordOf('one', 'budgets', 'rival')] : [];
    expect(leaksIn(text, after).filter((each) => !named.includes(each))).toEqual([]);
    expect(text.includes('later-word-for-rival')).toBe(readsLog);
    expect(text.includes('later-word-in-the-chat')).toBe(after.given?.has('chat') ?? false);
  });

  test('who is given rights again is told what they open, although nothing of the case changed', async () => {
    const { server } = await aMatrixServer(engine, [portal]);
    onTestFinished(() => server.close());
    const actor = { member: 'inspector', portal, words: '' };
    const [reader, operator] = [await server.as('inspector'), await server.as('operator')];
    const give = async (rights: readonly Right[], basedOn: string): Promise<string> => {
      const command = operator.command('change-inspector-rights', portal, { rights }, { basedOn });
      expect((await operator.post(command))[0]).toMatchObject({ kind: 'carried-out' });
      return command.id;
    };
    const fewer = await give(['budget.approve'], portal);
    const cursor = cursorOf(await reader.pages());
    const before = await cutOf(server.store, actor);
    await give(['budget.approve', 'decision.make', 'tasks.allocate'], fewer);
    const after = await cutOf(server.store, actor);
    expect([...(gainedIn(before, after).given?.keys() ?? [])]).toContain('decision-grounds');
    const { text } = await deltaFrom(reader, cursor);
    expect(missingIn(text, gainedIn(before, after))).toEqual([]);
    expect(leaksIn(text, after)).toEqual([]);
  });
});
