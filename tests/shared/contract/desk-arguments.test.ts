import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskArguments } from '../../../shared/contract/desk-arguments.ts';
import { aSetUp } from '../../support/a-set-up.ts';
import type { DeskVerb } from '../../../shared/contract/desk-api.ts';
import { aLetter } from '../../support/a-letter.ts';

const subject = { portal: 'p1', case: 'c1' };

/** What each verb takes; the type names a verb that is missing. */
const taken: { readonly [V in DeskVerb]: readonly unknown[] } = {
  about: [],
  'server.current': [],
  'server.check': ['portal.example'],
  'server.choose': ['portal.example'],
  'server.acceptStore': ['https://portal.example', 'store-1'],
  'accounts.known': [],
  'accounts.signIn': [{ email: 'a@b.example', password: 'p' }],
  'accounts.signInOffline': [{ account: 'store-1.ann', password: '' }],
  'accounts.leave': [],
  'accounts.signOut': [],
  'accounts.forgotPassword': ['a@b.example'],
  session: [],
  renewSession: ['p'],
  'journal.read': [],
  'journal.append': [{ id: 'c', anything: { goes: true } }, 0],
  'journal.mark': [[{ position: 1, state: 'refused', detail: { reason: 'x' } }]],
  'journal.export': [],
  'drafts.read': [],
  'drafts.write': ['k', null],
  'files.keep': [new Uint8Array(3)],
  'files.read': ['a'.repeat(64)],
  'files.keepCopy': ['f1', new Uint8Array(3), subject],
  'files.keepAhead': ['f1', new Uint8Array(3), subject],
  'files.readCopy': ['f1'],
  'files.listKept': [[{ file: 'f1', sha256: 'a'.repeat(64) }]],
  'files.saveAs': ['x.pdf', new Uint8Array(3)],
  'letters.save': [aLetter(), 'decision.pdf'],
  'letters.print': [aLetter()],
  forget: [subject],
  notify: [{ kind: 'k', title: 't', body: 'b', subject }],
  setBadge: [3],
  'settings.read': [],
  'settings.write': [{ theme: 'dark' }],
  'setUp.passwordFault': ['p', { name: 'Ann', email: 'a@b.example' }],
  'setUp.make': [aSetUp()],
  'setUp.readDraft': [],
  'setUp.writeDraft': [null],
  'setUp.showMails': [],
  resetDemo: [],
};

const verbs = Object.keys(deskArguments).filter((name): name is DeskVerb => name in taken);

test('every verb takes what it is declared to take', () => {
  expect(verbs.toSorted()).toEqual(Object.keys(taken).toSorted());
  for (const verb of verbs) expect([verb, deskArguments[verb].safeParse(taken[verb]).error]).toEqual([verb, undefined]);
});

test('no verb takes more or less than it is declared to take', () => {
  for (const verb of verbs) {
    const args = taken[verb];
    expect(deskArguments[verb].safeParse([...args, 'more']).success).toBe(false);
    const takesNothing = deskArguments[verb].safeParse([]).success;
    expect(takesNothing).toBe(args.length === 0);
  }
});

test('what a changed page could send instead is refused', () => {
  const wrong: readonly (readonly [DeskVerb, readonly unknown[]])[] = [
    ['server.check', ['x'.repeat(301)]],
    ['accounts.signIn', [{ email: 'a', password: 'p', admin: true }]],
    ['accounts.signInOffline', [{ account: ['store-1.ann'], password: '' }]],
    ['journal.append', ['text', 0]],
    ['journal.append', [{}, -1]],
    ['journal.mark', [[{ position: 1, state: 'gone' }]]],
    ['drafts.write', ['k', 7]],
    ['files.read', ['../../account.json']],
    ['files.keep', [[1, 2, 3]]],
    ['files.keepCopy', ['../f1', new Uint8Array(3), subject]],
    ['forget', [{ ...subject, all: true }]],
    ['settings.write', [{ places: {} }]],
    ['setUp.make', [{ ...aSetUp(), demo: true }]],
    ['setUp.make', [{ ...aSetUp(), partners: [] }]],
    ['setBadge', [Number.NaN]],
  ];
  const accepted = wrong.filter(([verb, args]) => deskArguments[verb].safeParse(args).success);
  expect(accepted).toEqual([]);
});

test('the preload script has a verb for each name and no other channel', () => {
  const preload = readFileSync(join(import.meta.dirname, '../../../electron/preload/preload.ts'), 'utf8');
  const named = [...preload.matchAll(/verb\('([^']+)'\)/g)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(Object.keys(taken).toSorted());
});
