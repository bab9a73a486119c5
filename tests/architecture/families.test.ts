import { expect, test } from 'vitest';
import { complaintsWith } from './compile-with.ts';

/** What does not compile in a list of families where a file of one of them is without a text. */
function complaints(list: string, file: string, without: RegExp): readonly string[] {
  return complaintsWith({ [`renderer/${file}`]: (text) => text.replace(without, '') }, 'renderer', `renderer/${list}`);
}

const nothing = /(?!)/u;

test('the lists of the families compile as they are', () => {
  expect(complaints('words/families.ts', 'words/chat/family.ts', nothing)).toEqual([]);
  expect(complaints('app/families.ts', 'app/families.ts', nothing)).toEqual([]);
});

test.each([
  ['a command without words', 'words/chat/family.ts', /'write-chat': \{.*?\n {4}\},\n/su, 'write-chat'],
  ['a line of the log without words', 'words/documents/family.ts', /log: .*,\n/u, 'document-added'],
  ['a notice without words', 'words/chat/family.ts', /'chat-written': .*,\n/u, 'chat-written'],
  ['a thing to do without words', 'words/tasks/family.ts', /ongoing: .*,\n/u, 'ongoing'],
  [
    'a binding command of which nothing is said once it is done',
    'words/budgets/budget-commands.ts',
    /done: .*?\n {4}\},\n/su,
    'done',
  ],
])('%s does not compile', (_, file, without, named) => {
  expect(complaints('words/families.ts', file, without).join('\n')).toContain(named);
});

test('a thing to do that no family has a step for does not compile', () => {
  expect(complaints('app/families.ts', 'features/tasks/family.ts', /ongoing: .*,\n/u).join('\n')).toContain('ongoing');
});
