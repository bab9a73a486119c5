import { z } from 'zod';
import { idSchema, momentSchema } from './parts.ts';

/** The largest network document the portal server takes, in bytes. */
export const largestNetwork = 20_000_000;

/** `POST /set-up/network?dryRun=`: how many of each were added, or would be. */
export const networkAddedSchema = z.strictObject({
  dryRun: z.boolean(),
  added: z.strictObject({
    companies: z.int(),
    offices: z.int(),
    people: z.int(),
    members: z.int(),
    portals: z.int(),
    memberships: z.int(),
  }),
});

/** `GET /operator/portals`: every portal in numbers, which name nobody and no case. */
export const operatorPortalsSchema = z.array(
  z.strictObject({
    id: idSchema,
    name: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    companies: z.int().describe('Insurer and partners; the operator is in every portal and is not counted.'),
    offices: z.int(),
    members: z.int().describe('Active ones, without the operator’s.'),
    marked: z.int().describe('Those of them who may have the External case handler role.'),
    openCases: z.int(),
    roleInUse: z.boolean().describe('Whether the portal uses the External case handler role.'),
    lastChange: momentSchema.nullable().describe('null where it is longer ago than changes are kept.'),
  }),
);

/** A mail that did not go out: to whom and what kind, never its subject or its text. */
const failedMailSchema = z.strictObject({
  id: idSchema,
  to: z.string(),
  kind: z.string().describe('The kind of notice, or `account` for a mail about an account.'),
  portal: z.string().nullable().describe('The portal’s name; null for a mail about an account.'),
  since: momentSchema,
  tries: z.int(),
  lastTry: momentSchema.nullable(),
  failure: z
    .string()
    .nullable()
    .describe('Codes of the mail program and of the mail server; null where none is known.'),
  givenUp: z.boolean().describe('True where it is not tried again by itself.'),
});

/** What is done in the background, mails apart. */
export const backgroundKinds = ['report', 'briefs', 'sweep-accounts', 'sweep-portals'] as const;

/** Which work in the background is meant, in `POST /operator/jobs/retry`. */
export const failedJobKeySchema = z.strictObject({
  kind: z
    .enum(backgroundKinds)
    .describe(
      'A Case statistics report, what roles that wait tell of the users who could be picked, or clearing away what is not kept any longer.',
    ),
  portal: idSchema.nullable().describe('The portal’s id; null where it is of none.'),
  subject: idSchema.nullable().describe('The id of what it is about; null where it is about all.'),
});

/** Work in the background that fails: neither persons nor cases. */
const failedJobSchema = failedJobKeySchema.extend({
  portalName: z.string().nullable().describe('null where it is of no portal.'),
  since: momentSchema.describe('When it was to be done first.'),
  tries: z.int(),
  lastTry: momentSchema,
  failure: z
    .string()
    .nullable()
    .describe('Codes of the database or the system, or the kind of fault; null where none is known.'),
  givenUp: z.boolean().describe('True where it is not tried again by itself.'),
});

/** `GET /operator/health`: how the portal server that answers is. */
export const operatorHealthSchema = z.strictObject({
  version: z.string(),
  protocol: z.int(),
  store: idSchema,
  engine: z.enum(['sqlite', 'postgres']),
  serverTime: momentSchema,
  startedAt: momentSchema,
  databaseBytes: z.int(),
  hearsOthers: z
    .boolean()
    .describe('False where changes made through other portal servers on the database are told late.'),
  mailsWaiting: z.int().describe('Not tried yet, or under way.'),
  mailsFailed: z.int(),
  failedMails: z.array(failedMailSchema).describe('The oldest hundred.'),
  jobsFailed: z.int().describe('Other work in the background.'),
  failedJobs: z.array(failedJobSchema).describe('The oldest hundred.'),
});

/** What becomes of a mail that did not go out. */
export const mailDeeds = ['retry', 'discard'] as const;

/** `POST /operator/mails/{mail}/{deed}`: the mail it was done to. */
export const mailDoneSchema = z.strictObject({ mail: idSchema });

/** What becomes of a mail that did not go out. */
export type MailDeed = (typeof mailDeeds)[number];

/** The largest request with a claims file the portal server takes, in bytes. */
export const largestClaimsFile = 20_000_000;

const rowMessages = z.array(
  z.strictObject({
    row: z.int(),
    faults: z.array(z.strictObject({ column: z.string(), wrong: z.string(), expected: z.string() })).readonly(),
    text: z.string(),
  }),
);

/** `POST /portals/{portal}/imports/claims?dryRun=`: what came, or would come, of a claims file. */
export const claimsCountsSchema = z.strictObject({
  dryRun: z.boolean(),
  rows: z.int().describe('Rows of the file: added, known, bad and left out ones.'),
  added: z.int(),
  known: z.int().describe('Rows whose claim number the portal has already, or an earlier row of the file.'),
  bad: z.int(),
  leftOut: z.int().describe('Rows that `leaveOut` of the mapping leaves out.'),
  messages: rowMessages.describe('Why rows are bad, or the whole file.'),
  notes: rowMessages.describe(
    'What is odd in a row and was kept, what a second row of a claim says otherwise and was not taken, which rows are left out.',
  ),
});

/** What came of a claims file, row by row in numbers. */
export type ClaimsCounts = z.infer<typeof claimsCountsSchema>;

/** What an import added, or would add. */
export type NetworkAdded = z.infer<typeof networkAddedSchema>;

/** A portal in numbers. */
export type OperatorPortal = z.infer<typeof operatorPortalsSchema>[number];

/** How a portal server is. */
export type OperatorHealth = z.infer<typeof operatorHealthSchema>;

/** A mail that did not go out. */
export type FailedMail = z.infer<typeof failedMailSchema>;

/** Which work in the background is meant. */
export type FailedJobKey = z.infer<typeof failedJobKeySchema>;

/** Work in the background that fails. */
export type FailedJob = z.infer<typeof failedJobSchema>;
