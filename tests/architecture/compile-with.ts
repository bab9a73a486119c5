import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/** What the file of a path says instead of what it says; of one that is not there the text is empty. */
export type Edits = Readonly<Record<string, (text: string) => string>>;

/** What of a part of the product (its tsconfig) does not compile with some files changed; nothing is written. */
export function complaintsWith(edits: Edits, part: string, only?: string): readonly string[] {
  const file = join(root, part, 'tsconfig.json');
  const config = ts.readConfigFile(file, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config.config, ts.sys, dirname(file));
  const { incremental: _i, tsBuildInfoFile: _f, ...alone } = options;
  const changed = new Map(Object.entries(edits).map(([path, edit]) => [join(root, path), edit(textOf(path))]));
  const host = ts.createCompilerHost(alone);
  const [source, isThere] = [host.getSourceFile.bind(host), host.fileExists.bind(host)];
  host.fileExists = (name) => changed.has(name) || isThere(name);
  host.getSourceFile = (name, version) => {
    const text = changed.get(name);
    return text === undefined ? source(name, version) : ts.createSourceFile(name, text, version);
  };
  const roots = only ? [only, join(part, 'catalog.d.ts')].map((path) => join(root, path)) : fileNames;
  const program = ts.createProgram(roots, alone, host);
  return ts
    .getPreEmitDiagnostics(program, only ? program.getSourceFile(join(root, only)) : undefined)
    .map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n'));
}

function textOf(path: string): string {
  return ts.sys.fileExists(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
}
