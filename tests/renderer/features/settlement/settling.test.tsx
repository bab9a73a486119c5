import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Case } from '../../../../shared/domain/case/case.ts';
import type { Right } from '../../../../shared/domain/rights/rights.ts';
import { usualSettlementRules, type SettlementRules } from '../../../../shared/domain/settlement/settlement-rules.ts';
import { aContent, aStanding, someSettings } from '../../../support/builders.ts';
import { plain, showCase } from '../../../support/renderer/show-case.ts';
import { aSettler, planned } from '../../../support/settlements.ts';

const all = ['cash.allTasks', 'cash.beforeApproval', 'ownwork.beforeApproval', 'budget.approve'] as const;

interface Start {
  readonly rights?: readonly Right[];
  readonly limit?: number;
  readonly rules?: SettlementRules;
  readonly change?: Partial<Case>;
}

/** A plan of an approved floor of 100.00 and a wall of 200.00 that never was. */
async function openPlan({ rights = all, limit = 100_000, rules, change = {} }: Start = {}) {
  const subject = planned(
    [
      { state: 'approved', amount: 10_000, change: { text: 'Dry the floor' } },
      { state: 'draft', amount: 20_000, change: { text: 'Paint the wall', trade: 'Painting' } },
    ],
    change,
  );
  const standing = aSettler(rights, limit, rules);
  const shown = await showCase({ tab: 'work-plan', content: aContent(subject), standing });
  await screen.findByRole('toolbar');
  const button = (name: string) => screen.getByRole('button', { name });
  return { ...shown, button, issued: () => shown.living.workplace.done.issued };
}

const dialog = async () => within(await screen.findByRole('dialog'));

async function stepsIn(sheet: HTMLElement) {
  const rows = within(sheet).getAllByRole('row').slice(1);
  return rows.map((row) => [...row.children].map((cell) => plain(cell.textContent)).join(' | '));
}

test(
  'what is approved goes as a cash offer, worked out step by step, and is binding',
  { timeout: 60_000 },
  async () => {
    const { user, button, issued } = await openPlan();
    await user.click(button('Assign as cash offer…'));
    const shown = await dialog();
    await user.click(shown.getByRole('combobox', { name: 'What goes to the customer' }));
    await user.click(await screen.findByRole('option', { name: 'Everything that is approved (1)' }));
    fireEvent.change(shown.getByLabelText('Deductible'), { target: { value: '30' } });
    fireEvent.change(shown.getByLabelText('Age deduction: Dry the floor'), { target: { value: '10' } });
    expect(await stepsIn(shown.getByRole('table', { name: 'Settlement sheet' }))).toEqual([
      'Items | – | €100.00 | ',
      'Rates | – | €100.00 | 100% of the price · portal setting',
      'Age deduction | -€10.00 | €90.00 | 10% off one item · entered by Carla Maki',
      'Deductible | -€30.00 | €60.00 | Deductible €30.00 · entered by Carla Maki',
      'VAT | – | €60.00 | 25.5% is paid once a receipt shows it · portal setting',
      'Caps | – | €60.00 | ',
      'The customer is paid | – | €60.00 | ',
    ]);
    expect(shown.getByText(/^VAT of €15.30 is paid beside it/)).toBeTruthy();
    expect(shown.queryByText(/^Provisional:/)).toBeNull();
    await user.click(shown.getByRole('button', { name: 'Assign 1 item as cash offer' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(issued()).toMatchObject([
      {
        name: 'settle-items',
        input: {
          kind: 'cashOffer',
          items: [{ id: 'item-0', revision: 'revision-of-item-0' }],
          entered: { deductible: 3000, ageDeductions: [{ item: 'item-0', percent: 1000 }], hours: [] },
          result: { amount: 6000, currency: 'EUR' },
        },
      },
    ]);
    expect(screen.getByText('Cash offer')).toBeTruthy();
    expect(screen.queryByText('Provisional')).toBeNull();
  },
);

test(
  'what is not approved is provisional: said with the limit before, and marked in the plan',
  { timeout: 60_000 },
  async () => {
    const { user, button } = await openPlan({ limit: 15_000 });
    await user.click(button('Assign as cash offer…'));
    const shown = await dialog();
    await user.click(shown.getByRole('combobox', { name: 'What goes to the customer' }));
    await user.click(await screen.findByRole('option', { name: 'Everything (2)' }));
    expect(shown.getByText(/^Provisional: it binds €200.00 more than was approved/)).toBeTruthy();
    expect(shown.getByText('Above your limit by €50.00')).toBeTruthy();
    await user.click(shown.getByRole('button', { name: 'Assign 2 items as cash offer' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getAllByText('Cash offer')).toHaveLength(2);
    expect(screen.getAllByText('Provisional')).toHaveLength(2);
  },
);

test(
  'own work is paid by the hour, the agreement is said, and every blocker is named and left out',
  { timeout: 60_000 },
  async () => {
    const rules = {
      ...usualSettlementRules,
      ownWork: { ...usualSettlementRules.ownWork, excludedTrades: ['Painting'] },
    };
    const { user, button, issued } = await openPlan({ rules });
    await user.click(button("Customer's own work…"));
    const shown = await dialog();
    await user.click(shown.getByRole('combobox', { name: 'What goes to the customer' }));
    await user.click(await screen.findByRole('option', { name: 'Everything (2)' }));
    const blocked = () => shown.queryAllByRole('listitem').map(({ textContent }) => textContent);
    expect(blocked()).toEqual([
      'Dry the floor: the hours that it takes are missing',
      'Paint the wall: the insurer does not let customers do this trade themselves',
    ]);
    fireEvent.change(shown.getByLabelText('Hours: Dry the floor'), { target: { value: '2,5' } });
    expect(blocked()).toEqual(['Paint the wall: the insurer does not let customers do this trade themselves']);
    await user.click(shown.getByRole('button', { name: 'Leave it out' }));
    expect(blocked()).toEqual([]);
    const deed = shown.getByRole('button', { name: 'Leave 1 item to the customer' });
    await user.click(deed);
    expect((await shown.findByRole('alert')).textContent).toBe('Say first that it is agreed with the customer.');
    await user.click(shown.getByRole('checkbox', { name: 'Hours and rate are agreed with the customer' }));
    await user.click(deed);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(issued()).toMatchObject([
      {
        input: {
          kind: 'customerOwnWork',
          entered: { hours: [{ item: 'item-0', hours: 25_000 }], agreed: true },
          result: { amount: 3750, currency: 'EUR' },
        },
      },
    ]);
    expect(screen.getByText('Own work')).toBeTruthy();
  },
);

test.each([
  [[], 'Assign as cash offer…', /^Making cash offers is not among the rights/],
  [['cash.beforeApproval'], 'Assign as cash offer…', /^Making cash offers is not among the rights/],
  [
    ['budget.approve'],
    "Customer's own work…",
    /^Allocating work items to the customer's own work before approval is not/,
  ],
] as const)('with %j the control "%s" is there and names the right', { timeout: 60_000 }, async (rights, name, why) => {
  const { user, button } = await openPlan({ rights });
  const control = button(name);
  expect(control.getAttribute('aria-disabled')).toBe('true');
  const described = document.querySelector(`[id="${control.getAttribute('aria-describedby') ?? ''}"]`);
  expect(described?.textContent).toMatch(why);
  await user.click(control);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test(
  'with right 5 alone what is not approved is refused by the name of right 6, and what is approved goes',
  { timeout: 60_000 },
  async () => {
    const refused = /^Making cash offers before the budget is approved is not among the rights/;
    const { user, button } = await openPlan({ rights: ['cash.allTasks'] });
    await user.click(button('Assign as cash offer…'));
    const shown = await dialog();
    await user.click(shown.getByRole('combobox', { name: 'What goes to the customer' }));
    await user.click(await screen.findByRole('option', { name: 'Everything (2)' }));
    expect(shown.getByText(refused)).toBeTruthy();
    await user.click(shown.getByRole('combobox', { name: 'What goes to the customer' }));
    await user.click(await screen.findByRole('option', { name: 'Everything that is approved (1)' }));
    expect(shown.queryByText(refused)).toBeNull();
  },
);

test(
  'a partner sees what went to the customer greyed out, with the reason, and no settlement',
  { timeout: 60_000 },
  async () => {
    const subject = planned([
      { state: 'approved', amount: 10_000, change: { text: 'Dry the floor', allocation: 'cashOffer' } },
    ]);
    const standing = aStanding({ settings: someSettings({ workPlans: true }) });
    const { user } = await showCase({ tab: 'work-plan', content: aContent(subject), standing });
    await screen.findByRole('toolbar');
    expect(screen.getByText('Cash offer')).toBeTruthy();
    expect(screen.queryByRole('tab', { name: /^Settlements/ })).toBeNull();
    await user.click(screen.getByText('Dry the floor'));
    await user.keyboard('5');
    expect(screen.getByText("It is no longer the partner's.")).toBeTruthy();
  },
);

test('where no work plans are used there is no way to the customer', { timeout: 60_000 }, async () => {
  await showCase({ content: aContent(planned([{}])), standing: aStanding() });
  expect(screen.queryByRole('tab', { name: /^Work plan/ })).toBeNull();
  expect(screen.queryByRole('tab', { name: /^Settlements/ })).toBeNull();
  expect(screen.queryByText('Assign as cash offer…')).toBeNull();
});
