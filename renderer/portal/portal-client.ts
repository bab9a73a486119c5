import { holidaysSchema, placesSchema, type Holiday, type Place } from '../../shared/contract/calendar-answers.ts';
import type { ServerTrouble } from '../../shared/contract/desk-api.ts';
import { invoiceNumberAnswerSchema } from '../../shared/contract/invoices.ts';
import { proposedPlaceSchema, type ProposedPlace } from '../../shared/contract/office-place.ts';
import {
  commandAnswerSchema,
  outcomeSchema,
  type CommandAnswer,
  type CommandOutcome,
} from '../../shared/contract/outcomes.ts';
import { settingsLogSchema, type LoggedSubject, type SettingsEntry } from '../../shared/contract/settings-log.ts';
import { settingsReachSchema } from '../../shared/contract/settings-reach.ts';
import { protocolVersion, unnamedProtocol } from '../../shared/contract/protocol-version.ts';
import { meSchema, type Me } from '../../shared/contract/session.ts';
import type { DeltaRequest } from '../../shared/contract/sync.ts';
import type { NewLimit, SettingsReach } from '../../shared/domain/portal/settings-reach.ts';
import type { SyncAnswer } from '../offline/sync-answer.ts';
import { garbled, problemOf, type Answer, type Trouble } from './answer.ts';
import { createAsk, type Fetch } from './ask.ts';
import { collectAnswer } from './collect-answer.ts';
import { json, parsed } from './json-answer.ts';
import { listenForNudges } from './nudges.ts';
import { operatorRequests, type OperatorRequests } from './operator-requests.ts';
import { readLines } from './read-lines.ts';
import { priceListRequests, type PriceListRequests } from './price-list-requests.ts';
import { createReportClient, type ReportClient } from './report-client.ts';

/** What is asked of the portal server for one account; the desk adds token and secret (design.md §7). */
export interface PortalClient {
  readonly account: string;
  /** Trouble too where the portal server speaks another version of the wire. */
  readonly me: () => Promise<Answer<Me>>;
  /** Up to 100, in journal order. */
  readonly postCommands: (commands: readonly unknown[]) => Promise<Answer<CommandAnswer>>;
  readonly cancel: (command: CommandRef) => Promise<Answer<CommandOutcome>>;
  readonly pages: (portal: string, after: string) => Promise<Answer<SyncAnswer>>;
  readonly delta: (portal: string, request: Omit<DeltaRequest, 'protocol' | 'limit'>) => Promise<Answer<SyncAnswer>>;
  /** Resolves when the stream is over, and why; `onNudge` is called for each nudge and once when it is open. */
  readonly nudges: (onNudge: () => void, stop: AbortSignal) => Promise<Answer<'ended'>>;
  readonly uploadFile: (upload: FileUpload) => Promise<Answer<'kept'>>;
  readonly downloadFile: (portal: string, file: string) => Promise<Answer<Uint8Array>>;
  /** Where public holidays are known, and those of a place and a year. */
  readonly places: () => Promise<Answer<readonly Place[]>>;
  readonly holidays: (place: string, year: number) => Promise<Answer<readonly Holiday[]>>;
  /** Who changed what of a portal, an office or a member, newest first. */
  readonly settingsLog: (portal: string, subject: LoggedSubject) => Promise<Answer<readonly SettingsEntry[]>>;
  readonly reports: ReportClient;
  readonly priceLists: PriceListRequests;
  /** Whom a change of a portal's roles touches, with the default limit as it would be. */
  readonly settingsReach: (portal: string, limit: NewLimit) => Promise<Answer<SettingsReach>>;
  /** What the operator's people look after; the portal server lets nobody else. */
  readonly operator: OperatorRequests;
  /** Where a postal code lies, by the sites with it that the reader sees; null where there is none. */
  readonly proposePlace: (portal: string, postalCode: string) => Promise<Answer<ProposedPlace | null>>;
  /** Whether the own company has used an invoice number in a portal. */
  readonly isNumberTaken: (portal: string, number: string) => Promise<Answer<boolean>>;
}

/** The command to cancel; it need not parse otherwise. */
export interface CommandRef {
  readonly portal: string;
  readonly id: string;
}

/** A file with the portal and case it is for, named when it is uploaded (sync.md 30). */
export interface FileUpload {
  readonly portal: string;
  readonly case: string;
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface PortalClientOptions {
  readonly account: string;
  readonly fetch?: Fetch;
  /** Cases a page or delta at most. */
  readonly pageSize?: number;
  readonly deltaSize?: number;
}

/** The only place of the renderer that speaks to the portal server, through the app's own origin. */
export function createPortalClient(options: PortalClientOptions): PortalClient {
  const { account, pageSize = 1000, deltaSize = 500 } = options;
  const ask = createAsk(options.fetch ?? ((path, init) => fetch(path, init)), `/portal/${encodeURIComponent(account)}`);
  const sync = (portal: string, path: string, init: RequestInit): Promise<Answer<SyncAnswer>> =>
    ask(`/sync/${encodeURIComponent(portal)}${path}`, init, async (response, alive) => {
      if (!response.body) return garbled('an answer without a body');
      return collectAnswer(readLines(response.body, alive), { account, portal });
    });
  return {
    account,
    me: () =>
      ask(`/me?protocol=${String(protocolVersion)}`, {}, async (response) => {
        const me = await parsed(response, meSchema);
        if (me.kind !== 'ok') return me;
        if (me.value.account !== account) return problemOf('other-account', 'Signed in as somebody else');
        return troubleWithVersion(me.value.protocol ?? unnamedProtocol) ?? me;
      }),
    postCommands: (commands) =>
      ask('/commands', json({ protocol: protocolVersion, account, commands }), (response) =>
        parsed(response, commandAnswerSchema),
      ),
    cancel: ({ portal, id }) =>
      ask(
        `/commands/${encodeURIComponent(id)}/cancel`,
        json({ protocol: protocolVersion, portal, account }),
        (response) => parsed(response, outcomeSchema),
      ),
    pages: (portal, after) => {
      const query = new URLSearchParams({
        protocol: String(protocolVersion),
        after,
        limit: String(pageSize),
        categories: 'told',
        priceLists: 'told',
      });
      return sync(portal, `/pages?${query.toString()}`, {});
    },
    delta: (portal, request) =>
      sync(portal, '/delta', json({ protocol: protocolVersion, limit: deltaSize, ...request })),
    nudges: (onNudge, stop) => listenForNudges(ask, onNudge, stop),
    uploadFile: (upload) => ask(uploadPath(upload), uploadInit(upload), async () => ({ kind: 'ok', value: 'kept' })),
    downloadFile: (portal, file) =>
      ask(`/files/${encodeURIComponent(portal)}/${encodeURIComponent(file)}`, {}, async (response) => ({
        kind: 'ok',
        value: new Uint8Array(await response.arrayBuffer()),
      })),
    places: () => ask('/calendar/places', {}, (response) => parsed(response, placesSchema)),
    holidays: (place, year) =>
      ask(`/calendar/holidays?${new URLSearchParams({ place, year: String(year) }).toString()}`, {}, (response) =>
        parsed(response, holidaysSchema),
      ),
    settingsLog: (portal, subject) =>
      ask(`/settings-log/${encodeURIComponent(portal)}?${new URLSearchParams(subject).toString()}`, {}, (response) =>
        parsed(response, settingsLogSchema),
      ),
    reports: createReportClient(ask),
    priceLists: priceListRequests(ask),
    settingsReach: (portal, { defaultLimit, limitBasis }) => {
      const query = new URLSearchParams({ limit: String(defaultLimit ?? 0), basis: limitBasis });
      return ask(`/settings-reach/${encodeURIComponent(portal)}?${query.toString()}`, {}, (response) =>
        parsed(response, settingsReachSchema),
      );
    },
    operator: operatorRequests(ask),
    isNumberTaken: (portal, number) =>
      ask(
        `/invoice-numbers/${encodeURIComponent(portal)}?${new URLSearchParams({ number }).toString()}`,
        {},
        async (response) => {
          const answer = await parsed(response, invoiceNumberAnswerSchema);
          return answer.kind === 'ok' ? { kind: 'ok', value: answer.value.taken } : answer;
        },
      ),
    proposePlace: (portal, postalCode) =>
      ask(
        `/places/${encodeURIComponent(portal)}?${new URLSearchParams({ postalCode }).toString()}`,
        {},
        async (response) => {
          const answer = await parsed(response, proposedPlaceSchema);
          return answer.kind === 'ok' ? { kind: 'ok', value: answer.value.proposed } : answer;
        },
      ),
  };
}

const olderWords = 'The portal server is older than this app; whoever runs it has to update it.';

/** Nothing may be posted to a portal server of another version: what it does not take must not be marked sent. */
function troubleWithVersion(spoken: number): Trouble | null {
  if (spoken === protocolVersion) return null;
  if (spoken > protocolVersion) return problemOf('app-too-old', 'The app is too old for this portal server.');
  const trouble: ServerTrouble = 'server-too-old';
  return problemOf('unavailable', olderWords, `${trouble} protocol ${String(spoken)}`);
}

function uploadPath(upload: FileUpload): string {
  const query = new URLSearchParams({ case: upload.case, name: upload.name, sha256: upload.sha256 });
  return `/files/${encodeURIComponent(upload.portal)}/${encodeURIComponent(upload.file)}?${query.toString()}`;
}

function uploadInit(upload: FileUpload): RequestInit {
  // A copy of its own buffer: what a BodyInit takes.
  return { method: 'PUT', headers: { 'content-type': upload.mediaType }, body: new Uint8Array(upload.bytes) };
}
