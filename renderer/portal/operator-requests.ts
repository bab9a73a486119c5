import {
  claimsCountsSchema,
  failedJobKeySchema,
  mailDoneSchema,
  networkAddedSchema,
  operatorHealthSchema,
  operatorPortalsSchema,
  type ClaimsCounts,
  type FailedJobKey,
  type MailDeed,
  type NetworkAdded,
  type OperatorHealth,
  type OperatorPortal,
} from '../../shared/contract/operator.ts';
import type { Answer } from './answer.ts';
import type { Ask } from './ask.ts';
import { json, jsonText, parsed } from './json-answer.ts';

/** A claims file, and a mapping or the name of a ready one. */
export interface ClaimsRequest {
  readonly portal: string;
  readonly csv: string;
  readonly mapping: unknown;
}

export interface OperatorRequests {
  readonly portals: () => Promise<Answer<readonly OperatorPortal[]>>;
  readonly health: () => Promise<Answer<OperatorHealth>>;
  readonly settleMail: (mail: string, deed: MailDeed) => Promise<Answer<unknown>>;
  readonly retryJob: (job: FailedJobKey) => Promise<Answer<unknown>>;
  /** The text of a document, sent as it stands; with `dryRun` nothing is written. */
  readonly importNetwork: (text: string, dryRun: boolean) => Promise<Answer<NetworkAdded>>;
  readonly importClaims: (claims: ClaimsRequest, dryRun: boolean) => Promise<Answer<ClaimsCounts>>;
}

/** An import is answered in one piece at its end: 18 MB of a network took 22 seconds on a busy machine. */
const importPatience = 300_000;

/** The requests of the operator's desk. */
export function operatorRequests(ask: Ask): OperatorRequests {
  return {
    portals: () => ask('/operator/portals', {}, (response) => parsed(response, operatorPortalsSchema)),
    health: () => ask('/operator/health', {}, (response) => parsed(response, operatorHealthSchema)),
    settleMail: (mail, deed) =>
      ask(`/operator/mails/${encodeURIComponent(mail)}/${deed}`, { method: 'POST' }, (response) =>
        parsed(response, mailDoneSchema),
      ),
    retryJob: (job) => ask('/operator/jobs/retry', json(job), (response) => parsed(response, failedJobKeySchema)),
    importNetwork: (text, dryRun) =>
      ask(
        `/set-up/network?dryRun=${String(dryRun)}`,
        jsonText(text),
        (response) => parsed(response, networkAddedSchema),
        importPatience,
      ),
    importClaims: ({ portal, csv, mapping }, dryRun) =>
      ask(
        `/portals/${encodeURIComponent(portal)}/imports/claims?dryRun=${String(dryRun)}`,
        json({ csv, mapping }),
        (response) => parsed(response, claimsCountsSchema),
        importPatience,
      ),
  };
}
