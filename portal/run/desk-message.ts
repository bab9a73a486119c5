import { z } from 'zod';
import type { DemoAccount } from '../../shared/contract/desk-api.ts';
import type { PasswordFault } from '../../shared/contract/password-fault.ts';
import { setUpSchema, type FirstPassword, type SetUpAnswer } from '../../shared/contract/set-up.ts';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** What the desk says to its portal server, by message port and by nothing else (sync.md 27). */
export const deskMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    secret: z.string().min(32),
    folder: z.string().min(1),
    encryptionKey: z.string().min(16),
    /** Without it nothing is made that nobody has asked for: an empty database waits to be set up. */
    demo: z.boolean(),
    mailFolder: z.string().min(1),
    /** The demo's calendar day; today unless said. */
    today: day.optional(),
  }),
  z.object({
    kind: z.literal('check-password'),
    id: z.string(),
    password: z.string(),
    chooser: z.object({ name: z.string(), email: z.string() }),
  }),
  z.object({ kind: z.literal('set-up'), id: z.string(), setUp: setUpSchema }),
  z.object({ kind: z.literal('delete'), folder: z.string().min(1), mailFolder: z.string().min(1) }),
]);

/** One of them. */
export type DeskMessage = z.infer<typeof deskMessage>;

/** Opens the database, or waits to be set up. */
export type Opening = Extract<DeskMessage, { kind: 'open' }>;

/** Deletes the database. */
export type Deleting = Extract<DeskMessage, { kind: 'delete' }>;

/** Fills an empty one with what was typed. */
export type SettingUp = Extract<DeskMessage, { kind: 'set-up' }>;

/** Where it listens, and as whom one can try it. */
export interface ListeningAnswer {
  readonly kind: 'listening';
  readonly port: number;
  readonly store: string;
  readonly demoAccounts: readonly DemoAccount[];
  /** The calendar day the demo was made for; null without one. */
  readonly demoDay: string | null;
}

/** What it says while it upgrades its database, before it answers. */
export interface Upgrading {
  readonly kind: 'upgrading';
  /** In cases. */
  readonly upgrade: { readonly done: number; readonly total: number };
}

/** What it answers. */
export type EmbeddedAnswer =
  | ListeningAnswer
  /** Nobody can sign in: it waits to be set up, and listens nowhere. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'password'; readonly id: string; readonly fault: PasswordFault | null }
  | {
      readonly kind: 'made';
      readonly id: string;
      readonly listening: ListeningAnswer;
      readonly passwords: readonly FirstPassword[];
    }
  | { readonly kind: 'not-made'; readonly id: string; readonly answer: Extract<SetUpAnswer, { ok: false }> }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'failed'; readonly detail: string };
