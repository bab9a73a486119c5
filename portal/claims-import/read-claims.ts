import type { Customer } from '../../shared/domain/case/case.ts';
import type { PersonRef } from '../../shared/domain/member/person-ref.ts';
import { fromMilliseconds, toMilliseconds } from '../../shared/domain/moment.ts';
import { minorUnitDigits } from '../../shared/domain/money.ts';
import { offsetAt } from '../../shared/domain/task/target.ts';
import { lostDigits } from './check-text.ts';
import type { Claim } from './claim.ts';
import type { ClaimsSurroundings } from './claims-surroundings.ts';
import { namedColumns, type ColumnMapping } from './column-mapping.ts';
import { describeClaim, readSite } from './read-site.ts';
import { dayAfter, readCells, type CellReader, type CellRules } from './read-cells.ts';
import { readInspection, readTasks } from './read-tasks.ts';
import { readTable, type TableRow } from './read-table.ts';
import { shown, fileFault, rowMessage, type CellFault, type RowMessage } from './row-message.ts';
import { tellRepeated } from './tell-differences.ts';

/** What a claims file says: the good rows, and one message for each bad one. */
export interface ReadClaims {
  readonly claims: readonly Claim[];
  readonly messages: readonly RowMessage[];
  /** What is odd in good rows, what of a repeated row is not taken, and which rows the mapping leaves out. */
  readonly notes: readonly RowMessage[];
  /** Rows in the file, the headings left out. */
  readonly rows: number;
  /** Rows that repeat a claim number of an earlier row of the same file. */
  readonly repeated: number;
  /** Rows that the mapping leaves out. */
  readonly leftOut: number;
}

/** Reads a claims file; pure, so that a dry run and the real one cannot differ. */
export function readClaims(text: string, mapping: ColumnMapping, around: ClaimsSurroundings): ReadClaims {
  const { currency } = around.settings;
  if (mapping.currency !== undefined && mapping.currency !== currency) {
    const wrong = `its amounts are in ${mapping.currency}`;
    const messages = [fileFault('', wrong, `${currency}, the portal's currency`)];
    return { claims: [], messages, notes: [], rows: 0, repeated: 0, leftOut: 0 };
  }
  const table = readTable(text, { ...mapping, named: namedColumns(mapping) });
  const rules = rulesOf(mapping, around);
  const claims = new Map<string, Claim>();
  const outcomes = table.rows.map((row) => readRow(row, { mapping, rules, around, claims }));
  const told = (kind: RowOutcome['kind']): readonly RowMessage[] =>
    outcomes.flatMap((each) => (each.kind === kind && each.told.length > 0 ? [rowMessage(each.row, each.told)] : []));
  const counted = (kind: RowOutcome['kind']): number => outcomes.filter((each) => each.kind === kind).length;
  return {
    claims: [...claims.values()],
    messages: byRow([...table.messages, ...told('bad')]),
    notes: byRow([...table.notes, ...told('taken'), ...told('repeated'), ...told('left-out')]),
    rows: table.count,
    repeated: counted('repeated'),
    leftOut: counted('left-out'),
  };
}

/** Messages in the order of their rows. */
export function byRow(messages: readonly RowMessage[]): readonly RowMessage[] {
  return messages.toSorted((one, other) => one.row - other.row);
}

interface RowOutcome {
  readonly row: number;
  readonly kind: 'bad' | 'taken' | 'repeated' | 'left-out';
  readonly told: readonly CellFault[];
}

interface FileUnderWay {
  readonly mapping: ColumnMapping;
  readonly rules: CellRules;
  readonly around: ClaimsSurroundings;
  /** By claim number, as far as they are read. */
  readonly claims: Map<string, Claim>;
}

function readRow(row: TableRow, { mapping, rules, around, claims }: FileUnderWay): RowOutcome {
  const because = leftOutBy(row, mapping);
  if (because) return { row: row.row, kind: 'left-out', told: [because] };
  const cells = readCells(row, rules);
  const claim = readClaim(cells, row.row, mapping, around);
  if (cells.faults.length > 0) return { row: row.row, kind: 'bad', told: cells.faults };
  const first = claims.get(claim.claimNumber);
  if (first) {
    const told = tellRepeated(first, claim, { mapping, currency: around.settings.currency });
    return { row: row.row, kind: 'repeated', told };
  }
  claims.set(claim.claimNumber, claim);
  return { row: row.row, kind: 'taken', told: cells.notes };
}

function rulesOf(mapping: ColumnMapping, { settings, now }: ClaimsSurroundings): CellRules {
  const { notReported, dateOrder, decimalSign, thousandsSign } = mapping;
  return {
    columns: [...namedColumns(mapping).keys()],
    notReported,
    dateOrder,
    decimalSign,
    thousandsSign,
    timeZone: settings.timeZone,
    moneyDigits: minorUnitDigits(settings.currency),
    now,
  };
}

/** Why the mapping leaves a row out; null where it does not. */
function leftOutBy({ cells }: TableRow, { leaveOut }: ColumnMapping): CellFault | null {
  const fits = leaveOut.find((rule) => {
    const cell = (cells.get(rule.column) ?? '').toLowerCase();
    if ('is' in rule) return cell === rule.is.toLowerCase();
    return 'contains' in rule ? cell.includes(rule.contains.toLowerCase()) : cell === '';
  });
  if (!fits) return null;
  const said = 'empty' in fits ? 'it is empty' : shown(cells.get(fits.column) ?? '');
  return { column: fits.column, wrong: `${said}, so the row is left out`, expected: '' };
}

function readClaim(cells: CellReader, row: number, mapping: ColumnMapping, around: ClaimsSurroundings): Claim {
  const { columns } = mapping;
  const claim: Claim = {
    row,
    claimNumber: claimNumberOf(cells, columns.claimNumber),
    reportedAt: cells.pastMoment(columns.reportedOn),
    damage: {
      cause: causeOf(cells, mapping),
      lossDate: cells.needed(columns.lossDate) && (cells.pastDay(columns.lossDate) ?? ''),
      description: describeClaim(cells, mapping),
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
  checkOrder(cells, claim, mapping, around.settings.timeZone);
  return claim;
}

/** A day of slack: the loss is a day somewhere, and the report a moment. */
function checkOrder(cells: CellReader, { damage, reportedAt }: Claim, mapping: ColumnMapping, timeZone: string): void {
  if (damage.lossDate === '' || reportedAt === null) return;
  const reported = toMilliseconds(reportedAt);
  if (dayAfter(fromMilliseconds(reported + offsetAt(reported, timeZone))) >= damage.lossDate) return;
  const column = mapping.columns.reportedOn ?? '';
  const wrong = `${shown(cells.text(column) ?? '')} lies before the loss`;
  cells.wrong({ column, wrong, expected: `${damage.lossDate} or later` });
}

function claimNumberOf(cells: CellReader, column: string): string {
  const number = cells.needed(column);
  const lost = lostDigits(number);
  if (lost) cells.wrong({ column, ...lost });
  if (number.length > 60)
    cells.wrong({ column, wrong: `${shown(number)} is too long`, expected: '60 characters at most' });
  return number;
}

function causeOf(cells: CellReader, { columns: { cause }, causes }: ColumnMapping): string {
  if (causes?.notReported !== undefined && cells.text(cause) === null) return causes.notReported;
  return cells.needed(cause) && (cells.word(cause, causes) ?? '');
}

function readCustomer(cells: CellReader, columns: ColumnMapping['columns']): Customer | null {
  const name = cells.text(columns.customerName);
  const phone = cells.text(columns.customerPhone);
  const email = cells.text(columns.customerEmail);
  const lost = lostDigits(phone ?? '');
  if (lost && columns.customerPhone !== undefined) cells.note({ column: columns.customerPhone, ...lost });
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
