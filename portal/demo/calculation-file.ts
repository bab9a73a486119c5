import { createHash } from 'node:crypto';
import type { FileRef } from '../../shared/domain/document/document.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import { minorUnitDigits } from '../../shared/domain/money.ts';
import { writePdf } from './write-pdf.ts';
import type { Chance } from './random.ts';

/** A file of the demo with its bytes. */
export interface DemoFile {
  readonly ref: FileRef;
  readonly content: Uint8Array;
}

/** What a calculation is about. */
export interface Calculation {
  readonly title: string;
  readonly caseNumber: string;
  readonly currency: string;
  /** Minor units. */
  readonly amount: number;
  readonly at: Moment;
}

const work: Readonly<Record<string, readonly string[]>> = {
  drying: [
    'Dehumidifiers, rent and power',
    'Moisture measurements',
    'Opening of floor edges',
    'Removal of wet insulation',
  ],
  demolition: ['Removal of plasterboard', 'Removal of floor covering', 'Disposal', 'Protection of rooms'],
  carpentry: ['Wall framing', 'Plasterboard', 'Skirting and trim', 'Doors rehung'],
  painting: ['Surface preparation', 'Primer', 'Two coats of paint', 'Protection of floors'],
  flooring: ['Subfloor levelling', 'Laying of floor covering', 'Thresholds', 'Transport'],
};

/** The calculation a budget needs: lines that add up to its amount, as CSV or as PDF. */
export function calculationFile(type: string, calculation: Calculation, chance: Chance): DemoFile {
  const { currency } = calculation;
  const lines = splitAmount(work[type] ?? ['Labour', 'Equipment', 'Transport'], calculation.amount, chance);
  const id = chance.id(calculation.at);
  const name = `Calculation ${type} ${calculation.caseNumber}`;
  if (chance.percent(60)) {
    const rows = [...lines, { item: 'Total', amount: calculation.amount }];
    const csv = `Item,"Amount (${currency}, without VAT)"\r\n${rows.map((row) => csvRow(row, currency)).join('')}`;
    return fileOf(id, { name: `${name}.csv`, mediaType: 'text/csv' }, Buffer.from(csv));
  }
  const text = [
    calculation.title,
    `Case ${calculation.caseNumber}`,
    '',
    ...lines.map(({ item, amount }) => `${item}: ${plain(amount, currency)} ${currency}`),
    '',
    `Total without VAT: ${plain(calculation.amount, currency)} ${currency}`,
  ];
  return fileOf(id, { name: `${name}.pdf`, mediaType: 'application/pdf' }, writePdf(text));
}

const documents = [
  ['Moisture readings', ['Living room wall: 34 %', 'Hall floor: 28 %', 'Kitchen wall: 22 %', 'Reference: 11 %']],
  ['Inspection notes', ['Water came in at the rear door.', 'Floor covering has come loose.', 'Electricity checked.']],
  ['Schedule', ['Week 1: drying', 'Week 2: measurements', 'Week 3: repairs', 'Week 4: handover']],
] as const;

/** A document that somebody adds to a case. */
export function caseDocument(caseNumber: string, at: Moment, chance: Chance): DemoFile {
  const [title, lines] = chance.pick(documents);
  const name = { name: `${title} ${caseNumber}.pdf`, mediaType: 'application/pdf' };
  return fileOf(chance.id(at), name, writePdf([title, `Case ${caseNumber}`, '', ...lines]));
}

/** An invoice as the company prints it; the id is the file's. */
export function invoiceFile(id: string, { number, amount, currency }: Printed): DemoFile {
  const lines = [`Invoice ${number}`, '', `Total without VAT: ${plain(amount, currency)} ${currency}`];
  return fileOf(id, { name: `Invoice ${number}.pdf`, mediaType: 'application/pdf' }, writePdf(lines));
}

interface Printed {
  readonly number: string;
  readonly amount: number;
  readonly currency: string;
}

function fileOf(id: string, name: Pick<FileRef, 'name' | 'mediaType'>, content: Uint8Array): DemoFile {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { ref: { file: id, ...name, size: content.length, sha256 }, content };
}

function splitAmount(items: readonly string[], amount: number, chance: Chance) {
  let left = amount;
  return items.map((item, index) => {
    const rest = items.length - index;
    const share = rest === 1 ? left : Math.round((left / rest) * (0.6 + chance.next() * 0.8));
    left -= share;
    return { item, amount: share };
  });
}

function csvRow({ item, amount }: { readonly item: string; readonly amount: number }, currency: string): string {
  return `"${item}",${plain(amount, currency)}\r\n`;
}

function plain(minorUnits: number, currency: string): string {
  const digits = minorUnitDigits(currency);
  return (minorUnits / 10 ** digits).toFixed(digits);
}
