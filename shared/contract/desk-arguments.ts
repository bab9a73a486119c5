import { z } from 'zod';
import { journalStates, type DeskVerb, type VerbAt } from './desk-api.ts';
import { letterSchema } from './letter.ts';
import { idSchema } from './parts.ts';
import { setUpSchema } from './set-up.ts';

const text = z.string().max(300);
const password = z.string().max(1000);
const account = z.string().min(3).max(201);
const subject = z.strictObject({ portal: idSchema, case: idSchema });
/** A little above the largest upload. */
const bytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= 64 * 1024 * 1024, 'Too many bytes.');
const position = z.int().min(0);

const state = z.enum(journalStates);

const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).optional(),
  density: z.enum(['normal', 'compact']).optional(),
  navigation: z.enum(['open', 'folded']).optional(),
  workOffline: z.boolean().optional(),
  server: text.nullable().optional(),
});

const signIn = z.strictObject({
  email: z.string().min(1).max(200),
  password: password.min(1),
  previousPassword: password.optional(),
  setAside: z.boolean().optional(),
});

const notice = z.strictObject({
  kind: z.string().max(100),
  title: z.string().max(200),
  body: z.string().max(500),
  subject: subject.optional(),
});

/** One schema a verb: main parses what arrives with these, whatever the renderer has become. */
export const deskArguments: { readonly [V in DeskVerb]: z.ZodType<Parameters<VerbAt<V>>> } = {
  about: z.tuple([]),
  'server.current': z.tuple([]),
  'server.check': z.tuple([text]),
  'server.choose': z.tuple([text]),
  'server.acceptStore': z.tuple([text, idSchema]),
  'accounts.known': z.tuple([]),
  'accounts.signIn': z.tuple([signIn]),
  'accounts.signInOffline': z.tuple([z.strictObject({ account, password })]),
  'accounts.leave': z.tuple([]),
  'accounts.signOut': z.tuple([]),
  'accounts.forgotPassword': z.tuple([z.string().min(1).max(200)]),
  session: z.tuple([]),
  renewSession: z.tuple([password.min(1)]),
  'journal.read': z.tuple([]),
  'journal.append': z.tuple([z.looseObject({}), position]),
  'journal.mark': z.tuple([z.array(z.strictObject({ position, state, detail: z.unknown().optional() })).max(10_000)]),
  'journal.export': z.tuple([]),
  'drafts.read': z.tuple([]),
  'drafts.write': z.tuple([text, z.string().max(100_000).nullable()]),
  'files.keep': z.tuple([bytes]),
  'files.read': z.tuple([z.string().regex(/^[0-9a-f]{64}$/)]),
  'files.keepCopy': z.tuple([idSchema, bytes, subject]),
  'files.keepAhead': z.tuple([idSchema, bytes, subject]),
  'files.readCopy': z.tuple([idSchema]),
  'files.listKept': z.tuple([z.array(z.strictObject({ file: idSchema, sha256: z.string().max(64) })).max(10_000)]),
  'files.saveAs': z.tuple([text, bytes]),
  'letters.save': z.tuple([letterSchema, text]),
  'letters.print': z.tuple([letterSchema]),
  forget: z.tuple([subject]),
  notify: z.tuple([notice]),
  setBadge: z.tuple([z.int().min(0).max(100_000)]),
  'settings.read': z.tuple([]),
  'settings.write': z.tuple([settings]),
  'setUp.passwordFault': z.tuple([password, z.strictObject({ name: text, email: text })]),
  'setUp.make': z.tuple([setUpSchema]),
  'setUp.readDraft': z.tuple([]),
  'setUp.writeDraft': z.tuple([z.string().max(1_000_000).nullable()]),
  'setUp.showMails': z.tuple([]),
  resetDemo: z.tuple([]),
};
