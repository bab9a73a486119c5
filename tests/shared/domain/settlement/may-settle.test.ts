import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../../shared/domain/decision.ts';
import type { Case } from '../../../../shared/domain/case/case.ts';
import type { Right } from '../../../../shared/domain/rights/rights.ts';
import type { SettlementKind } from '../../../../shared/domain/settlement/settlement.ts';
import { workItemStates, type WorkItemState } from '../../../../shared/domain/work-plan/work-plan.ts';
import { anInsurer, aStanding } from '../../../support/builders.ts';
import {
  aSettledItem,
  aSettlement,
  aSettler,
  decidedOn,
  entered,
  onLast,
  planned,
  settling,
  settlingPortal,
} from '../../../support/settlements.ts';

/*
 * The table of domain.md §7.1, cell by cell, for every set of the three rights: which of them is asked for. Written out
 * apart from the code: "5 and 6", "5 or 15".
 */

const [five, six, fifteen] = ['cash.allTasks', 'cash.beforeApproval', 'ownwork.beforeApproval'] as const;
const sets: readonly (readonly Right[])[] = [
  [],
  [five],
  [six],
  [fifteen],
  [five, six],
  [five, fifteen],
  [six, fifteen],
  [five, six, fifteen],
];

/** The right that is named as missing; null where it is allowed. */
function expected(kind: SettlementKind, state: WorkItemState, rights: readonly Right[]): Right | null {
  const approved = state === 'approved';
  if (kind === 'cashOffer') {
    if (!rights.includes(five)) return five;
    return approved || rights.includes(six) ? null : six;
  }
  if (rights.includes(fifteen)) return null;
  return approved && rights.includes(five) ? null : fifteen;
}

const missing = (decision: Decision<Case>): string | null =>
  decision.kind !== 'refused'
    ? null
    : decision.refusal.code === 'right-missing'
      ? decision.refusal.right
      : decision.refusal.code;

const hoursOf = entered({ hours: [{ item: 'item-0', hours: 10_000 }] });

describe.each(['cashOffer', 'customerOwnWork'] as const)('%s', (kind) => {
  describe.each(workItemStates)('of an item that is %s', (state) => {
    test.each(sets.map((rights) => ({ rights })))('with $rights', ({ rights }) => {
      const subject = planned([{ state }]);
      const standing = aSettler(rights);
      const command = settling(subject, standing, kind, undefined, hoursOf);
      expect(missing(decidedOn(subject, standing, command))).toBe(expected(kind, state, rights));
      const back = { ...subject, settlements: [aSettlement({ kind, items: [aSettledItem({ item: 'item-0' })] })] };
      // Back by the right as it was used: of what is at the customer nothing waits for approval.
      const returned = { name: 'return-items', input: { ...onLast(back), items: ['item-0'], reason: '' } } as const;
      const answer = {
        name: 'record-customer-answer',
        input: { ...onLast(back), answer: 'question', note: '' },
      } as const;
      expect(missing(decidedOn(back, standing, returned))).toBe(expected(kind, 'approved', rights));
      expect(missing(decidedOn(back, standing, answer))).toBe(expected(kind, 'approved', rights));
    });
  });

  test('the insurer may all of it; who works in the case without a role may nothing', () => {
    const settings = settlingPortal([five, six, fifteen]);
    for (const state of workItemStates) {
      const subject = planned([{ state }]);
      const insurer = anInsurer({ settings });
      expect(missing(decidedOn(subject, insurer, settling(subject, insurer, kind, undefined, hoursOf)))).toBeNull();
      const partner = aStanding({ settings });
      expect(missing(decidedOn(subject, partner, settling(subject, partner, kind, undefined, hoursOf)))).toBe(
        'no-role-in-case',
      );
    }
  });
});

test('one item that is not approved asks for the right of all of them: nothing of the selection is given', () => {
  const subject = planned([{ state: 'approved' }, { state: 'draft' }]);
  const standing = aSettler([five]);
  expect(missing(decidedOn(subject, standing, settling(subject, standing, 'cashOffer')))).toBe(six);
  expect(missing(decidedOn(subject, standing, settling(subject, standing, 'cashOffer', ['item-0'])))).toBeNull();
});

test('in a portal without work plans the three rights are inert, whoever has them', () => {
  const subject = planned([{ state: 'approved' }], { settlements: [aSettlement()] });
  const standing = aSettler([five, six, fifteen]);
  const off = { ...standing, settings: { ...standing.settings, workPlans: false } };
  const refused = { kind: 'refused', refusal: { code: 'feature-off', feature: 'work-plans' } };
  expect(decidedOn(subject, off, settling(subject, off, 'cashOffer'))).toMatchObject(refused);
  expect(
    decidedOn(subject, off, { name: 'return-items', input: { ...onLast(subject), items: ['floor'], reason: '' } }),
  ).toMatchObject(refused);
});

describe('asked for by who may not', () => {
  const asking = (subject: Case, rights: readonly Right[], settling: SettlementKind) => {
    const decision = decidedOn(subject, aSettler(rights), {
      name: 'ask-for',
      input: { wanted: 'settle-items', settling, code: 'right-missing', note: '' },
    });
    return decision.kind === 'decided' ? decision.after.asks?.map(({ lacks }) => lacks.right) : missing(decision);
  };

  test('is the right that the state of the items wants', () => {
    const draft = planned([{ state: 'approved' }, {}]);
    expect(asking(draft, [], 'cashOffer')).toEqual([five]);
    expect(asking(draft, [five], 'cashOffer')).toEqual([six]);
    expect(asking(draft, [five], 'customerOwnWork')).toEqual([fifteen]);
    expect(asking(planned([{ state: 'approved' }]), [five], 'cashOffer')).toBe('allowed-by-now');
  });
});
