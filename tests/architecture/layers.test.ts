import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Does this line compile as a file of that layer, under the layer's own tsconfig? The file is never written. */
function complaints(layer: string, line: string): readonly string[] {
  const path = join(root, layer, 'not-written.ts');
  const config = ts.readConfigFile(join(root, layer, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, dirname(path));
  const { incremental: _i, tsBuildInfoFile: _f, ...alone } = options;
  const host = ts.createCompilerHost(alone);
  const read = host.readFile.bind(host);
  const source = host.getSourceFile.bind(host);
  host.fileExists = (file) => file === path || ts.sys.fileExists(file);
  host.readFile = (file) => (file === path ? line : read(file));
  host.getSourceFile = (file, languageOrOptions) =>
    file === path ? ts.createSourceFile(file, line, languageOrOptions) : source(file, languageOrOptions);
  const program = ts.createProgram([path], alone, host);
  const file = program.getSourceFile(path);
  return ts.getPreEmitDiagnostics(program, file).map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n'));
}

test.each([
  ['shared/domain', 'window', 'export const title = document.title;'],
  ['shared/domain', 'Node', 'export const folder = process.cwd();'],
  ['shared/domain', 'Node modules', "export { readFileSync } from 'node:fs';"],
  ['shared/domain', 'timers', 'setTimeout(() => undefined, 1);'],
  ['shared/domain', 'network', "export const answer = fetch('/');"],
  ['shared/contract', 'window', 'export const title = document.title;'],
  ['shared/contract', 'Node', 'export const folder = process.cwd();'],
  ['portal', 'window', 'export const title = document.title;'],
  ['electron/main', 'window', 'export const title = document.title;'],
  ['renderer', 'Node', 'export const folder = process.cwd();'],
  ['renderer', 'Node modules', "export { readFileSync } from 'node:fs';"],
])('%s does not compile with %s', (layer, _what, line) => {
  expect(complaints(layer, line)).not.toEqual([]);
});

test.each([
  ['shared/domain', "export const words = ['a'].toSorted();"],
  ['shared/contract', "export { z } from 'zod';"],
  ['portal', 'export const folder = process.cwd();'],
  ['electron/main', "export { app } from 'electron';"],
  ['electron/preload', "export { contextBridge } from 'electron';"],
  ['renderer', 'export const title = document.title;'],
])('%s compiles with what its environment has', (layer, line) => {
  expect(complaints(layer, line)).toEqual([]);
});
