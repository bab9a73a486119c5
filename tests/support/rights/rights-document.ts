import { format } from 'prettier';
import { refusalList } from '../../../portal/http/refusal-list.ts';
import { problemRemedies } from '../../../shared/contract/problem.ts';
import { actorGroups, oneMissing, type Actor } from './actors.ts';
import { policySentences } from './policy-words.ts';
import { requests } from './requests.ts';
import { triesByGroup } from './tries.ts';

/** What became of each row, by actor. */
export type Outcomes = ReadonlyMap<Actor, ReadonlyMap<string, string>>;

const rowGroups: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(triesByGroup).map(([title, group]) => [title, Object.keys(group)])),
  'What the portal server is asked': Object.keys(requests),
};

const head = `# Who may what

What becomes of every command, and of everything that the portal server can be asked, for every kind of person. This page
is written by tests/portal/rights/matrix.test.ts, which tries all of it on a real database and fails where the page says
something else. \`vitest run --project portal tests/portal/rights/matrix.test.ts -u\` writes it anew: read what changes in it
as a change of rights. ✓ is carried out or answered; anything else is why not, in the words of the list at the end.

All of it is about one case. It has a main inspection and a drying task of one partner, a painting task of another, and a
project management task of a third; the External case handler is a fourth partner’s. The portal gives the External case
handler, the project manager and the inspector with extra authority all rights but where a column says otherwise, and keeps
partners from deciding on their own company’s work. A command finds the case in the status that it is for; _seen otherwise_
is a command that is based on what is not so any more. What somebody does not see is answered like what does not exist.
`;

const rules = `## The rules

The policy of every authority, as the product keeps it. Before it the membership has to be active and above level 0, and the case
there and open. Behind it stands, tried on everybody, as whom it is done, and what the others hear, with who can help.
`;

const missing = `## The handler without one right

What is not there is as with all rights; what the portal server is asked is answered alike.
`;

/** The document: a table a group of actors, then what each single right makes of it, then the words. */
export async function rightsDocument(outcomes: Outcomes): Promise<string> {
  const tables = Object.entries(actorGroups).map(([title, actors]) => `## ${title}\n\n${tableOf(outcomes, actors)}\n`);
  const text = [
    head,
    `${rules}\n${policySentences()}\n`,
    ...tables,
    `${missing}\n${missingTable(outcomes)}\n`,
    wordsIn(outcomes),
  ].join('\n');
  return format(text, { parser: 'markdown', printWidth: 160 });
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const outcomeOf = (outcomes: Outcomes, actor: Actor, row: string): string => {
  const outcome = outcomes.get(actor)?.get(row);
  if (outcome === undefined) throw new Error(`${actor.words} has not tried: ${row}`);
  return outcome;
};

function tableOf(outcomes: Outcomes, actors: readonly Actor[]): string {
  const rows = Object.entries(rowGroups).flatMap(([title, mine]) => [
    line([`**${title}**`, ...actors.map(() => '')]),
    ...mine.map((row) => line([row, ...actors.map((actor) => outcomeOf(outcomes, actor, row))])),
  ]);
  return [line(['', ...actors.map(({ words }) => words)]), line(['---', ...actors.map(() => '---')]), ...rows].join(
    '\n',
  );
}

function missingTable(outcomes: Outcomes): string {
  const handler = [...outcomes.keys()].find(({ words }) => words === 'handler, all rights');
  if (!handler) throw new Error('There is no handler.');
  const rows = oneMissing.flatMap((actor) =>
    Object.values(triesByGroup)
      .flatMap((group) => Object.keys(group))
      .map((row) => [row, outcomeOf(outcomes, handler, row), outcomeOf(outcomes, actor, row)] as const)
      .filter(([, all, without]) => all !== without)
      .map(([row, all, without]) => line([`\`${actor.right}\``, row, all, without])),
  );
  const idle = oneMissing.filter(({ right }) => !rows.some((each) => each.includes(`\`${right}\``)));
  const noted = `Without one of these all of it stays as it is, because nothing can be done with them yet, or because they decide only who is told (\`chat.forceMark\`): ${idle.map(({ right }) => `\`${right}\``).join(', ')}.`;
  return [
    line(['without', '', 'all rights', 'without it']),
    line(['---', '---', '---', '---']),
    ...rows,
    '',
    noted,
  ].join('\n');
}

/** What the outcomes mean that are there. */
function wordsIn(outcomes: Outcomes): string {
  const there = new Set([...outcomes.values()].flatMap((rows) => [...rows.values()]));
  const refusals = refusalList
    .split('\n')
    .map((each) => each.replace(/`([a-z-]+)`/, (_, code: string) => `_${code.replaceAll('-', ' ')}_`));
  const problems = Object.entries(problemRemedies).map(
    ([kind, remedy]) => `- _${kind.replaceAll('-', ' ')}_: ${remedy.replaceAll('-', ' ')}`,
  );
  const used = [...refusals, ...problems].filter((each) => there.has(/_([^_]+)_/.exec(each)?.[1] ?? ''));
  return `## The words\n\n${used.join('\n')}\n`;
}
