import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '../../renderer');

/** What does not compile in a list of families where a file of one of them is without a text; nothing is written. */
function complaints(list: string, file: string, without: RegExp): readonly string[] {
  const config = ts.readConfigFile(join(renderer, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, renderer);
  const { incremental: _i, tsBuildInfoFile: _f, ...alone } = options;
  const host = ts.createCompilerHost(alone);
  const source = host.getSourceFile.bind(host);
  const changed = join(renderer, file);
  const text = readFileSync(changed, 'utf8').replace(without, '');
  host.getSourceFile = (name, options) =>
    name === changed ? ts.createSourceFile(name, text, options) : source(name, options);
  const listed = join(renderer, list);
  const program = ts.createProgram([listed, join(renderer, 'catalog.d.ts')], alone, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(listed))
    .map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n'));
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
