import type { PersonId, PortalId } from '../../shared/domain/ids.ts';
import { personRef, type Standing } from '../../shared/domain/member/standing.ts';
import { maySteer } from '../../shared/domain/rights/may.ts';
import type { Refusal } from '../../shared/domain/rights/refusal.ts';
import type { Role } from '../../shared/domain/rights/rights.ts';
import { inPossibleChange, type Change } from '../commands/in-change.ts';
import { othersTurn } from '../others-turn.ts';
import { addCases } from '../commands/save-case.ts';
import type { ChangeDeps } from '../portal-deps.ts';
import { directoryFor, readNetwork, standingOf, type Network, type NetworkSource } from '../reads/network.ts';
import type { Claim } from './claim.ts';
import { claimsSurroundings } from './claims-surroundings.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { knownClaims, tellKnownClaims } from './known-claims.ts';
import { beginCase } from './make-case.ts';
import { byRow, readClaims } from './read-claims.ts';
import { fileFault, type RowMessage } from './row-message.ts';

/** A claims file and what to do with it. */
export interface ClaimsFile {
  readonly portal: PortalId;
  readonly person: PersonId;
  readonly text: string;
  readonly mapping: ColumnMapping;
  /** Says what would come of it, and writes nothing. */
  readonly dryRun: boolean;
}

/** What came of an import, row by row in numbers. */
export interface ImportCounts {
  readonly dryRun: boolean;
  readonly rows: number;
  /** Cases that are new (with a dry run: would be). */
  readonly added: number;
  /** Rows whose claim number the portal has already, or an earlier row of the file: nothing is added for them. */
  readonly known: number;
  /** Rows with a message. */
  readonly bad: number;
  /** Rows that the mapping leaves out; with added, known and bad ones they are all rows. */
  readonly leftOut: number;
  readonly messages: readonly RowMessage[];
  /** What is odd in rows that were taken, and what was not taken of a row: each row that is left out or repeated and differs. */
  readonly notes: readonly RowMessage[];
}

/** The answer: numbers, a refusal, or null where there is no such portal for this person. */
export type ImportAnswer =
  | { readonly kind: 'imported'; readonly counts: ImportCounts }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | null;

/** A file in which nearly everything is wrong is told by its first rows. */
const mostMessages = 5000;

/** Cases a transaction: others come in between, also where SQLite never waits for anything. */
const slice = 200;

/** Imports a claims file: good rows become cases, in slices; a slice that was written stays when a later one fails. */
export async function importClaims(deps: ChangeDeps, file: ClaimsFile): Promise<ImportAnswer> {
  const { store } = deps;
  const importer = await findImporter({ store, db: store.db }, file);
  if (importer === null || 'refusal' in importer) return importer && { kind: 'refused', refusal: importer.refusal };
  const directory = directoryFor(importer.network, importer.standing);
  const around = claimsSurroundings(importer.network.settings, directory, deps.now());
  if (!around) {
    const fault = fileFault('', 'the portal orders no inspections', 'a task type for the main inspection');
    return { kind: 'imported', counts: { ...empty, dryRun: file.dryRun, messages: [fault] } };
  }
  const read = readClaims(file.text, file.mapping, around);
  let added = 0;
  const toldKnown: RowMessage[] = [];
  for (let from = 0; from < read.claims.length; from += slice) {
    const claims = read.claims.slice(from, from + slice);
    const sliced = await addSlice(deps, file, claims);
    if ('code' in sliced) return { kind: 'refused', refusal: sliced };
    added += sliced.added;
    toldKnown.push(...sliced.notes);
    await othersTurn();
  }
  const known = read.claims.length - added + read.repeated;
  // A message about the file as a whole stands at the headings.
  const bad = read.messages.filter((message) => message.row > file.mapping.skipLines + 1).length;
  const messages = read.messages.slice(0, mostMessages);
  const notes = byRow([...read.notes, ...toldKnown]).slice(0, mostMessages);
  const { rows, leftOut } = read;
  return { kind: 'imported', counts: { dryRun: file.dryRun, rows, added, known, bad, leftOut, messages, notes } };
}

/** The system's number of a portal's n-th case. */
export function caseNumber(portal: PortalId, n: number): string {
  return `${portal.slice(0, 2).toUpperCase()}-${100_000 + n}`;
}

const empty = { rows: 0, added: 0, known: 0, bad: 0, leftOut: 0, notes: [] } as const;

interface Importer {
  readonly network: Network;
  readonly standing: Standing;
  readonly as: Role;
}

/** As whom a person imports into a portal, or why not; null where there is no such portal for this person. */
export async function findImporter(
  source: NetworkSource,
  { portal, person }: Pick<ClaimsFile, 'portal' | 'person'>,
): Promise<Importer | { readonly refusal: Refusal } | null> {
  const network = await readNetwork(source, portal);
  const standing = network && standingOf(network, network.byPerson.get(person));
  if (!network || !standing) return null;
  const verdict = maySteer(standing, 'case.import');
  return verdict.allowed ? { network, standing, as: verdict.as } : { refusal: verdict.refusal };
}

interface AddedSlice {
  readonly added: number;
  readonly notes: readonly RowMessage[];
}

/** Rights and known claims are read again under the portal's lock: both may have changed since the file was read. */
async function addSlice(deps: ChangeDeps, file: ClaimsFile, claims: readonly Claim[]): Promise<AddedSlice | Refusal> {
  return inPossibleChange<AddedSlice | Refusal>(deps, file.portal, async (change) => {
    const importer = await findImporter({ store: deps.store, db: change.db, during: change.number }, file);
    if (importer === null) return { keep: false, value: { code: 'case-not-found', grantor: 'nobody' } };
    if ('refusal' in importer) return { keep: false, value: importer.refusal };
    const known = await knownClaims(change, claims);
    const fresh = claims.filter((claim) => !known.has(claim.claimNumber));
    const value = { added: fresh.length, notes: tellKnownClaims(claims, known, file.mapping, importer.standing) };
    if (fresh.length === 0 || file.dryRun) return { keep: false, value };
    const first = (await countCases(change)) + 1;
    const begun = fresh.map((claim, index) => {
      const command = change.newId();
      return beginCase(claim, {
        portal: change.portal,
        settings: importer.network.settings,
        id: change.newId(),
        number: caseNumber(change.portal, first + index),
        command,
        at: change.at,
        by: { person: personRef(importer.standing), as: importer.as },
      });
    });
    await addCases(
      change,
      importer.network,
      begun.map(({ case: made, log }) => ({ case: made, chat: [], log: [log] })),
    );
    return { keep: true, value };
  });
}

async function countCases(change: Change): Promise<number> {
  const counted = await change.db
    .selectFrom('case_file')
    .select(({ fn }) => fn.countAll<number>().as('cases'))
    .where('portal', '=', change.portal)
    .executeTakeFirstOrThrow();
  return Number(counted.cases);
}
