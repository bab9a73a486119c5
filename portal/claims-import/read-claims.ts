import type { Customer, Site } from '../../shared/domain/case/case.ts';
import type { PersonRef } from '../../shared/domain/member/person-ref.ts';
import type { Claim } from './claim.ts';
import type { ClaimsSurroundings } from './claims-surroundings.ts';
import { namedColumns, type ColumnMapping } from './column-mapping.ts';
import { dayAfter, readCells, type CellReader } from './read-cells.ts';
import { readInspection, readTasks } from './read-tasks.ts';
import { readTable, type TableRow } from './read-table.ts';
import { shown, fileFault, rowMessage, type RowMessage } from './row-message.ts';

/** What a claims file says: the good rows, and one message for each bad one. */
export interface ReadClaims {
  readonly claims: readonly Claim[];
  readonly messages: readonly RowMessage[];
  /** Rows in the file, the headings left out. */
  readonly rows: number;
  /** Rows that repeat a claim number of an earlier row of the same file. */
  readonly repeated: number;
}

/** Reads a claims file; pure, so that a dry run and the real one cannot differ. */
export function readClaims(text: string, mapping: ColumnMapping, around: ClaimsSurroundings): ReadClaims {
  const { currency } = around.settings;
  if (mapping.currency !== undefined && mapping.currency !== currency) {
    const wrong = `its amounts are in ${mapping.currency}`;
    return { claims: [], messages: [fileFault('', wrong, `${currency}, the portal's currency`)], rows: 0, repeated: 0 };
  }
  const table = readTable(text, namedColumns(mapping));
  const messages = [...table.messages];
  const claims = new Map<string, Claim>();
  let repeated = 0;
  for (const row of table.rows) {
    const read = readClaim(row, mapping, around);
    if ('faults' in read) messages.push(read);
    else if (claims.has(read.claimNumber)) repeated += 1;
    else claims.set(read.claimNumber, read);
  }
  messages.sort((one, other) => one.row - other.row);
  return { claims: [...claims.values()], messages, rows: table.count, repeated };
}

function readClaim(row: TableRow, mapping: ColumnMapping, around: ClaimsSurroundings): Claim | RowMessage {
  const { columns, notReported } = mapping;
  const cells = readCells(row, { columns: namedColumns(mapping), notReported, now: around.now });
  const claim: Claim = {
    row: row.row,
    claimNumber: claimNumberOf(cells, columns.claimNumber),
    reportedAt: cells.pastMoment(columns.reportedOn),
    damage: {
      cause: cells.needed(columns.cause) && (cells.word(columns.cause, mapping.causes) ?? ''),
      lossDate: cells.needed(columns.lossDate) && (cells.pastDay(columns.lossDate) ?? ''),
      description: describe(cells, mapping),
    },
    site: readSite(cells, mapping),
    customer: readCustomer(cells, columns),
    cover: {
      insuredSum: cells.money(columns.insuredSum),
      buildingDamage: cells.money(columns.buildingDamage),
      contentsDamage: cells.money(columns.contentsDamage),
    },
    handler: readHandler(cells, columns.handler, around),
    ...readInspection(cells, mapping, around),
    tasks: readTasks(cells, mapping, around),
  };
  checkOrder(cells, claim, columns);
  return cells.faults.length === 0 ? claim : rowMessage(row.row, cells.faults);
}

/** A day of slack: the loss is a day somewhere, the report a moment in UTC. */
function checkOrder(cells: CellReader, { damage, reportedAt }: Claim, columns: ColumnMapping['columns']): void {
  if (damage.lossDate === '' || reportedAt === null || dayAfter(reportedAt) >= damage.lossDate) return;
  const wrong = `${shown(reportedAt)} lies before the loss`;
  cells.wrong({ column: columns.reportedOn ?? '', wrong, expected: `${damage.lossDate} or later` });
}

function claimNumberOf(cells: CellReader, column: string): string {
  const number = cells.needed(column);
  if (number.length > 60)
    cells.wrong({ column, wrong: `${shown(number)} is too long`, expected: '60 characters at most' });
  return number;
}

function readSite(cells: CellReader, { columns, country, cityStyle }: ColumnMapping): Site {
  const latitude = cells.number(columns.latitude, { from: -90, to: 90, said: 'degrees from -90 to 90' });
  const longitude = cells.number(columns.longitude, { from: -180, to: 180, said: 'degrees from -180 to 180' });
  if ((cells.text(columns.latitude) === null) !== (cells.text(columns.longitude) === null)) {
    const column = (cells.text(columns.latitude) === null ? columns.latitude : columns.longitude) ?? '';
    cells.wrong({ column, wrong: 'it is empty', expected: 'both degrees of the position, or none' });
  }
  const city = cells.text(columns.city) ?? '';
  return {
    street: cells.text(columns.street) ?? '',
    postalCode: cells.text(columns.postalCode) ?? '',
    city: cityStyle === 'community' ? communityName(city) : city,
    region: cells.text(columns.region) ?? '',
    country,
    position: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}

/** "VIRGINIA BEACH, CITY OF" and "SANTA ROSA COUNTY *" as people write them. */
function communityName(name: string): string {
  const [bare = ''] = name.replace(/\*/g, '').split(/,\s*(?:CITY|TOWN|VILLAGE|BOROUGH|TOWNSHIP|PARISH|COUNTY)\b/i);
  return bare
    .trim()
    .toLowerCase()
    .replace(/(^|[\s\-/(.])(\p{L})/gu, (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`);
}

function readCustomer(cells: CellReader, columns: ColumnMapping['columns']): Customer | null {
  const name = cells.text(columns.customerName);
  const phone = cells.text(columns.customerPhone);
  const email = cells.text(columns.customerEmail);
  return name === null && phone === null && email === null
    ? null
    : { name: name ?? '', phone: phone ?? '', email: email ?? '' };
}

function readHandler(cells: CellReader, column: string | undefined, around: ClaimsSurroundings): PersonRef | null {
  const cell = cells.text(column);
  if (cell === null || column === undefined) return null;
  const member = around.members.get(cell.toLowerCase());
  if (member && around.insurers.has(member.company)) {
    return { member: member.id, name: member.name, company: member.company };
  }
  return cells.wrong({ column, wrong: `${shown(cell)} is nobody of the insurer`, expected: 'an e-mail address there' });
}

function describe(cells: CellReader, { description }: ColumnMapping): string {
  const parts = description.flatMap((part) => {
    const cell = cells.text(part.column);
    if (cell === null || cell === part.unless) return [];
    const word = wordOf(cells, part);
    return word === null ? [] : [part.text.replace('{}', word)];
  });
  return parts.join(' ');
}

function wordOf(cells: CellReader, part: ColumnMapping['description'][number]): string | null {
  if (part.as === 'year') return cells.day(part.column)?.slice(0, 4) ?? null;
  if (part.as === 'text') return cells.word(part.column, part.words);
  const number = cells.number(part.column, { from: -1e9, to: 1e9, said: 'a number' });
  return number === null ? null : String(number);
}
