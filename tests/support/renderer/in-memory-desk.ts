import type { Letter } from '../../../shared/contract/letter.ts';
import type {
  DeskApi,
  DeskEvent,
  DeskNotice,
  DeskSession,
  DeskSettings,
  KnownAccount,
  ServerChoice,
  SignInAnswer,
  SignInInput,
} from '../../../shared/contract/desk-api.ts';
import { deskArguments } from '../../../shared/contract/desk-arguments.ts';
import type { SetUp } from '../../../shared/contract/set-up.ts';

/** What a desk in memory starts with; what is left out is what a fresh machine has. */
export interface DeskStart {
  readonly session?: DeskSession | null;
  readonly settings?: Partial<DeskSettings>;
  readonly server?: Partial<ServerChoice>;
  readonly known?: readonly KnownAccount[];
  readonly drafts?: Readonly<Record<string, string>>;
  /** Documents that were opened before, by the id of their file. */
  readonly copies?: Readonly<Record<string, Uint8Array>>;
  /** How the portal server answers a sign-in. */
  readonly onSignIn?: (input: SignInInput) => SignInAnswer;
  readonly onSignInOffline?: (account: string, password: string) => SignInAnswer;
  readonly onRenew?: (password: string) => SignInAnswer;
  readonly onCheck?: DeskApi['server']['check'];
  readonly onAcceptStore?: DeskApi['server']['acceptStore'];
  readonly onSignOut?: DeskApi['accounts']['signOut'];
  readonly onForgotPassword?: DeskApi['accounts']['forgotPassword'];
  /** What was typed into the set-up at an earlier start. */
  readonly setUpDraft?: string;
  readonly onSetUp?: DeskApi['setUp']['make'];
}

/** A desk that keeps everything in memory, and what was done with it. */
export interface DeskInMemory {
  readonly desk: DeskApi;
  readonly tell: (event: DeskEvent) => void;
  readonly done: {
    readonly signIns: SignInInput[];
    readonly chosen: string[];
    readonly notices: DeskNotice[];
    /** Letters that were saved under a name, or printed. */
    readonly letters: { readonly letter: Letter; readonly name: string | null }[];
    /** What was saved where the user picks. */
    readonly saved: { readonly name: string; readonly bytes: Uint8Array }[];
    badge: number;
    left: number;
    exports: number;
    resets: number;
    readonly setUps: SetUp[];
    setUpDraft: string | null;
    mailsShown: number;
    drafts: Record<string, string>;
  };
}

export const aSession: DeskSession = {
  account: 'store-1.person-anna',
  person: 'person-anna',
  name: 'Anna Korhonen',
  email: 'anna@kuivaus.example',
  address: 'embedded',
  embedded: true,
  cacheKey: new Uint8Array(32),
  offlineUntil: '2026-12-23T08:00:00.000Z',
  offlineDays: 30,
};

const unknownAccount: SignInAnswer = { ok: false, reason: 'wrong-credentials' };

export function deskInMemory(start: DeskStart = {}): DeskInMemory {
  const listeners = new Set<(event: DeskEvent) => void>();
  const files = new Map<string, Uint8Array>(Object.entries(start.copies ?? {}));
  const done: DeskInMemory['done'] = {
    signIns: [],
    chosen: [],
    notices: [],
    letters: [],
    saved: [],
    badge: 0,
    left: 0,
    exports: 0,
    resets: 0,
    setUps: [],
    setUpDraft: start.setUpDraft ?? null,
    mailsShown: 0,
    drafts: { ...start.drafts },
  };
  let settings: DeskSettings = {
    theme: 'system',
    density: 'compact',
    navigation: 'open',
    workOffline: false,
    server: null,
    ...start.settings,
  };
  let server: ServerChoice = { address: 'embedded', decidedBy: 'settings', demoAccounts: [], ...start.server };
  const signIn = (input: SignInInput): SignInAnswer => start.onSignIn?.(input) ?? unknownAccount;
  const answered: DeskApi['server']['check'] = async (address) => ({
    ok: true,
    address,
    product: 'partner-desk-portal',
    version: '0.1.0',
    store: 'store-1',
  });
  const ok = async () => ({ ok: true }) as const;
  const desk: DeskApi = {
    about: async () => ({ version: '0.1.0', electron: '45.4.1', platform: 'linux x64', keyStore: true }),
    server: {
      current: async () => server,
      check: start.onCheck ?? answered,
      choose: async (address) => {
        done.chosen.push(address);
        const isEmpty = address === 'this-computer';
        server = { ...server, address, decidedBy: 'settings', ...(isEmpty ? { isEmpty, demoAccounts: [] } : {}) };
        return server;
      },
      acceptStore: start.onAcceptStore ?? ok,
    },
    accounts: {
      known: async () => start.known ?? [],
      signIn: async (input) => {
        done.signIns.push(input);
        return signIn(input);
      },
      signInOffline: async ({ account, password }) => start.onSignInOffline?.(account, password) ?? unknownAccount,
      leave: async () => {
        done.left += 1;
      },
      signOut: start.onSignOut ?? ok,
      forgotPassword: start.onForgotPassword ?? ok,
    },
    session: async () => start.session ?? null,
    renewSession: async (password) => start.onRenew?.(password) ?? unknownAccount,
    journal: {
      read: async () => ({ items: [], highest: 0, quarantined: 0, unknownRecords: 0 }),
      append: async (_, seen) => ({ ok: true, position: seen + 1 }),
      mark: ok,
      export: async () => {
        done.exports += 1;
        return { ok: true };
      },
    },
    drafts: {
      read: async () => done.drafts,
      write: async (key, value) => {
        if (value === null) delete done.drafts[key];
        else done.drafts[key] = value;
        return { ok: true };
      },
    },
    files: {
      keep: async (bytes) => {
        const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
        const sha256 = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        files.set(sha256, bytes);
        return { ok: true, sha256, size: bytes.byteLength };
      },
      read: async (sha256) => files.get(sha256) ?? null,
      keepCopy: async (file, bytes) => {
        files.set(file, bytes);
        return { ok: true };
      },
      keepAhead: async (file, bytes) => {
        files.set(file, bytes);
        return { ok: true };
      },
      readCopy: async (file) => files.get(file) ?? null,
      listKept: async (names) =>
        names.filter(({ file, sha256 }) => files.has(file) || files.has(sha256)).map(({ file }) => file),
      saveAs: async (name, bytes) => {
        done.saved.push({ name, bytes });
        return { ok: true };
      },
    },
    letters: {
      save: async (letter, name) => {
        done.letters.push({ letter, name });
        return { ok: true };
      },
      print: async (letter) => {
        done.letters.push({ letter, name: null });
        return { ok: true };
      },
    },
    forget: ok,
    notify: async (notice) => {
      done.notices.push(notice);
      return { ok: true };
    },
    setBadge: async (count) => {
      done.badge = count;
      return { ok: true };
    },
    settings: {
      read: async () => settings,
      write: async (change) => {
        settings = { ...settings, ...change };
        return settings;
      },
    },
    setUp: {
      // What main would not take never gets this far.
      passwordFault: async (...given) => {
        const [password] = deskArguments['setUp.passwordFault'].parse(given);
        return password.length < 10 ? 'too-short' : null;
      },
      make: async (...given) => {
        const [setUp] = deskArguments['setUp.make'].parse(given);
        done.setUps.push(setUp);
        return start.onSetUp?.(setUp) ?? { ok: true, passwords: [] };
      },
      readDraft: async () => done.setUpDraft,
      writeDraft: async (text) => {
        done.setUpDraft = text;
        return { ok: true };
      },
      showMails: async () => {
        done.mailsShown += 1;
        return { ok: true };
      },
    },
    resetDemo: async () => {
      done.resets += 1;
      return { ok: true };
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { desk, done, tell: (event) => listeners.forEach((listener) => listener(event)) };
}
