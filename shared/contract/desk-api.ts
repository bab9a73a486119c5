import type { Letter } from './letter.ts';
import type { PasswordFault } from './password-fault.ts';
import type { SetUp, SetUpAnswer } from './set-up.ts';

/**
 * What the desk (Electron's main process) does for the renderer: named verbs, declared only here.
 * Preload exposes it as `window.desk`, main answers it, and both must satisfy this interface. Business data never
 * travels here: it goes over HTTP to the portal server through the app's own origin (design.md §7).
 */
export interface DeskApi {
  readonly about: () => Promise<About>;
  readonly server: {
    /** The address in force and who decided it (policy, then switch, then settings). */
    readonly current: () => Promise<ServerChoice>;
    /** Asks an address who it is; trouble comes back in words, never as a rejection. */
    readonly check: (address: string) => Promise<ServerCheck>;
    /** Keeps the address in the settings; refused when a policy or a switch decides. */
    readonly choose: (address: string) => Promise<ServerChoice>;
    /** The user says that another store at this address is right (it was answered with `other-store`). */
    readonly acceptStore: (address: string, store: string) => Promise<DeskAnswer>;
  };
  readonly accounts: {
    readonly known: () => Promise<readonly KnownAccount[]>;
    readonly signIn: (input: SignInInput) => Promise<SignInAnswer>;
    /** Opens what is kept of a known account without the portal server. */
    readonly signInOffline: (input: { readonly account: string; readonly password: string }) => Promise<SignInAnswer>;
    /** Back to the sign-in window without signing out. */
    readonly leave: () => Promise<void>;
    /** Refused while anything waiting, refused or blocked lies here and in no file the user exported (sync.md 6). */
    readonly signOut: () => Promise<SignOutAnswer>;
    readonly forgotPassword: (email: string) => Promise<DeskAnswer>;
  };
  /** The account this window belongs to; null in the sign-in window. */
  readonly session: () => Promise<DeskSession | null>;
  /** Asks for the password again after the portal server ended the session; unsent work stays. */
  readonly renewSession: (password: string) => Promise<SignInAnswer>;
  readonly journal: {
    readonly read: () => Promise<JournalReading>;
    /** Resolves only when the command is durable on disk. `seen` = highest position this window knows. */
    readonly append: (command: unknown, seen: number) => Promise<AppendAnswer>;
    readonly mark: (marks: readonly JournalMark[]) => Promise<DeskAnswer>;
    /** Writes waiting, refused and blocked items to a file the user picks. */
    readonly export: () => Promise<DeskAnswer>;
  };
  readonly drafts: {
    readonly read: () => Promise<Readonly<Record<string, string>>>;
    /** null forgets the draft. Latest wins. */
    readonly write: (key: string, value: string | null) => Promise<DeskAnswer>;
  };
  readonly files: {
    /** Copies, encrypts and syncs the bytes before any command may name them (sync.md 5). */
    readonly keep: (bytes: Uint8Array) => Promise<KeepAnswer>;
    readonly read: (sha256: string) => Promise<Uint8Array | null>;
    /** Keeps a document that was opened, for reading offline; dropped first when space is short. */
    readonly keepCopy: (file: string, bytes: Uint8Array, subject: CaseKey) => Promise<DeskAnswer>;
    /** Keeps a document that nobody opened yet where there is free room: no other copy is dropped for it. */
    readonly keepAhead: (file: string, bytes: Uint8Array, subject: CaseKey) => Promise<DeskAnswer>;
    readonly readCopy: (file: string) => Promise<Uint8Array | null>;
    /** Which of these are on this computer, by their file's id. */
    readonly listKept: (files: readonly KeptName[]) => Promise<readonly string[]>;
    /** Saves bytes where the user picks, under the suggested name. */
    readonly saveAs: (name: string, bytes: Uint8Array) => Promise<DeskAnswer>;
  };
  readonly letters: {
    /** Makes a PDF of a letter and saves it where the user picks, under the suggested name. */
    readonly save: (letter: Letter, name: string) => Promise<DeskAnswer>;
    /** Hands a letter to a printer that the user picks. */
    readonly print: (letter: Letter) => Promise<DeskAnswer>;
  };
  /** Drops every copy of a case's content the desk keeps (sync.md 29); unsent commands stay. */
  readonly forget: (subject: CaseKey) => Promise<DeskAnswer>;
  readonly notify: (notice: DeskNotice) => Promise<DeskAnswer>;
  readonly setBadge: (count: number) => Promise<DeskAnswer>;
  readonly settings: {
    readonly read: () => Promise<DeskSettings>;
    readonly write: (change: Partial<DeskSettings>) => Promise<DeskSettings>;
  };
  /** The portal server of this computer, before anybody can sign in at it; only in the sign-in window. */
  readonly setUp: {
    /** What the portal server would say to a password that is being typed. */
    readonly passwordFault: (
      password: string,
      chooser: { readonly name: string; readonly email: string },
    ) => Promise<PasswordFault | null>;
    /** Makes the portal: all of it, or nothing that anybody could sign in at. */
    readonly make: (setUp: SetUp) => Promise<SetUpAnswer>;
    /** What was typed of it so far, without passwords; kept encrypted, for a start after a crash. */
    readonly readDraft: () => Promise<string | null>;
    readonly writeDraft: (text: string | null) => Promise<DeskAnswer>;
    /** Shows the folder that the mails of the portal server of this computer are written to. */
    readonly showMails: () => Promise<DeskAnswer>;
  };
  /** Makes the demo anew; only on the embedded portal server. */
  readonly resetDemo: () => Promise<DeskAnswer>;
  /** Tells the renderer of what happens at the desk; answers a function that stops it. */
  readonly onEvent: (listener: (event: DeskEvent) => void) => () => void;
}

/** What a document is looked for by: as a copy by its file's id, as one that waits to be sent by its hash. */
export interface KeptName {
  readonly file: string;
  readonly sha256: string;
}

export interface About {
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
  /** True where the key store of the system keeps secrets (not Linux `basic_text`). */
  readonly keyStore: boolean;
}

export interface ServerChoice {
  /** `embedded` (with the demo), `this-computer` (inside the app too, set up by its user), or an http(s) origin. */
  readonly address: string;
  /** The portal server of this computer runs, and nobody has set it up yet. */
  readonly isEmpty?: boolean;
  readonly decidedBy: 'policy' | 'switch' | 'settings' | 'default';
  /** Demo accounts may be offered (embedded only). */
  readonly demoAccounts: readonly DemoAccount[];
  /** The calendar day that the demo's cases start from; absent where there is no demo. */
  readonly demoDay?: string;
  /** An organisation has placed a policy that is not followed. */
  readonly policyTrouble?: PolicyTrouble;
}

/** Where the policy lies and why it is not followed. */
export interface PolicyTrouble {
  readonly place: string;
  readonly reason: 'not-readable' | 'not-understood' | 'not-protected' | 'not-an-address' | 'needs-https';
}

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly password: string;
}

export type ServerCheck =
  | {
      readonly ok: true;
      readonly address: string;
      readonly product: string;
      readonly version: string;
      readonly store: string;
    }
  | { readonly ok: false; readonly trouble: ServerTrouble; readonly detail: string };

/** Why a server could not be reached, each with words of its own on the screen. */
export type ServerTrouble =
  | 'not-an-address'
  | 'needs-https'
  | 'name-not-found'
  | 'refused'
  | 'timed-out'
  | 'certificate'
  | 'proxy'
  | 'offline'
  | 'not-a-portal-server'
  | 'other-store'
  | 'app-too-old'
  | 'server-too-old';

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  /** After `keys-lost`: the password of before opens what is kept. */
  readonly previousPassword?: string;
  /** After `keys-lost`: go on without the unreadable journal, which is put aside and never deleted. */
  readonly setAside?: boolean;
}

export type SignInAnswer =
  | { readonly ok: true; readonly account: string }
  | {
      readonly ok: false;
      readonly reason: SignInRefusal;
      readonly retryAfterSeconds?: number;
      readonly detail?: string;
      /** With `keys-lost`: how many commands lie in the journal that could not be opened. */
      readonly unreadable?: number;
      /** With `keys-lost`: the file with the wrapped key is gone or damaged, so that no former password helps. */
      readonly keyGone?: boolean;
    };

export type SignInRefusal =
  'wrong-credentials' | 'slow-down' | 'no-portal' | 'lease-over' | 'keys-lost' | 'unknown-account' | ServerTrouble;

export type SignOutAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'unsent-work';
      readonly waiting: number;
      readonly refused: number;
      readonly blocked: number;
    };

export type DeskAnswer =
  { readonly ok: true } | { readonly ok: false; readonly reason: DeskTrouble; readonly detail?: string };

export type DeskTrouble =
  'disk-full' | 'not-durable' | 'cancelled' | 'not-supported' | 'not-allowed' | 'locked' | ServerTrouble;

export interface KnownAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly address: string;
  readonly lastSignIn: string;
  /** Items that the portal server has not confirmed; -1 when nobody can tell before the account is opened. */
  readonly unsent: number;
  /** The key store still holds the key: opens without the password. */
  readonly remembered: boolean;
  /** Another store was accepted at its address since: what is kept belongs to the former one. */
  readonly isFormer: boolean;
  /** UTC moment until which what is kept opens without the portal server. */
  readonly offlineUntil: string;
  /** That moment is past: only a sign-in at the portal server opens it again. */
  readonly leaseOver: boolean;
}

export interface DeskSession {
  /** `<store id>.<person>`: also the path `/portal/<account>/` and the name of the session partition. */
  readonly account: string;
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly address: string;
  readonly embedded: boolean;
  /** AES-256 key for the cache, derived from the data key; never stored in the renderer. */
  readonly cacheKey: Uint8Array;
  /** UTC moment until which the cached content opens without the portal server. */
  readonly offlineUntil: string;
  readonly offlineDays: number;
}

export interface CaseKey {
  readonly portal: string;
  readonly case: string;
}

/** Where an unsent command stands. `carried-out` = acknowledged, not yet contained in a delta. */
export const journalStates = [
  'waiting',
  'sent',
  'carried-out',
  'refused',
  'blocked',
  'attention',
  'done',
  'discarded',
  'read',
] as const;

/** One of them. */
export type JournalState = (typeof journalStates)[number];

export interface JournalItem {
  /** Journal order: the only order of commands (sync.md 10). */
  readonly position: number;
  readonly state: JournalState;
  /** As it was written; parsed again by whoever reads it, because an older app may have written it. */
  readonly command: unknown;
  /** The latest mark's detail: the outcome, a refusal, a Problem and its tries. */
  readonly detail?: unknown;
  readonly markedAt?: string;
}

export interface JournalReading {
  /** Everything not `done`, `discarded` or `read`, plus `done` within the last 30 days. */
  readonly items: readonly JournalItem[];
  readonly highest: number;
  /** Stretches that could not be read and were set aside, never thrown away. */
  readonly quarantined: number;
  readonly unknownRecords: number;
}

export interface JournalMark {
  readonly position: number;
  readonly state: JournalState;
  readonly detail?: unknown;
}

export type AppendAnswer =
  | { readonly ok: true; readonly position: number }
  | {
      readonly ok: false;
      readonly reason: 'disk-full' | 'not-durable' | 'seen-older' | 'locked';
      readonly detail?: string;
    };

/** Why something that was done is not kept: the journal did not take it, or it does not parse. */
export type NotKeptReason = Extract<AppendAnswer, { ok: false }>['reason'] | 'not-understood';

export type KeepAnswer =
  | { readonly ok: true; readonly sha256: string; readonly size: number }
  | { readonly ok: false; readonly reason: DeskTrouble; readonly detail?: string };

/** A system notification: case number and kind only, no personal content (sync.md 28). */
export interface DeskNotice {
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly subject?: CaseKey;
}

export interface DeskSettings {
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'normal' | 'compact';
  /** Folded, the navigation shows its signs only. */
  readonly navigation: 'open' | 'folded';
  /** The user chose to work offline on purpose. */
  readonly workOffline: boolean;
  readonly server: string | null;
}

export type DeskEvent =
  | { readonly kind: 'open-case'; readonly subject: CaseKey }
  | {
      readonly kind: 'server-state';
      /** Which of the two portal servers inside the app. */
      readonly address: string;
      readonly state: 'starting' | 'up' | 'empty' | 'down';
      readonly detail?: string;
      /** How many of its cases a database of an older version has upgraded by now. */
      readonly upgrade?: { readonly done: number; readonly total: number };
    }
  | { readonly kind: 'journal-changed'; readonly highest: number }
  | {
      readonly kind: 'command';
      readonly name: 'sync-now' | 'open-palette' | 'go-back' | 'go-forward' | 'open-settings';
    };

/** The verbs by their path, `server.check`: the names of the channels, made from the one declaration above. */
export type DeskVerb = Exclude<PathsOf<DeskApi>, 'onEvent'>;

/** The declaration of one verb. */
export type VerbAt<Path extends string> = AtPath<DeskApi, Path>;

/** The prefix of a verb's channel, and the channel of the desk's events. */
export const deskChannel = 'desk:';

type Verb = (...args: never) => unknown;

type PathsOf<Part> = {
  [Key in keyof Part & string]: Part[Key] extends Verb ? Key : `${Key}.${PathsOf<Part[Key]>}`;
}[keyof Part & string];

type AtPath<Part, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Part
    ? AtPath<Part[Head], Rest>
    : never
  : Path extends keyof Part
    ? Part[Path] extends (...args: infer Args) => infer Answer
      ? (...args: Args) => Answer
      : never
    : never;
