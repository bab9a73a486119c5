import ts from 'typescript';

/** What a file does against the house style, in words, with the line. */
export function breaches(path: string, text: string): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const { rule, broken } of rules) {
      if (broken(node, path)) found.push(`${path}:${lineOf(file, node)} ${rule}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

export interface HouseRule {
  readonly rule: string;
  readonly broken: (node: ts.Node, path: string) => boolean;
}

const clocksAndChance = ['Date', 'performance', 'crypto', 'fetch'];

/** Words that say nothing about what a thing is. Case handlers and project managers are people of the domain. */
const emptyWords = /((?<![Pp]roject)Manager|Helper|Util|Utils|Service|Processor|Common|Misc)$/;

export const rules: readonly HouseRule[] = [
  {
    rule: 'a class extends Error or Dexie, or is none',
    broken: (node) => ts.isClassLike(node) && !/^(\w*Error|Dexie)$/.test(parentOf(node)),
  },
  { rule: 'no enum', broken: (node) => ts.isEnumDeclaration(node) },
  {
    rule: 'no double assertion',
    broken: (node) => ts.isAsExpression(node) && ts.isAsExpression(node.expression),
  },
  {
    rule: 'no default export',
    broken: (node) => ts.isExportAssignment(node) || modifiers(node).includes(ts.SyntaxKind.DefaultKeyword),
  },
  {
    rule: 'shared/ is given the moment, ids and chance',
    broken: (node, path) => isShared(path) && isGlobal(node, clocksAndChance),
  },
  {
    rule: 'shared/ is given the moment, ids and chance',
    broken: (node, path) => isShared(path) && ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random',
  },
  {
    rule: 'a test or the portal server is given the moment',
    broken: (node, path) => isGivenMoment(path) && readsClock(node),
  },
  {
    rule: 'only renderer/portal speaks to the portal server',
    broken: (node, path) =>
      inRenderer(path, 'portal') && isGlobal(node, ['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket']),
  },
  {
    rule: 'only renderer/desk touches window.desk',
    broken: (node, path) =>
      inRenderer(path, 'desk') && /^(window|globalThis|self)(\.desk|\[['"]desk['"]\])$/.test(accessText(node)),
  },
  { rule: 'a name says what the thing is', broken: (node) => emptyWords.test(declaredName(node)) },
];

const isShared = (path: string): boolean => path.startsWith('shared/');

/** Tests hold on any day, and the portal server has one clock; programs of their own read the machine's. */
const isGivenMoment = (path: string): boolean =>
  /^(tests|portal)\//.test(path) &&
  !/^(tests\/(desktop|support\/desktop|bench|faults|architecture\/fixtures)|portal\/run)\//.test(path) &&
  path !== 'portal/serve.ts';

function readsClock(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length;
  return ts.isPropertyAccessExpression(node) && node.getText() === 'Date.now';
}

/** In the renderer, but outside of the one folder that may. */
const inRenderer = (path: string, except: string): boolean =>
  path.startsWith('renderer/') && !path.startsWith(`renderer/${except}/`);

function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

function parentOf(node: ts.ClassLikeDeclaration): string {
  return node.heritageClauses?.[0]?.types[0]?.expression.getText() ?? '';
}

function modifiers(node: ts.Node): readonly ts.SyntaxKind[] {
  return ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []).map(({ kind }) => kind) : [];
}

function accessText(node: ts.Node): string {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) ? node.getText() : '';
}

/** The name used as a value: not as a property, a key or a type. */
function isGlobal(node: ts.Node, names: readonly string[]): boolean {
  if (/^(window|globalThis|self)\.\w+$/.test(accessText(node)))
    return names.includes(accessText(node).split('.')[1] ?? '');
  if (!ts.isIdentifier(node) || !names.includes(node.text)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isNewExpression(parent) || ts.isCallExpression(parent)) return true;
  return ts.isVariableDeclaration(parent) && parent.initializer === node;
}

function declaredName(node: ts.Node): string {
  const declares =
    ts.isFunctionDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isClassDeclaration(node);
  return declares && node.name && ts.isIdentifier(node.name) ? node.name.text : '';
}
