import { t } from '@lingui/core/macro';
import { z } from 'zod';
import type { WorkItemId } from '../../../shared/domain/ids.ts';
import type { HundredthsOfPercent } from '../../../shared/domain/settlement/settlement-rules.ts';
import type { SettlementEntered, SettlementKind } from '../../../shared/domain/settlement/settlement.ts';
import { quantityParts, readQuantity, type Quantity } from '../../../shared/domain/work-plan/quantity.ts';
import { readPercent, unreadPercentWords } from '../../words/typed-percent.ts';
import { readSum } from '../../words/typed-sum.ts';
import { quantityFaultWords } from '../../words/work-plan/quantity-words.ts';

/** What is entered beside the items that go, as it is typed; by item what is its own. */
export const settleSchema = z.object({
  deductible: z.string(),
  /** For every item without an age deduction of its own. */
  allAges: z.string(),
  ages: z.record(z.string(), z.string()),
  /** Where nothing was typed the price list's hours count. */
  hours: z.record(z.string(), z.string()),
  agreed: z.boolean(),
  consent: z.boolean(),
});

export type SettleDraft = z.infer<typeof settleSchema>;

export const nothingEntered: SettleDraft = {
  deductible: '',
  allAges: '',
  ages: {},
  hours: {},
  agreed: false,
  consent: false,
};

/** Of an item, in ten-thousandths. */
const mostHours: Quantity = 100_000 * quantityParts;

/** What was typed, as far as it is read; and what is wrong about the rest. */
export interface Entered {
  readonly entered: SettlementEntered;
  readonly faults: EnteredFaults;
}

export interface EnteredFaults {
  readonly deductible: string | null;
  readonly allAges: string | null;
  readonly ages: ReadonlyMap<WorkItemId, string>;
  readonly hours: ReadonlyMap<WorkItemId, string>;
}

interface Around {
  readonly kind: SettlementKind;
  readonly items: readonly WorkItemId[];
  /** Of the price lists. */
  readonly known: ReadonlyMap<WorkItemId, Quantity>;
  readonly currency: string;
}

/** Reads what was typed beside these items. */
export function readEntered(draft: SettleDraft, { kind, items, known, currency }: Around): Entered {
  const deductible = readSum(draft.deductible, currency);
  const all = readAge(draft.allAges);
  const ages = items.map((item) => ({ item, ...readAge(ageOf(draft, item)) }));
  const hours =
    kind === 'cashOffer' ? [] : items.map((item) => ({ item, ...readHours(draft.hours[item], known.get(item)) }));
  return {
    entered: {
      deductible: deductible.amount ?? 0,
      ageDeductions: ages.flatMap(({ item, percent }) => (percent > 0 ? [{ item, percent }] : [])),
      hours: hours.flatMap(({ item, hours: read }) => (read === null ? [] : [{ item, hours: read }])),
      agreed: kind === 'customerOwnWork' && draft.agreed,
      consent: kind === 'cashOffer' && draft.consent,
    },
    faults: {
      deductible: deductible.error,
      allAges: all.error,
      ages: faultsOf(ages.filter(({ item }) => draft.ages[item] !== undefined)),
      hours: faultsOf(hours),
    },
  };
}

/** True where something that was typed is not read. */
export function isFaulty({ deductible, allAges, ages, hours }: EnteredFaults): boolean {
  return deductible !== null || allAges !== null || ages.size > 0 || hours.size > 0;
}

function ageOf({ allAges, ages }: SettleDraft, item: WorkItemId): string {
  const own = ages[item] ?? '';
  return own.trim() === '' ? allAges : own;
}

function readAge(typed: string): { readonly percent: HundredthsOfPercent; readonly error: string | null } {
  const read = readPercent(typed);
  if (read.kind === 'empty') return { percent: 0, error: null };
  return read.kind === 'read' ? { percent: read.percent, error: null } : { percent: 0, error: unreadPercentWords() };
}

/** Hours that were taken out are not known: they are not taken from the list again. */
function readHours(
  typed: string | undefined,
  known: Quantity | undefined,
): { readonly hours: Quantity | null; readonly error: string | null } {
  if (typed === undefined) return { hours: known ?? null, error: null };
  if (typed.trim() === '') return { hours: null, error: null };
  const read = readQuantity(typed);
  if (typeof read !== 'number') return { hours: null, error: quantityFaultWords(read.fault) };
  return read > 0 && read <= mostHours
    ? { hours: read, error: null }
    : { hours: null, error: t`More than none, and at most 100,000` };
}

function faultsOf(
  read: readonly { readonly item: WorkItemId; readonly error: string | null }[],
): ReadonlyMap<WorkItemId, string> {
  return new Map(read.flatMap(({ item, error }) => (error === null ? [] : [[item, error] as const])));
}
