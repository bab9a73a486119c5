import type { Case, Cover } from '../../shared/domain/case/case.ts';
import { minorUnitDigits } from '../../shared/domain/money.ts';
import type { Claim, ClaimTask } from './claim.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { shown, type CellFault } from './row-message.ts';

/** What a claim and a case say alike. */
type Told = Pick<Case, 'damage' | 'site' | 'customer' | 'cover'>;

/** Something that is told of a claim, as text; nothing where it is not reported. */
interface Fact<Of> {
  readonly name: string;
  readonly column: string | undefined;
  readonly of: (from: Of) => string | null | undefined;
}

/** How the file is read, and what its amounts are in. */
export interface FileReading {
  readonly mapping: ColumnMapping;
  readonly currency: string;
}

/**
 * What a row says otherwise than the earlier one with its claim number, of which the case is made: none of it is taken,
 * and all of it is named.
 */
export function tellRepeated(first: Claim, later: Claim, reading: FileReading): readonly CellFault[] {
  const instead = `one row a claim: row ${first.row} is taken`;
  const known = new Set(first.tasks.map((task) => JSON.stringify(task)));
  const tasks = later.tasks.filter((task) => !known.has(JSON.stringify(task)));
  return [
    ...tellFacts(toldFacts(reading), [first, later], instead),
    ...tellFacts(claimFacts(reading.mapping), [first, later], instead),
    ...tasks.map((task) => ({ column: '', wrong: `task ${taskText(task)} not taken`, expected: instead })),
  ];
}

/** What a row says otherwise than the case that the portal has of its claim. */
export function tellKnown(known: Case, claim: Claim, reading: FileReading): readonly CellFault[] {
  return tellFacts(toldFacts(reading), [known, claim], `a new claim: case ${known.number} has this one`);
}

function tellFacts<Of>(
  facts: readonly Fact<Of>[],
  [first, later]: readonly [Of, Of],
  instead: string,
): readonly CellFault[] {
  return facts.flatMap(({ name, column = '', of }) => {
    const [taken, said] = [of(first) || null, of(later) || null];
    if (said === null || said === taken) return [];
    const says = taken === null ? 'says nothing of it' : `says ${brief(taken)}`;
    return [{ column, wrong: `${name} ${brief(said)} not taken`, expected: `${instead}, and ${says}` }];
  });
}

function toldFacts({ mapping: { columns }, currency }: FileReading): readonly Fact<Told>[] {
  const digits = minorUnitDigits(currency);
  const format = new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const amount = (field: keyof Cover) => (told: Told) => {
    const minor = told.cover?.[field] ?? null;
    return minor === null ? null : format.format(minor / 10 ** digits);
  };
  return [
    { name: 'loss date', column: columns.lossDate, of: ({ damage }) => damage.lossDate },
    { name: 'cause', column: columns.cause, of: ({ damage }) => damage.cause },
    { name: 'description', column: undefined, of: ({ damage }) => damage.description },
    { name: 'street', column: columns.street, of: ({ site }) => site.street },
    { name: 'postal code', column: columns.postalCode, of: ({ site }) => site.postalCode },
    { name: 'city', column: columns.city, of: ({ site }) => site.city },
    { name: 'region', column: columns.region, of: ({ site }) => site.region },
    { name: 'position', column: columns.latitude, of: ({ site }) => site.position && positionText(site.position) },
    { name: 'customer', column: columns.customerName, of: ({ customer }) => customer?.name },
    { name: 'phone', column: columns.customerPhone, of: ({ customer }) => customer?.phone },
    { name: 'e-mail address', column: columns.customerEmail, of: ({ customer }) => customer?.email },
    { name: 'insured sum', column: columns.insuredSum, of: amount('insuredSum') },
    { name: 'building damage', column: columns.buildingDamage, of: amount('buildingDamage') },
    { name: 'contents damage', column: columns.contentsDamage, of: amount('contentsDamage') },
  ];
}

/** What goes on in a case after it was imported, so that only the rows of one file are compared by it. */
function claimFacts({ columns, inspection }: ColumnMapping): readonly Fact<Claim>[] {
  return [
    { name: 'date of report', column: columns.reportedOn, of: ({ reportedAt }) => reportedAt },
    { name: 'case handler', column: columns.handler, of: ({ handler }) => handler?.name },
    { name: 'decision', column: inspection.decision, of: ({ decision }) => decision?.result },
    { name: 'inspection', column: inspection.status, of: (claim) => taskText(claim.inspection) },
  ];
}

function positionText({ latitude, longitude }: NonNullable<Told['site']['position']>): string {
  return `${latitude}, ${longitude}`;
}

function taskText({ type, status, office, responsibles, since, plannedStart, plannedEnd }: ClaimTask): string {
  const people = responsibles.map((each) => each.name);
  const parts = [office?.name ?? null, ...people, since, plannedStart, plannedEnd].filter((part) => part !== null);
  return [`${type.code} in ${status}`, ...parts].join(', ');
}

/** A message must not become as long as the cell. */
function brief(text: string): string {
  return shown(text).slice(1, -1);
}
