import type { CaseContent } from '../../shared/domain/case/case.ts';
import type { RowFacts } from '../../shared/domain/case/list-filter.ts';
import type { OfficeCategories } from '../../shared/domain/category/category.ts';
import type { CommandInputs, CommandName, SubjectKind } from '../../shared/domain/command-book.ts';
import type { Standing } from '../../shared/domain/member/standing.ts';
import type { Directory } from '../../shared/domain/office/directory.ts';
import type { ReplayFate } from '../../shared/domain/replay.ts';
import type { BasedOn } from '../../shared/domain/revision.ts';
import type { PriceItem } from '../../shared/domain/price-list/price-list.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import type { Command } from '../../shared/contract/commands.ts';
import type { CaseKey, JournalState, NotKeptReason } from '../../shared/contract/desk-api.ts';
import type { Notice, Withdrawal } from '../../shared/contract/sync.ts';
import type { KeptPrices } from './generation.ts';
import type { ItemState } from './entry-items.ts';

/**
 * What the screens read and do: confirmed cases from the cache with the waiting commands on top. One object an account,
 * without React; renderer/bindings has the hooks.
 */
export interface OfflineDesk {
  /** Told after every change of `state()`; answers a function that stops it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The current state; a new object only when something changed. */
  readonly state: () => OfflineState;
  /** Opens a case: reads and decrypts its chunk, replays the waiting commands. null where it is not (or no longer) held. */
  readonly openCase: (key: CaseKey) => Promise<OpenCase | null>;
  /**
   * Decides a command as a guess and, when it is not refused, keeps it in the journal. Resolves once it is durable; the
   * state has it by then. `seen` in the draft is the revision on the screen.
   */
  readonly issue: <Name extends CommandName>(draft: CommandDraft<Name>) => Promise<IssueAnswer>;
  /** Takes an unsent command back, or asks the portal server to cancel a sent one. */
  readonly discard: (position: number) => Promise<void>;
  /** Offers a parked or blocked command again, at the end of the queue where it was blocked; answers why not. */
  readonly retry: (position: number) => Promise<IssueAnswer>;
  /** Decides a refused item of a command anew, by a command with it alone, based on what was seen then. */
  readonly tryItemAnew: (position: number, item: string) => Promise<IssueAnswer>;
  /** Closes a refusal that was read. */
  readonly closeRefusal: (position: number) => Promise<void>;
  /** The items of a price list as they are kept offline, by its mark; null where they are not (yet, or any more). */
  readonly priceItems: (portal: string, mark: number) => Promise<readonly PriceItem[] | null>;
  /** Keeps what a list shows, so that the next start paints it before the index is read (design.md §9). */
  readonly keepView: (view: ViewToKeep) => Promise<void>;
  /**
   * Adds a place that keeps case content (an opened document, a query's answer): a withdrawal calls it before its cursor
   * commits (sync.md 29). Answers a function that takes the place out again.
   */
  readonly registerForget: (place: string, forget: (subject: CaseKey) => void | Promise<void>) => () => void;
  /** The places that are registered, by name. */
  readonly places: () => readonly string[];
}

/** Everything small that screens show; lists and counts come from `rows`. */
export interface OfflineState {
  /** `opening` = the index is being read; `first-sync` = nothing to show yet; `ready` = rows are complete as of `asOf`. */
  readonly phase: 'opening' | 'first-sync' | 'ready';
  readonly portals: readonly PortalState[];
  /** One entry a case the account sees, replayed, with its actions at the last minute's clock. */
  readonly rows: readonly RowFacts[];
  /** Waiting, sent, carried-out-but-not-contained, blocked and parked commands in journal order. */
  readonly outbox: readonly OutboxItem[];
  /** Refused commands that were not read yet, oldest first. */
  readonly refusals: readonly OutboxItem[];
  /** Cases that left, newest first. */
  readonly withdrawn: readonly (Withdrawal & { readonly portal: string })[];
  /** What the person was told of since the app knows, newest first. */
  readonly notices: readonly (Notice & { readonly portal: string })[];
  /** Journal stretches that could not be read. */
  readonly quarantined: number;
  /** Journal records of a newer version of the app, kept as they are. */
  readonly unknownRecords: number;
  /** What a list showed last; only while `opening`, when `rows` are not there yet. */
  readonly lastView: LastView | null;
}

/** What a list asks to be kept: the cases by name only, what is written of them is what the cache holds. */
export interface ViewToKeep {
  /** Names its filter and order: another list does not show it. */
  readonly list: string;
  /** How many cases pass, and of how many. */
  readonly shown: number;
  readonly all: number;
  /** The first of them. */
  readonly cases: readonly CaseKey[];
}

/** What was kept, with the actions of its rows at the clock's moment; waiting commands are not replayed yet. */
export interface LastView extends Omit<ViewToKeep, 'cases'> {
  readonly portals: readonly PortalState[];
  readonly rows: readonly RowFacts[];
}

/** A portal of the account as it is cached. */
export interface PortalState {
  readonly portal: string;
  readonly standing: Standing;
  readonly directory: Directory;
  /** Categories of offices; null for who is not given them, and where the portal server does not know any. */
  readonly categories: OfficeCategories | null;
  /** Price lists in force and to come; null for who is not given them. */
  readonly prices: KeptPrices | null;
  /** Server time of the last complete answer; null before the first sync is complete. */
  readonly asOf: string | null;
  /** Cases received of an unfinished first sync or reset. */
  readonly received: number | null;
}

/** A command that the portal has not confirmed, as a screen shows it. */
export interface OutboxItem {
  readonly position: number;
  readonly state: JournalState;
  /** null where an older app wrote it and it no longer parses: then only `raw` can be shown and exported. */
  readonly command: Command | null;
  readonly raw: unknown;
  /** The case's number where it is known. */
  readonly caseNumber: string | null;
  /** Of a command with items; none where it is one thing to do. */
  readonly items: readonly ItemState[];
  /** Set on a refusal. */
  readonly refusal: Refusal | null;
  /** Set where the replay forecasts a refusal. */
  readonly forecast: Refusal | null;
  /** It was taken back after it was sent: the portal server is asked to cancel it. */
  readonly cancelling: boolean;
  /** Why it is parked, in words of a Problem, with the tries so far. */
  readonly trouble: { readonly detail: string; readonly tries: number } | null;
}

/** A case opened for the screen. */
export interface OpenCase {
  readonly key: CaseKey;
  /** Confirmed content with the waiting commands replayed: what is shown and decided on. */
  readonly content: CaseContent;
  readonly confirmed: CaseContent;
  readonly standing: Standing;
  readonly directory: Directory;
  /** This case's unconfirmed commands. */
  readonly waiting: readonly OutboxItem[];
  readonly fates: readonly ReplayFate[];
  readonly asOf: string;
  /** Chat messages that are not new: read, or written by the reader. */
  readonly read: number;
}

/** What a screen hands over; id, moment and order are added by `issue`. */
export interface CommandDraft<Name extends CommandName> {
  readonly portal: string;
  readonly name: Name;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly input: CommandInputs[Name];
  /** What was on the screen of what is decided on; null where there was nothing. Needed for binding commands. */
  readonly seen?: readonly BasedOn[] | string | null;
  readonly batch?: string;
}

/** What became of issuing: kept, refused by the rules (nothing written), or not kept by the disk (the form keeps its text). */
export type IssueAnswer =
  | { readonly ok: true; readonly id: string; readonly position: number }
  | { readonly ok: false; readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly ok: false; readonly kind: 'not-kept'; readonly reason: NotKeptReason };

/** Where sync stands: what the line at the bottom says. */
export interface SyncState {
  /** The last answer of the portal server decides; `on-purpose` = the user works offline. */
  readonly reach: 'unknown' | 'online' | 'offline' | 'on-purpose' | 'signed-out';
  readonly syncing: boolean;
  /** Unsent commands. */
  readonly waiting: number;
  /** Refused, blocked and parked ones. */
  readonly attention: number;
  readonly asOf: string | null;
  /** Why the last round was not finished, in words. */
  readonly trouble: string | null;
  /** The same as the machine said it, where nothing was reached; begins with a `ServerTrouble` where the desk knows it. */
  readonly troubleCode: string | null;
  /** Documents that are being fetched to be opened offline; null while none are. */
  readonly ahead: FetchingAhead | null;
}

/** How far fetching documents ahead has come. `full`: there is no room for more copies. */
export interface FetchingAhead {
  readonly done: number;
  readonly total: number;
  readonly full: boolean;
}

/** The loop behind it (renderer/sync). */
export interface SyncLoop {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => SyncState;
  /** Push and pull now; resolves when that round is over. */
  readonly syncNow: () => Promise<void>;
  readonly workOffline: (onPurpose: boolean) => void;
  readonly stop: () => Promise<void>;
}
