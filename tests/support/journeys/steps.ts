import fc from 'fast-check';
import type { Cut } from './cable.ts';

/** One thing that happens; numbers pick among what there is at that moment. */
export type Step =
  | { readonly do: 'issue'; readonly app: number; readonly on: number; readonly what: number }
  | { readonly do: 'approve-several'; readonly app: number }
  | { readonly do: 'sync'; readonly app: number }
  | { readonly do: 'sync-together'; readonly app: number; readonly other: number }
  | { readonly do: 'issue-while-syncing'; readonly app: number; readonly on: number; readonly what: number }
  | { readonly do: 'cut'; readonly app: number; readonly at: number; readonly cut: Cut }
  | { readonly do: 'crash'; readonly app: number; readonly at: number; readonly cut: Cut }
  | {
      readonly do: 'crash-marking';
      readonly app: number;
      readonly at: number;
      readonly durable: boolean;
      readonly on: number;
      readonly what: number;
    }
  | { readonly do: 'wipe'; readonly app: number }
  | { readonly do: 'retry' | 'close-refusal'; readonly app: number; readonly pick: number }
  | {
      readonly do: 'discard';
      readonly app: number;
      readonly pick: number;
      readonly on: number;
      readonly sent: Cut | null;
    }
  | { readonly do: 'tidy'; readonly app: number }
  | { readonly do: 'clock'; readonly app: number; readonly hours: number }
  | { readonly do: 'lose-acknowledged'; readonly app: number; readonly on: number; readonly what: number }
  | { readonly do: 'same-id'; readonly app: number; readonly other: number; readonly on: number }
  | { readonly do: 'snapshot' | 'set-back' | 'work-in-the-background' }
  | { readonly do: 'level'; readonly member: number; readonly level: 0 | 1 | 2 | 3 | 4 }
  | { readonly do: 'mark'; readonly member: number; readonly marked: boolean }
  | { readonly do: 'budget-permission'; readonly member: number; readonly given: boolean }
  | { readonly do: 'right'; readonly given: boolean }
  | { readonly do: 'role'; readonly on: number; readonly how: 'give' | 'assign' | 'remove' }
  | {
      readonly do: 'lose-and-gain';
      readonly what: 'role' | 'level' | 'mark';
      readonly member: number;
      readonly on: number;
      readonly told: boolean;
    }
  | { readonly do: 'move'; readonly on: number; readonly to: 'kuivaus' | 'rival' | 'nobody' };

const small = fc.nat({ max: 5 });
const app = fc.nat({ max: 3 });
const pick = fc.nat({ max: 30 });
const at = fc.nat({ max: 9 });
const cut = fc.constantFrom<Cut>('before', 'after', 'halfway');
const partner = fc.nat({ max: 3 });
const yearOfHours = 365 * 24;

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('issue' as const), app, on: small, what: pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('approve-several' as const), app }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('sync' as const), app }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sync-together' as const), app, other: app }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('issue-while-syncing' as const), app, on: small, what: pick }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('cut' as const), app, at, cut }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('crash' as const), app, at, cut }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('crash-marking' as const),
      app,
      at: fc.nat({ max: 2 }),
      durable: fc.boolean(),
      on: small,
      what: pick,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wipe' as const), app }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('retry' as const, 'close-refusal' as const), app, pick }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('discard' as const),
      app,
      pick,
      on: small,
      sent: fc.option(cut, { freq: 1 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tidy' as const), app }) },
  // Never far ahead: what is done is forgotten after thirty days of the computer's own clock.
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      app,
      hours: fc.constantFrom(25, -25, -10 * yearOfHours),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lose-acknowledged' as const), app, on: small, what: pick }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('same-id' as const), app, other: app, on: small }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('snapshot' as const, 'set-back' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('work-in-the-background' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('level' as const),
      member: partner,
      level: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('mark' as const), member: partner, marked: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('budget-permission' as const), member: partner, given: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('right' as const), given: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('role' as const),
      on: small,
      how: fc.constantFrom('give' as const, 'assign' as const, 'remove' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('lose-and-gain' as const),
      what: fc.constantFrom('role' as const, 'level' as const, 'mark' as const),
      member: partner,
      on: small,
      told: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      on: small,
      to: fc.constantFrom('kuivaus' as const, 'rival' as const, 'nobody' as const),
    }),
  },
);

/** Who has which computer, in pages of how many cases, with a clock how many hours off; two may be the same person. */
export interface Plan {
  readonly apps: readonly { readonly member: string; readonly pageSize: number; readonly hoursOff: number }[];
  readonly steps: readonly Step[];
}

/** Histories of 2 to 4 computers. */
export const plans: fc.Arbitrary<Plan> = fc.record({
  apps: fc.array(
    fc.record({
      member: fc.constantFrom('anna', 'carla', 'bertil', 'aki', 'cora', 'anna', 'carla'),
      pageSize: fc.integer({ min: 1, max: 3 }),
      hoursOff: fc.constantFrom(0, 0, 0, -25, 25, 8 * yearOfHours),
    }),
    { minLength: 2, maxLength: 4 },
  ),
  steps: fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }),
});
