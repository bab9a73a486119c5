import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeApi } from '../../../portal/http/description.ts';
import { createApi } from '../../../portal/whole-app.ts';
import { guessRefusal, type GuessFacts } from '../../../renderer/offline/guess.ts';
import { caseOf } from '../../../renderer/offline/waiting-commands.ts';
import type { Command } from '../../../shared/contract/commands.ts';
import { commandBook } from '../../../shared/domain/command-book.ts';
import { contentsOf, lineOf, linesOf } from '../../support/portal-server.ts';
import {
  actorGroups,
  invited,
  isGivenPrices,
  isShownCategories,
  oneMissing,
  portal,
  withoutAny,
  type Actor,
} from '../../support/rights/actors.ts';
import { answerIn, askAll, commandOf, outcomeIn, refusalOf, tryAs, type Answer } from '../../support/rights/asking.ts';
import { cutOf } from '../../support/rights/cuts.ts';
import { aMatrixServer, tries, type MatrixServer } from '../../support/rights/matrix-server.ts';
import { elsewhere, requests } from '../../support/rights/requests.ts';
import { rightsDocument } from '../../support/rights/rights-document.ts';
import { leaksIn, missingIn } from '../../support/rights/sentinels.ts';
import { wordOf } from '../../support/rights/words.ts';

const portals = [portal, withoutAny, ...oneMissing.map((each) => each.portal), 'southern-portal'];
const actors = Object.values(actorGroups).flat();
/** On PostgreSQL these are tried; all of it takes another minute (`npm run faults -- rights`). */
const sample = ['handler, all rights', 'level 3, budgets', 'another partner'];
const everybody = process.env['PARTNER_DESK_EVERYBODY'] !== undefined;
const file = join(import.meta.dirname, '../../../docs/rights.md');

test('every command has a row', () => {
  expect(new Set(tries.map(([, { name }]) => name))).toEqual(new Set(Object.keys(commandBook)));
});

type Answers = ReadonlyMap<string, Answer>;

async function triedBy(matrix: MatrixServer, actor: Actor): Promise<Answers> {
  const answers = new Map<string, Answer>();
  for (const each of tries) answers.set(each[0], await tryAs(matrix, actor, each));
  return answers;
}

async function answersTo(matrix: MatrixServer, actor: Actor): Promise<Answers> {
  return new Map([...(await triedBy(matrix, actor)), ...(await askAll(matrix, actor))]);
}

/** What the app of somebody holds after the first sync, when it decides on a command; null where there was none. */
async function heldFrom(pages: Answer | undefined): Promise<((command: Command) => GuessFacts) | null> {
  if (pages?.status !== 200) return null;
  const lines = await linesOf(new Response(pages.body));
  const [standing, directory] = [lineOf(lines, 'standing')?.standing, lineOf(lines, 'directory')];
  if (!standing || !directory) throw new Error('nothing is held');
  const contents = contentsOf(lines);
  const told = lineOf(lines, 'categories');
  const categories = told?.what === 'all' ? told : null;
  return (command) => ({
    standing,
    directory,
    categories,
    reading: {},
    content: contents.get(caseOf(command)) ?? null,
  });
}

const outcomesIn = (answers: Answers): ReadonlyMap<string, string> =>
  new Map([...answers].map(([words, answer]) => [words, words in requests ? answerIn(answer) : outcomeIn(answer)]));

test('every route of the description has a row, and nothing else has', async () => {
  const { server } = await aMatrixServer('sqlite', [portal]);
  const api = createApi({ ...server.deps, demoAccounts: [], addressHeader: undefined });
  const routes = Object.entries(describeApi(api).paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  await server.close();
  const rows = [...Object.values(requests).map(({ route }) => route), ...Object.keys(elsewhere)];
  expect([...new Set(rows)].toSorted()).toEqual(routes.toSorted());
});

describe('everything, tried by everybody', () => {
  let matrix: MatrixServer;
  const answers = new Map<Actor, Answers>();
  beforeAll(async () => {
    matrix = await aMatrixServer('sqlite', portals);
    for (const actor of actors) answers.set(actor, await answersTo(matrix, actor));
    for (const actor of oneMissing) answers.set(actor, await triedBy(matrix, actor));
  }, 300_000);
  afterAll(() => matrix.server.close());

  test('comes to what docs/rights.md says', async () => {
    const outcomes = new Map([...answers].map(([actor, each]) => [actor, outcomesIn(each)]));
    await expect(await rightsDocument(outcomes)).toMatchFileSnapshot(file);
  });

  test('tells nobody, in no body and no header, what the table of parts does not give', async () => {
    for (const [actor, each] of answers) {
      const cut = await cutOf(matrix.server.store, actor);
      const leaks = [...each].flatMap(([words, { headers, body }]) =>
        leaksIn(`${headers}\n${body}`, cut).map((text) => `${actor.words}: ${words}: ${text}`),
      );
      expect(leaks).toEqual([]);
    }
  });

  test('tells of categories exactly who is shown them, and nobody else a byte of them', async () => {
    const told = whereTold(wordOf('one', 'categories'));
    expect(told.filter(({ actor, where }) => !isShownCategories(actor) && where.length > 0)).toEqual([]);
    const synced = told.filter(({ actor, syncs }) => isShownCategories(actor) && syncs);
    expect(synced.length).toBeGreaterThan(10);
    for (const { where } of synced)
      expect(where).toEqual(expect.arrayContaining(['The first sync', 'What changed since']));
  });

  test('tells of price lists exactly who enters or decides what things cost, and nobody else a byte of them', async () => {
    const reads = ['The price lists', 'What a price list holds'];
    const told = whereTold(wordOf('one', 'prices'));
    const keeps = (member: string | null): boolean => member === 'operator';
    const others = told.filter(({ actor, where }) => !isGivenPrices(actor) && !keeps(actor.member) && where.length > 0);
    expect(others).toEqual([]);
    expect(told.find(({ actor }) => keeps(actor.member))?.where).toEqual(reads);
    const synced = told.filter(({ actor, syncs }) => isGivenPrices(actor) && syncs);
    expect(synced.length).toBeGreaterThan(13);
    for (const { where } of synced) expect(where).toEqual(['The first sync', 'What changed since', ...reads]);
  });

  function whereTold(word: string) {
    return [...answers].map(([actor, each]) => {
      const where = [...each].filter(([, { headers, body }]) => `${headers}\n${body}`.includes(word));
      return { actor, where: where.map(([words]) => words), syncs: each.has('The first sync') };
    });
  }

  test('is said by the app beforehand, to the last amount and name', async () => {
    const differences: unknown[] = [];
    for (const actor of actors) {
      const mine = answers.get(actor);
      const factsOf = await heldFrom(mine?.get('The first sync'));
      for (const each of factsOf ? tries : []) {
        const command = await commandOf(matrix, actor, each);
        const app = factsOf ? guessRefusal(command, factsOf(command)) : null;
        const server = mine?.get(each[0]);
        if (!server || JSON.stringify(app) === JSON.stringify(refusalOf(server))) continue;
        differences.push([actor.words, each[0], app, refusalOf(server)]);
      }
    }
    expect(differences).toEqual([]);
  });

  test('tells everybody at the first sync what the table of parts gives', async () => {
    for (const actor of actors) {
      const cut = await cutOf(matrix.server.store, actor);
      const pages = answers.get(actor)?.get('The first sync')?.body ?? '';
      expect([actor.words, ...missingIn(pages, cut)]).toEqual([actor.words]);
    }
  });
});

test('who is invited and has not joined cannot sign in', async () => {
  const { server } = await aMatrixServer('sqlite', [portal]);
  const credentials = { email: `${invited}@example.com`, password: 'a long enough password' };
  const answer = await server.deps.accounts.signIn({ ...credentials, from: 'somewhere', userAgent: '' });
  await server.close();
  expect(answer.kind).toBe('wrong-credentials');
});

test('PostgreSQL says the same as SQLite', { timeout: 600_000 }, async () => {
  const some = actors.filter(({ words }) => everybody || sample.includes(words));
  expect(some).toHaveLength(everybody ? actors.length : sample.length);
  const [one, other] = [await aMatrixServer('sqlite', [portal]), await aMatrixServer('postgres', [portal])];
  for (const actor of some) {
    expect(outcomesIn(await answersTo(other, actor))).toEqual(outcomesIn(await answersTo(one, actor)));
  }
  await one.server.close();
  await other.server.close();
});
