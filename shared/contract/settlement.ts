import { z } from 'zod';
import { wholePercent } from '../domain/settlement/settlement-rules.ts';
import { customerAnswers } from '../domain/settlement/settlement.ts';
import { itemAllocations } from '../domain/work-plan/work-plan.ts';
import { currencySchema, madeIdSchema, minorUnits, moneySchema, nameSchema, optionalText } from './parts.ts';
import { mostAtOnce, namedOnce } from './work-plan.ts';

const percent = z.int().min(0).max(wholePercent);
const cap = minorUnits.nullable();
/** Ten-thousandths of an hour. */
const hours = z.int().min(1).max(1_000_000_000);

/** How a portal settles with customers, as it crosses. */
export const settlementRulesSchema = z.strictObject({
  cash: z.strictObject({
    percent,
    vat: z.enum(['on-receipt', 'excluded']),
    capPerTrade: cap,
    capTotal: cap,
    consentNeeded: z.boolean(),
    travelFlat: minorUnits.nullable(),
  }),
  ownWork: z.strictObject({
    ratePerHour: z
      .array(z.strictObject({ trade: nameSchema, rate: minorUnits }))
      .max(100)
      .refine((rates) => new Set(rates.map((each) => each.trade)).size === rates.length, 'It names each trade once.')
      .readonly(),
    usualRate: minorUnits.nullable(),
    // Ten times a craftsman's hours at most.
    hoursFactor: z
      .int()
      .min(1)
      .max(10 * wholePercent),
    percentOfPrice: percent.nullable(),
    agreedBefore: z.boolean(),
    excludedTrades: z.array(nameSchema).max(100).readonly(),
  }),
  vatPercent: percent,
});

const ofItem = { item: madeIdSchema };

function itemsOnce(things: readonly { readonly item: string }[]): boolean {
  return new Set(things.map(({ item }) => item)).size === things.length;
}

/** What the customer gets instead of the partner's work. */
export const settlementKindSchema = z.enum(itemAllocations).exclude(['partner']);

/** What is entered to settle, beside the items. */
export const enteredSchema = z.strictObject({
  deductible: minorUnits,
  ageDeductions: z
    .array(z.strictObject({ ...ofItem, percent }))
    .max(mostAtOnce)
    .refine(itemsOnce, 'It names each item once.')
    .readonly(),
  hours: z
    .array(z.strictObject({ ...ofItem, hours }))
    .max(mostAtOnce)
    .refine(itemsOnce, 'It names each item once.')
    .readonly(),
  agreed: z.boolean(),
  consent: z.boolean(),
});

/** Work items that go to the customer, as they were seen, with what is paid for them. */
export const settleItemsSchema = z.strictObject({
  kind: settlementKindSchema,
  items: z
    .array(z.strictObject({ id: madeIdSchema, revision: madeIdSchema }))
    .min(1)
    .max(mostAtOnce)
    .refine(namedOnce, 'It names each item once.'),
  entered: enteredSchema,
  // Nothing is left to pay where the deductible takes it all.
  result: z.strictObject({ amount: minorUnits, currency: currencySchema }),
});

const settlement = { settlement: madeIdSchema, revision: madeIdSchema };

/** What a provisional settlement adds is bound. */
export const bindSettlementSchema = z.strictObject({ ...settlement, money: moneySchema });

/** Items of a settlement that go back to the partner. */
export const returnItemsSchema = z.strictObject({
  ...settlement,
  items: z
    .array(madeIdSchema)
    .min(1)
    .max(mostAtOnce)
    .refine((items) => new Set(items).size === items.length, 'It names each item once.'),
  reason: optionalText,
});

/** What the customer answered. */
export const customerAnswerSchema = z.strictObject({
  ...settlement,
  answer: z.enum(customerAnswers),
  note: optionalText,
});
