import type { ZodError, core } from 'zod';

/** Where in what was sent something is wrong, and what, in words. */
export interface NamedIssue {
  readonly path: string;
  readonly message: string;
}

type Issue = core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** The issues of what did not parse, each by its own field: also of a value that may be of several kinds. */
export function nameIssues(error: ZodError): readonly NamedIssue[] {
  return error.issues.flatMap((issue) => named(issue, []));
}

function named(issue: Issue, above: readonly PropertyKey[]): readonly NamedIssue[] {
  const place = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...place, key].join('.'), message: 'There is no such field.' }));
  }
  if (issue.code === 'invalid_union') {
    // The kind that was meant is the one of which only parts are wrong.
    const meant = issue.errors.find((each) => each.every((inner) => inner.path.length > 0 || isOfKind(inner)));
    if (meant) return meant.flatMap((inner) => named(inner, place));
  }
  return [{ path: place.join('.'), message: wordsOf(issue) }];
}

function isOfKind({ code }: Issue): boolean {
  return code === 'unrecognized_keys' || code === 'custom';
}

function wordsOf(issue: Issue): string {
  if (issue.message.endsWith('received undefined')) return 'It is missing.';
  if (issue.code === 'invalid_union') return unionWords(issue);
  const wanted = wantedBy(issue);
  if (wanted !== null) return `It has to be ${wanted}.`;
  if (issue.code === 'too_small') return `It has to ${sizeWords(issue.origin, issue.minimum)} at least.`;
  if (issue.code === 'too_big') return `It has to ${sizeWords(issue.origin, issue.maximum)} at most.`;
  return issue.message;
}

function unionWords({ errors, message }: core.$ZodIssueInvalidUnion): string {
  const roots = errors.map(([first]) => first);
  if (roots.some((each) => each?.message.endsWith('received undefined'))) return 'It is missing.';
  const wanted = roots.flatMap((each) => (each ? [wantedBy(each)] : []));
  return wanted.length > 0 && wanted.every((each) => each !== null) ? `It has to be ${wanted.join(' or ')}.` : message;
}

function wantedBy(issue: Issue): string | null {
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? issue.expected;
  if (issue.code !== 'invalid_value') return null;
  const values = issue.values.map((value) => JSON.stringify(value));
  return values.length > 1 ? `one of ${values.join(', ')}` : (values[0] ?? null);
}

function sizeWords(origin: string, size: number | bigint): string {
  if (origin === 'string') return `have ${size} ${size === 1 ? 'character' : 'characters'}`;
  return origin === 'array' ? `have ${size} ${size === 1 ? 'entry' : 'entries'}` : `be ${size}`;
}
