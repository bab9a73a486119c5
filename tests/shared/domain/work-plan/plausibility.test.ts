import { describe, expect, test } from 'vitest';
import { plausibilityHints, type PriceOfCode } from '../../../../shared/domain/work-plan/plausibility.ts';
import type { Room, WorkItem, WorkItemValue } from '../../../../shared/domain/work-plan/work-plan.ts';
import { aCase, aTask } from '../../../support/builders.ts';
import { aPlan, aRoom } from '../../../support/work-plan.ts';

const noPrices: PriceOfCode = () => null;
/** 4.2 by 2.6 metres, 2.5 high: the floor has 10.92 m², the walls 34 m². */
const measured = { length: 42_000, width: 26_000, height: 25_000 };

function hintsOf(
  items: readonly Partial<WorkItem>[],
  more: { readonly room?: Partial<Room>; readonly values?: readonly Partial<WorkItemValue>[] } = {},
  priceOf = noPrices,
) {
  const plan = aPlan(items, more.values);
  const subject = aCase({ tasks: [aTask()], rooms: [aRoom(more.room ?? measured)], ...plan });
  const ids = (plan.workItems ?? []).map(({ id }) => id);
  return Object.fromEntries(plausibilityHints(subject, ids, priceOf));
}

describe('the quantity above the room', () => {
  const inKitchen = (amountOf: number, unit = 'm²') => [{ room: 'kitchen', unit, amountOf }];

  test.each([
    ['as much as the walls', 340_000, measured, undefined],
    ['more than the walls', 340_001, measured, { floor: 109_200, walls: 340_000 }],
    ['as much as the floor, of a room of unknown height', 109_200, { ...measured, height: 0 }, undefined],
    ['nothing is known of the room', 9_000_000, { length: 42_000 }, undefined],
  ])('%s', (_, amountOf, room, measures) => {
    const { height, ...flat } = { height: 0, ...room };
    const hints = hintsOf(inKitchen(amountOf), { room: height === 0 ? flat : { ...flat, height } });
    expect(hints).toEqual(measures ? { 'item-0': [{ hint: 'above-area', ...measures }] } : {});
  });

  test('without a height the floor alone is compared', () => {
    const { length, width } = measured;
    const hints = hintsOf(inKitchen(109_201), { room: { length, width } });
    expect(hints).toEqual({ 'item-0': [{ hint: 'above-area', floor: 109_200, walls: null }] });
  });

  test('square metres are known by each of their spellings, and nothing else is compared', () => {
    for (const unit of ['m2', 'M²', ' kvm ', 'sqm', 'qm', 'm^2'])
      expect(Object.keys(hintsOf(inKitchen(400_000, unit)))).toEqual(['item-0']);
    for (const unit of ['m', 'h', 'm³', '']) expect(hintsOf(inKitchen(400_000, unit))).toEqual({});
  });

  test('what is in no room is compared with none', () => {
    expect(hintsOf([{ room: null, amountOf: 9_000_000 }])).toEqual({});
  });
});

describe('the price above the list', () => {
  const listed =
    (unitPrice: number): PriceOfCode =>
    (code) =>
      code === 'DR-10'
        ? {
            list: {
              id: 'list-1',
              mark: 1,
              name: 'Prices',
              validFrom: '2026-01-01',
              validUntil: null,
              currency: 'EUR',
              count: 1,
              items: [],
            },
            item: { code, text: 'Dry', unit: 'm²', trade: 'Drying', unitPrice },
          }
        : null;

  test('a cent more is told, the same price is not', () => {
    expect(hintsOf([{}], { values: [{ unitPrice: 10_000 }] }, listed(9_999))).toEqual({
      'item-0': [{ hint: 'above-price', unitPrice: 9_999, list: 'Prices' }],
    });
    expect(hintsOf([{}], { values: [{ unitPrice: 10_000 }] }, listed(10_000))).toEqual({});
  });

  test('written by hand, by another code, or without a price that is known, it is compared with none', () => {
    expect(hintsOf([{ code: null }, { code: 'XX-1' }], {}, listed(1))).toEqual({});
    expect(hintsOf([{}], { values: [{ company: 'another' }] }, listed(1))).toEqual({});
  });
});

describe('the same work twice in a room', () => {
  const room = { room: 'kitchen', unit: 'h' };

  test('the later one is told of the first, by code, or by its words where it has none', () => {
    expect(hintsOf([room, { ...room, text: 'Again' }])).toEqual({
      'item-1': [{ hint: 'twice-in-room', item: 'item-0' }],
    });
    const byHand = { ...room, code: null };
    expect(
      hintsOf([
        { ...byHand, text: 'Paint' },
        { ...byHand, text: ' paint ' },
        { ...byHand, text: 'Sand' },
      ]),
    ).toEqual({
      'item-1': [{ hint: 'twice-in-room', item: 'item-0' }],
    });
  });

  test('what the partner did without counts no more, and in another room it is other work', () => {
    expect(hintsOf([{ ...room, state: 'rejected', accepted: true }, room])).toEqual({});
    expect(hintsOf([room, { ...room, room: null }, { ...room, room: null }])).toEqual({});
  });
});
