import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../../shared/domain/case/case.ts';
import type { CommandName } from '../../shared/domain/command-book.ts';
import { commandBook } from '../../shared/domain/command-book.ts';
import { aBudget, aCase, aFile, aRole, aTask, monday } from '../support/builders.ts';
import { engines } from '../support/engines.ts';
import { aPortalServer, type TestPerson, type TestServer } from '../support/portal-server.ts';
import { watchedStore, type WatchedStore } from '../support/watched-store.ts';
import { matrix, names } from '../support/rights-matrix.ts';
import { bytes, everybody, file, type Who } from '../support/rights-matrix-people.ts';

/** A word in each part of the case that is given or kept back, and who reads it. */
const words: Readonly<Record<string, readonly Who[]>> = {
  'word-of-the-site': ['bertil', 'anna', 'carla', 'cora'],
  'word-of-the-customer': ['bertil', 'anna', 'carla'],
  'word-of-the-chat': ['bertil', 'anna', 'carla'],
  'word-of-a-document': ['bertil', 'anna', 'carla'],
  'word-of-the-task': ['bertil', 'anna', 'carla'],
  'word-of-the-budget': ['bertil', 'anna', 'carla'],
  'word-of-a-budget-file': ['bertil', 'anna', 'carla'],
  'word-of-a-rival-budget': ['bertil', 'carla'],
  'word-of-a-rival-file': ['bertil', 'carla'],
  'word-of-the-rival-log': ['bertil', 'carla'],
  'word-of-the-refusal': ['bertil', 'carla'],
};

function fullCase(id: string, change: Partial<Case> = {}): Case {
  const carla = { member: 'carla', name: 'Carla Person', company: 'arvio' };
  return aCase({
    id,
    number: id,
    role: aRole({ user: carla, userAssignedAt: monday }),
    budgets: [aBudget()],
    ...change,
  });
}

function wordyContent() {
  const rivals = aBudget({ id: 'b2', company: 'rival', description: 'word-of-a-rival-budget' });
  const document = { ...aFile(), by: aBudget().submittedBy, at: monday };
  const whole = fullCase('wordy', {
    site: { ...aCase().site, street: 'word-of-the-site' },
    customer: { name: 'word-of-the-customer', phone: '', email: '' },
    tasks: [aTask({ status: '3', sentBack: { reason: 'word-of-the-task', by: aBudget().submittedBy, at: monday } })],
    budgets: [aBudget({ description: 'word-of-the-budget' }), rivals],
    documents: [
      { ...document, id: 'd1', budget: null, name: 'word-of-a-document' },
      { ...document, id: 'd2', budget: 'budget-1', name: 'word-of-a-budget-file' },
      { ...document, id: 'd3', budget: 'b2', name: 'word-of-a-rival-file' },
    ],
    roleDeclined: {
      office: 'rival-kuopio',
      officeName: 'Rival',
      by: aBudget().submittedBy,
      reason: 'word-of-the-refusal',
      at: monday,
    },
  });
  const by = { member: 'bertil', name: 'Bertil Person', company: 'nordic' };
  return {
    case: whole,
    chat: [{ id: 'c1', by, companyName: 'Nordic', text: 'word-of-the-chat', at: monday, receivedAt: monday }],
    log: [
      {
        id: 'l1',
        command: 'x',
        what: 'budget-rejected' as const,
        by,
        as: 'insurer' as const,
        at: monday,
        receivedAt: monday,
        facts: { reason: 'word-of-the-rival-log' },
        company: 'rival',
      },
    ],
  };
}

describe.each(engines)('rights on $engine', ({ engine }) => {
  let server: TestServer;
  let watched: WatchedStore;
  /** Each invoice number once, also over the cases. */
  const numbered = (number: string, change: Partial<Case> = {}): Partial<Case> =>
    change.invoices ? { ...change, invoices: change.invoices.map((each) => ({ ...each, number })) } : change;
  const caseFor = (name: CommandName, who: Who): string => `${name}.${who}`;

  beforeAll(async () => {
    watched = await watchedStore(engine);
    server = await aPortalServer(engine, { store: watched.store });
    const cases = names.flatMap((name) =>
      everybody.map((who) => ({
        case: fullCase(caseFor(name, who), numbered(caseFor(name, who), matrix[name].change)),
        chat: [],
        log: [],
      })),
    );
    await server.addCases('nordic-portal', [...cases, wordyContent()]);
  });
  afterAll(() => server.close());

  async function attempt(name: CommandName, who: Who, subject = caseFor(name, who)) {
    const person = await server.as(who);
    const row = matrix[name];
    const own = { 'mark-read': who, 'invite-member': uuidv7() } as Partial<Record<CommandName, string>>;
    const about = own[name] ?? row.subject ?? subject;
    if (name === 'submit-budget' || name === 'add-document' || name === 'add-invoice') {
      await person.upload(file(subject).file, subject, bytes, 'calculation.csv');
    }
    return person.issue(name, about, row.input(subject) as never, { basedOn: row.basedOn ?? null });
  }

  test.each(names)('%s: exactly who may, and everybody else is told why', async (name) => {
    const got: Partial<Record<Who, string>> = {};
    for (const who of everybody) {
      const outcome = await attempt(name, who);
      got[who] =
        outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind === 'trouble' ? 'no-portal' : outcome.kind;
    }
    expect(got).toEqual(matrix[name].expected);
  });

  test.each(['aki', 'rita', 'oona'] as const)(
    '%s cannot tell a case of others from one that does not exist, neither by the answer nor by the way to it',
    async (who) => {
      const person = await server.as(who);
      const bertil = await server.as('bertil');
      await bertil.upload('file-wordy', 'wordy', bytes);
      await bertil.issue('add-document', 'wordy', { file: file('wordy') });
      const alike = async (ask: (subject: string) => Promise<unknown>) => {
        const seen = [];
        for (const subject of ['wordy', 'no-such-case']) {
          watched.asked();
          seen.push({ answer: await ask(subject), asked: watched.asked() });
        }
        expect(seen[0]).toEqual(seen[1]);
        expect(seen[0]?.asked.length).toBeGreaterThan(1);
      };
      for (const name of names.filter((each) => commandBook[each].subject === 'case' || each === 'mark-read')) {
        await alike(async (subject) => {
          const { id: _, ...answer } = await attempt(name, who, subject);
          return { ...answer, change: 0 };
        });
      }
      await alike((subject) => answerOf(person, `/candidates/nordic-portal/${subject}/offices`));
      await alike((subject) => answerOf(person, `/candidates/nordic-portal/${subject}/users`));
      await alike((subject) => answerOf(person, `/files/nordic-portal/file-${subject}`));
      await alike(async (subject) => {
        const upload = await person.upload('another-file', subject, bytes);
        return [upload.status, await upload.text()];
      });
    },
  );

  test('no answer has a word of a part that its reader may not see', async () => {
    for (const who of everybody) {
      const person = await server.as(who);
      const answers = await Promise.all([
        answerOf(person, '/sync/nordic-portal/pages?protocol=2'),
        answerOf(person, '/sync/southern-portal/pages?protocol=2'),
        answerOf(person, '/candidates/nordic-portal/wordy/offices'),
        answerOf(person, '/candidates/nordic-portal/wordy/users'),
        answerOf(person, '/me'),
      ]);
      const text = JSON.stringify(answers);
      for (const [word, readers] of Object.entries(words)) {
        expect(`${who} reads ${word}: ${text.includes(word)}`).toBe(`${who} reads ${word}: ${readers.includes(who)}`);
      }
    }
  });

  test('a directory has the members of the own company only, and everybody for the insurer', async () => {
    const known: Partial<Record<Who, readonly string[]>> = {};
    for (const who of ['anna', 'rita', 'bertil'] as const) {
      const text = JSON.stringify(await answerOf(await server.as(who), '/sync/nordic-portal/pages?protocol=2'));
      known[who] = everybody.filter((each) => text.includes(`${each}@example.com`));
    }
    expect(known).toEqual({
      anna: ['anna', 'aki'],
      rita: ['rita'],
      bertil: ['bertil', 'anna', 'carla', 'cora', 'aki', 'rita', 'oona'],
    });
  });

  test('nobody is let in without a session, with a wrong one, or by a cookie', async () => {
    const paths = [
      '/me',
      '/sync/nordic-portal/pages?protocol=2',
      '/candidates/nordic-portal/wordy/users',
      '/sync/nudges',
    ];
    const token = (await server.as('bertil')).authorization().replace('Bearer ', '');
    for (const path of [...paths, '/files/nordic-portal/x']) {
      expect((await server.app.request(path)).status).toBe(401);
      const wrong = { authorization: 'Bearer wrong' };
      const answer = await server.app.request(path, { headers: wrong });
      expect(await answer.json()).toMatchObject({ kind: 'session-ended' });
      const cookie = `better-auth.session_token=${token}; session=${token}`;
      expect((await server.app.request(path, { headers: { cookie } })).status).toBe(401);
    }
  });
});

async function answerOf(person: TestPerson, path: string): Promise<readonly [number, string]> {
  const response = await person.request(path);
  return [response.status, await response.text()];
}
