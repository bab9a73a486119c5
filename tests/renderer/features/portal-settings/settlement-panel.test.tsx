import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SettingsEntry } from '../../../../shared/contract/settings-log.ts';
import { usualSettlementRules, type SettlementRules } from '../../../../shared/domain/settlement/settlement-rules.ts';
import { anInsurer, monday, someSettings, type aStanding } from '../../../support/builders.ts';
import { aCommand, anOutboxItem, aPortalState } from '../../../support/renderer/in-memory-workplace.ts';
import { plain } from '../../../support/renderer/show-case.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

let log: readonly SettingsEntry[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(monday) });
  log = [];
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.includes('/settings-log/')) return Response.json(log);
    throw new TypeError('not reached');
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const senior = (settlement?: SettlementRules) =>
  anInsurer({ level: 5, settings: someSettings({ workPlans: true, settlement }) });

async function show(standing: ReturnType<typeof aStanding>, more: object = {}) {
  const shown = await showPage('/admin/portal', { state: { portals: [aPortalState({ standing })] }, ...more });
  await shown.user.click(screen.getByRole('tab', { name: 'Settlements with the customer' }));
  return { ...shown, panel: within(screen.getByRole('tabpanel', { name: 'Settlements with the customer' })) };
}

const revision = { command: '0199aaaa-0000-7000-8000-00000000000a', decidedAt: monday };
const change = { name: 'Change how it is settled…' } as const;
const save = { name: 'Save changes…' } as const;

test('what counts before anything was set is said to be ours', async () => {
  const { panel } = await show(senior());
  expect(panel.getByText("These are Partner Desk's own; set your own.")).toBeTruthy();
  const cash = within(panel.getByRole('region', { name: 'Cash offer' }));
  expect(cash.getByText('100%')).toBeTruthy();
  expect(cash.getByText('Paid once a receipt shows it')).toBeTruthy();
  const own = within(panel.getByRole('region', { name: "Customer's own work" }));
  expect(own.getByText('€15.00')).toBeTruthy();
  expect(panel.getByText('25.5%')).toBeTruthy();
});

test('every rule is set, looked at once more with what was before, and sent as a whole', async () => {
  const { user, workplace, panel } = await show(senior({ ...usualSettlementRules, revision }));
  expect(panel.queryByText(/Partner Desk's own/)).toBeNull();
  await user.click(panel.getByRole('button', change));
  // Finding by role takes long in a form of this size.
  const type = (name: string, text: string) =>
    fireEvent.change(panel.getByLabelText(name), { target: { value: text } });
  type('Paid of the price (%)', '90,5');
  await user.click(panel.getByRole('radio', { name: 'Not paid' }));
  type('Most in a trade (EUR)', '4,000');
  type('Most in all (EUR)', '8000');
  type('All trips together (EUR)', '75.50');
  await user.click(panel.getByRole('switch', { name: /^Consent of others/ }));
  type('Usual rate per hour (EUR)', '12');
  await user.click(panel.getByRole('button', { name: 'Add a rate of a trade' }));
  expect(panel.getByText('Name the trade.')).toBeTruthy();
  type('Trade 1', 'Cleaning');
  type('Rate per hour 1 (EUR)', '10');
  type("Hours that count, of a craftsman's (%)", '125');
  type('Without hours, of the price (%)', '40');
  await user.click(panel.getByRole('switch', { name: /^Hours and rate are agreed/ }));
  await user.type(panel.getByLabelText('Trades left out', { selector: 'input' }), 'Electrical{Enter}');
  type('VAT (%)', '24');
  await user.click(panel.getByRole('button', save));
  const dialog = within(await screen.findByRole('dialog'));
  const lines = dialog.getAllByRole('listitem').map(({ textContent }) => plain(textContent));
  expect(lines).toEqual([
    'cash offer · Paid of the price: 100% before, 90.5% now',
    'cash offer · VAT of a cash offer: Paid once a receipt shows it before, Not paid now',
    'cash offer · Most in a trade: no cap before, €4,000.00 now',
    'cash offer · Most in all: no cap before, €8,000.00 now',
    'cash offer · Consent of others: not needed before, needed now',
    'cash offer · All trips together: each as it was calculated before, €75.50 now',
    'own work · Usual rate per hour: €15.00 before, €12.00 now',
    "own work · Hours that count: 100% of a craftsman's before, 125% of a craftsman's now",
    'own work · Without hours, of the price: nothing: hours are needed before, 40% now',
    'own work · Agreed with the customer before: needed before, not needed now',
    'own work · Trades left out: none before, Electrical now',
    'own work · Rate per hour: Cleaning: none before, €10.00 now',
    'VAT: 25.5% before, 24% now',
  ]);
  await user.click(dialog.getByRole('button', { name: 'Save how it is settled' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(workplace.done.issued).toEqual([
    {
      portal: 'nordic-portal',
      name: 'change-settlement-rules',
      subject: { kind: 'portal', id: 'nordic-portal' },
      seen: revision.command,
      input: {
        cash: {
          percent: 9050,
          vat: 'excluded',
          capPerTrade: 400_000,
          capTotal: 800_000,
          consentNeeded: true,
          travelFlat: 7550,
        },
        ownWork: {
          ratePerHour: [{ trade: 'Cleaning', rate: 1000 }],
          usualRate: 1200,
          hoursFactor: 12_500,
          percentOfPrice: 4000,
          agreedBefore: false,
          excludedTrades: ['Electrical'],
        },
        vatPercent: 2400,
      },
    },
  ]);
});

test('what cannot be read is said at its field, and nothing is saved', async () => {
  const { user, panel } = await show(senior());
  await user.click(panel.getByRole('button', change));
  for (const [name, text, said] of [
    ['Paid of the price (%)', '101', 'Write it like 25.5%, up to 100%.'],
    ['Paid of the price (%)', '9,505', 'Write it like 25.5%, up to 100%.'],
    ["Hours that count, of a craftsman's (%)", '0', 'Write it like 25.5%, up to 1000%.'],
    ['Most in all (EUR)', '1.234', /This can mean/],
  ] as const) {
    fireEvent.change(panel.getByLabelText(name), { target: { value: text } });
    expect(panel.getAllByText(said)).not.toEqual([]);
  }
  expect(panel.getByRole('button', save).getAttribute('aria-disabled')).toBe('true');
});

test('what waits is shown as it will be; who may not set it is told whom to ask; the log has before and after', async () => {
  const input = { ...usualSettlementRules, vatPercent: 1400 };
  log = [
    {
      what: 'change-settlement-rules',
      by: 'Ellen Ward',
      at: monday,
      before: { settlement: null },
      after: { settlement: { ...usualSettlementRules, vatPercent: 2400, revision } },
    },
  ];
  const standing = anInsurer({ level: 1, settings: someSettings() });
  const outbox = [anOutboxItem({ command: aCommand({ name: 'change-settlement-rules', input }) })];
  const { panel } = await show(standing, { state: { portals: [aPortalState({ standing })], outbox } });
  expect(panel.getByText('14%')).toBeTruthy();
  expect(panel.getByText(/Waiting for the portal since/)).toBeTruthy();
  expect(panel.getByText(/does not use work plans/)).toBeTruthy();
  expect(panel.getByRole('button', change).getAttribute('aria-disabled')).toBe('true');
  expect(await screen.findByText('VAT: 25.5% before, 24% now')).toBeTruthy();
});
