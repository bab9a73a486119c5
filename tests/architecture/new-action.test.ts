import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandBook } from '../../shared/domain/command-book.ts';
import { aCase, anna, aQuestion, aStanding, aTask, monday } from '../support/builders.ts';
import { complaintsWith, type Edits } from './compile-with.ts';
import { clearTime } from './example-action.ts';

/** The book with one line more. */
const book = { ...commandBook, 'clear-time': clearTime } as const;
const page = book['clear-time'];

const [start, end] = ['2026-11-30T08:00:00.000Z', '2026-11-30T09:00:00.000Z'];
const planned = aTask({
  status: 'B++',
  responsibles: [anna],
  plannedStart: start,
  plannedEnd: end,
  timeSet: { command: 'c-1', decidedAt: monday },
});
const ask = (task: ReturnType<typeof aTask>, basedOn: string | null, standing = aStanding()) =>
  page.decide(aQuestion({ case: aCase({ tasks: [task] }), standing, stamp: { basedOn } }), { task: task.id });

test('a new action is a page and a line: it is decided, logged with before and after, and told', () => {
  expect(ask(planned, 'c-1')).toMatchObject({
    kind: 'decided',
    after: { tasks: [{ status: '1', plannedStart: null }] },
    log: [
      {
        id: `${aQuestion().stamp.id}-log-time-set`,
        as: 'office',
        before: { status: 'B++', start, end },
        after: { status: '1', start: null, end: null },
      },
    ],
    consequences: [{ kind: 'tell', notice: 'task-assigned', to: { kind: 'member', member: anna.member } }],
  });
});

test('who may, in which status, and on which revision is asked for it without a line of its own', () => {
  expect(ask(planned, 'c-0')).toMatchObject({ refusal: { code: 'stale', changedAt: monday } });
  expect(ask({ ...planned, status: '4' }, 'c-0')).toMatchObject({ refusal: { code: 'status-conflict' } });
  expect(ask(planned, 'c-0', aStanding({ company: 'rival' }))).toMatchObject({
    refusal: { code: 'other-office-task' },
  });
  expect(ask({ ...planned, plannedStart: null, plannedEnd: null }, 'c-0')).toMatchObject({ kind: 'decided', log: [] });
  expect(page.binding).toBe(true);
  expect(page.basedOn({ task: planned.id }, 'case-1').map(({ thing }) => thing)).toEqual(['task:drying-1/time']);
});

test(
  'it costs six files of the product: its own, three lists that name it, its words, its control',
  { timeout: 300_000 },
  () => {
    const here = readFileSync(join(import.meta.dirname, 'example-action.ts'), 'utf8');
    const edits: Edits = {
      'shared/domain/task/clear-time.ts': () =>
        here
          .replaceAll('../../shared/domain/task/', './')
          .replace("what: 'time-set'", "what: 'time-cleared'")
          .replace("['task-assigned'", "['time-cleared'"),
      'shared/domain/command-book.ts': (text) =>
        `import { clearTime } from './task/clear-time.ts';\n${after(text, "'set-time': setTime,", "'clear-time': clearTime,")}`,
      'shared/domain/task/task-told.ts': (text) =>
        after(
          after(text, "'time-set',", "'time-cleared',"),
          'taskNotices = {',
          "'time-cleared': { mail: { subject: 'A time was taken back', text: 'Set another.' }, asks: ['set-time'] },",
        ),
      'shared/contract/commands.ts': (text) => after(text, "'confirm-received': task,", "'clear-time': task,"),
      'renderer/words/tasks/task-commands.ts': (text) =>
        after(
          after(
            after(
              text,
              'taskCommands = {',
              "'clear-time': { words: () => ({ label: t`Clear`, thing: t`Time` }), typed: taskAlone, done: () => t`Cleared` },",
            ),
            'taskLog = {',
            "'time-cleared': ({ who, task }) => t`${who} took the time of ${task} back.`,",
          ),
          'taskNotices = {',
          "'time-cleared': () => ({ title: t`A time was taken back`, next: t`Set another.` }),",
        ),
      'renderer/features/tasks/task-actions.tsx': (text) =>
        `${after(text, 'readonly TaskAction[] = [', "{ name: 'clear-time', at: { '2': 'beside' }, Button: Clear },")}
      function Clear({ task }: OfTask) {
        return (
          <ActionButton command={{ name: 'clear-time', input: { task: task.id } }}>
            <Trans>Clear the time</Trans>
          </ActionButton>
        );
      }`,
    };
    expect(Object.keys(edits)).toHaveLength(6);
    expect(complaintsWith(edits, 'renderer')).toEqual([]);
    // What is left out does not compile.
    const { 'shared/contract/commands.ts': _, ...short } = edits;
    expect(complaintsWith(short, 'renderer', 'shared/contract/commands.ts').join('\n')).toContain('clear-time');
  },
);

test('it knows no other noun’s file', () => {
  const text = readFileSync(join(import.meta.dirname, 'example-action.ts'), 'utf8');
  const from = [...text.matchAll(/from '([^']+)'/g)].map(([, path]) => path);
  expect(from.length).toBeGreaterThan(0);
  for (const path of from) expect(path).toMatch(/^\.\.\/\.\.\/shared\/domain\/task\//);
});

/** The text with a line more after one that is there. */
function after(text: string, found: string, more: string): string {
  if (!text.includes(found)) throw new Error(`there is no “${found}” any more`);
  return text.replace(found, () => `${found}\n${more}`);
}
