import { expect, test } from 'vitest';
import { textsOf } from '../../../shared/domain/case/parts/split.ts';
import { actorGroups, isShownCategories, portal, withoutAny, type Actor } from '../../support/rights/actors.ts';
import { askAll, tryAs } from '../../support/rights/asking.ts';
import { aMatrixServer, tries, type MatrixServer } from '../../support/rights/matrix-server.ts';
import { cutOf, isInCut, type Cut } from '../../support/rights/cuts.ts';
import { editionFor, otherFile, ways, type Way } from '../../support/rights/other-file.ts';
import { wholeCase } from '../../support/rights/whole-case.ts';

const portals = [portal, withoutAny, 'southern-portal'];
/** One of each that sees another part of the case, and two who see nothing of it. */
const some = [
  'operator',
  'handler',
  'manager',
  'inspector',
  'role-office-4',
  'works-responsible',
  'works-2',
  'works-3',
  'other-task',
  'stranger',
];
const actors = Object.values(actorGroups)
  .flat()
  .filter(({ member }) => member !== null && some.includes(member));

/** What differs between two databases by chance is the same: ids that nobody chose, and when somebody signed in. */
function alike({ server }: MatrixServer, text: string): string {
  const chance = /(?!0199aaaa)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
  const signedIn = /\\"signedInAt.*?expiresAt\\":\\"[^"]*"/g;
  return text.replaceAll(server.store.storeId, 'store').replaceAll(chance, 'id').replaceAll(signedIn, 'signed in');
}

/** Answers by what was asked. */
type Answers = Readonly<Record<string, string>>;

/** Everything that somebody is answered: every command, every route. */
async function answersTo(matrix: MatrixServer, actor: Actor): Promise<Answers> {
  const answers: Record<string, string> = {};
  const keep = (words: string, answer: object): void => void (answers[words] = alike(matrix, JSON.stringify(answer)));
  for (const each of tries) keep(each[0], await tryAs(matrix, actor, each));
  for (const [words, answer] of await askAll(matrix, actor)) keep(words, answer);
  return answers;
}

const nameOf = ({ given, company }: Cut): string =>
  JSON.stringify(given === null ? null : [company, [...given].toSorted()]);

/** What tells of all cases in numbers only: the operator reads it, who sees none of them. */
const numbers: readonly string[] = [
  'How the portal server is',
  'Every portal in numbers',
  'How many a setting touches',
];

function twin(cut: Cut, way: Way, mine: readonly Actor[]): Promise<MatrixServer> {
  return aMatrixServer('sqlite', portals, {
    categories: mine.some(isShownCategories) ? 'one' : 'other',
    network: { keeps: cut.given === null ? null : cut.company },
    content: (content, change) => otherFile(content, wholeCase(content.case.id, 'other', change), cut, way),
    bytes: (part, owner) => editionFor(cut, part, owner),
  });
}

/** The actors by what they see of the case, without those who see all of it. */
async function byCut(
  matrix: MatrixServer,
): Promise<readonly { readonly cut: Cut; readonly actors: readonly Actor[] }[]> {
  const found = new Map<string, { readonly cut: Cut; readonly actors: readonly Actor[] }>();
  const texts = textsOf(wholeCase('x', 'one').case, null);
  for (const actor of actors) {
    const cut = await cutOf(matrix.server.store, actor);
    if (texts.every(({ part, owner }) => isInCut(cut, part, owner))) continue;
    found.set(nameOf(cut), { cut, actors: [...(found.get(nameOf(cut))?.actors ?? []), actor] });
  }
  return [...found.values()];
}

function differences(actor: Actor, here: Answers, there: Answers): readonly string[] {
  const different = Object.keys(here).filter((words) => here[words] !== there[words]);
  return different
    .filter((words) => actor.member !== 'operator' || !numbers.includes(words))
    .map((words) => [`${actor.words}: ${words}`, here[words], there[words]].join('\n  '));
}

test('the two editions of a file differ in everything that somebody may not see', () => {
  const [one, other] = [textsOf(wholeCase('x', 'one').case, null), textsOf(wholeCase('x', 'other').case, null)];
  const same = one.filter(({ text }, index) => text === other[index]?.text);
  expect(new Set(same.map(({ part }) => part))).toEqual(new Set(['head', 'damage', 'role', 'decision']));
});

test(
  'two files that differ in what somebody may not see answer alike, byte by byte',
  { timeout: 300_000 },
  async () => {
    const usual = await aMatrixServer('sqlite', portals);
    const cuts = await byCut(usual);
    const leaks: string[] = [];
    for (const { cut, actors: mine } of cuts) {
      const here = new Map<Actor, Answers>();
      for (const actor of mine) here.set(actor, await answersTo(usual, actor));
      for (const way of ways) {
        const matrix = await twin(cut, way, mine);
        for (const [actor, answers] of here) leaks.push(...differences(actor, answers, await answersTo(matrix, actor)));
        await matrix.server.close();
      }
    }
    await usual.server.close();
    expect(leaks).toEqual([]);
    // Nothing; the header; a company for the own task, for all its tasks, and with budgets; one more; a handler without right 8,
    // and one with it, who does not see what others ask for; a project manager and an inspector with and without it.
    expect(cuts).toHaveLength(12);
  },
);
