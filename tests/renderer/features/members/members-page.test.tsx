import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useInsurerFilter } from '../../../../renderer/bindings/insurer-filter.ts';
import type { Standing } from '../../../../shared/domain/member/standing.ts';
import type { MemberEntry } from '../../../../shared/domain/office/directory.ts';
import { aDirectory, aMember, anInsurer, anna, anOffice, aStanding, carla, monday } from '../../../support/builders.ts';
import {
  aCommand,
  anOutboxItem,
  aPortalState,
  type WorkplaceStart,
} from '../../../support/renderer/in-memory-workplace.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';
import { aRow, aRowBudget, aRowRole, factsOf } from '../../../support/rows.ts';

const revision = { command: '0199aaaa-0000-7000-8000-00000000000a', decidedAt: monday };
const bertil = aMember({
  id: 'bertil',
  name: 'Bertil Lind',
  email: 'bertil@nordic.example',
  company: 'nordic',
  office: null,
  level: 5,
  marked: false,
});
const people: readonly MemberEntry[] = [
  aMember({ name: 'Carla Mäki', markRevision: revision }),
  aMember({ id: 'dan', name: 'Dan Öberg', email: 'dan@arvio.example', marked: false, away: { deputy: 'carla' } }),
  aMember({ id: 'frans', name: 'Frans Niemi', email: 'frans@arvio.example', marked: false, active: false }),
  aMember({
    id: anna.member,
    name: anna.name,
    email: 'anna@x.example',
    company: 'kuivaus',
    office: 'kuopio',
    marked: false,
  }),
  bertil,
];
const offices = [anOffice({ marked: 2 }), anOffice({ id: 'kuopio', company: 'kuivaus', name: 'Kuivaus Kuopio' })];
const held = (id: string, amount: number) =>
  factsOf(aRow({ id, role: aRowRole({ user: carla }), budgets: [aRowBudget({ amount })] }), { standing: anInsurer() });
const rows = [held('case-1', 420_000), held('case-2', 90_000)];

const show = (standing: Standing, start: WorkplaceStart['state'] = {}, members = people) =>
  showPage('/admin/members', {
    state: { portals: [aPortalState({ standing, directory: aDirectory({ members, offices }) })], rows, ...start },
  });
type Shown = Awaited<ReturnType<typeof show>>;

async function edit({ user }: Pick<Shown, 'user'>, name: string) {
  await user.click(await screen.findByRole('button', { name: `Edit ${name}` }));
  return within(await screen.findByRole('dialog', { name: `Edit ${name}` }));
}

const listed = () =>
  screen.getAllByRole('button', { name: /^Edit / }).map((button) => button.getAttribute('aria-label')?.slice(5));

let log: unknown = [];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(monday) });
  log = [];
  vi.stubGlobal('fetch', async (path: string) =>
    path.includes('/settings-log/nordic-portal?kind=member') ? Response.json(log) : new Response('', { status: 404 }),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  useInsurerFilter.setState({ portal: null });
});

describe('the list', () => {
  test('says of each by name what he or she may, and finds by folded words, company and mark', async () => {
    const { user } = await show(anInsurer());
    expect(listed()).toEqual(['Anna Korhonen', 'Bertil Lind', 'Carla Mäki', 'Dan Öberg', 'Frans Niemi']);
    const rowOf = (name: RegExp) => screen.getByRole('row', { name }).textContent;
    expect(rowOf(/^Carla/)).toContain('Arvio Oy Arvio Kuopio');
    expect(rowOf(/^Carla/)).toContain('up to €5,000.00 default');
    expect(rowOf(/Dan/)).toContain('Away: Carla Mäki');
    expect(rowOf(/Frans/)).toContain('Inactive');
    expect(rowOf(/Bertil/)).toContain('Level 5 Senior');
    await user.type(screen.getByRole('searchbox', { name: 'Find members' }), 'oberg kuopio');
    await waitFor(() => expect(listed()).toEqual(['Dan Öberg']));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Marked only' }));
    await waitFor(() => expect(listed()).toEqual(['Carla Mäki']));
    await user.click(screen.getByRole('combobox', { name: 'Company' }));
    await user.click(await screen.findByRole('option', { name: 'Kuivaus Oy' }));
    await user.click(await screen.findByRole('button', { name: 'Show everybody: 5 members' }));
    await waitFor(() => expect(listed()).toHaveLength(5));
  });

  test('is one tab stop: arrows move, Enter opens, Esc leads back', async () => {
    const { user } = await show(anInsurer());
    await user.click(screen.getByRole('searchbox'));
    await user.keyboard('{ArrowDown}{ArrowDown}{End}{ArrowUp}');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Edit Dan Öberg'));
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: 'Edit Dan Öberg' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Edit Dan Öberg'));
  });

  test('has a person once for each portal, under its name; the insurer filter leaves one', async () => {
    const southern = anInsurer({ portal: 'southern-portal', portalName: 'Southern Insurance' });
    const directory = aDirectory({ members: people.slice(0, 1) });
    await show(anInsurer(), {
      portals: [
        aPortalState({ standing: anInsurer(), directory }),
        aPortalState({ portal: 'southern-portal', standing: southern, directory }),
        // Below level 4 a partner's people look after nobody.
        aPortalState({ portal: 'third-portal', standing: aStanding({ level: 3 }), directory }),
      ],
    });
    expect(listed()).toEqual(['Carla Mäki', 'Carla Mäki']);
    expect(screen.getByRole('row', { name: /Southern Insurance · 1 member/ })).toBeTruthy();
    useInsurerFilter.setState({ portal: 'southern-portal' });
    await waitFor(() => expect(listed()).toEqual(['Carla Mäki']));
  });

  test('paints of twenty thousand only what is in sight', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => aMember({ id: `m-${index}`, name: `Member ${index}` }));
    await show(anInsurer(), {}, many);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('20001');
    expect(listed().length).toBeLessThan(60);
  });

  test('is in the navigation of who looks after members, and of nobody else', async () => {
    await show(aStanding({ level: 3 }));
    expect(screen.getByText(/Members are looked after by others/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Members' })).toBeNull();
  });
});

describe('editing', () => {
  const saved = { portal: 'nordic-portal', subject: { kind: 'member', id: 'carla' } } as const;

  test('sends only what differs, each on what was seen, after its effect was told', async () => {
    const shown = await show(anInsurer());
    const dialog = await edit(shown, 'Carla Mäki');
    expect(dialog.getByRole<HTMLInputElement>('radio', { name: 'Default limit (€5,000.00)' }).checked).toBe(true);
    await shown.user.click(dialog.getByRole('radio', { name: 'Other value' }));
    const amount = dialog.getByRole('textbox', { name: 'Limit in EUR' });
    await shown.user.type(amount, '2500');
    expect(dialog.getByRole('status').textContent).toContain('the default limit before, €2,500.00 now');
    expect(dialog.getByRole('status').textContent).toContain('1 waiting budget lies above the new limit of €2,500.00');
    await shown.user.click(dialog.getByRole('checkbox', { name: 'Drying' }));
    await shown.user.click(amount);
    await shown.user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const limit = { kind: 'other', amount: 250_000 };
    expect(shown.workplace.done.issued).toEqual([
      { ...saved, name: 'mark-member', input: { marked: true, limit }, seen: revision.command },
      { ...saved, name: 'change-member', input: { certified: ['inspection', 'drying'] }, seen: 'carla' },
    ]);
  });

  test('the mark is taken only after the roles it ends were named on the button; Esc takes the question back', async () => {
    const shown = await show(anInsurer());
    const dialog = await edit(shown, 'Carla Mäki');
    await shown.user.click(dialog.getByRole('checkbox', { name: 'External case handler' }));
    expect(dialog.getByRole('status').textContent).toContain(
      'Ends the role in 2 cases, which go back to their office.',
    );
    await shown.user.click(dialog.getByRole('button', { name: 'Save changes' }));
    await shown.user.keyboard('{Escape}');
    expect(shown.workplace.done.issued).toEqual([]);
    await shown.user.click(dialog.getByRole('button', { name: 'Save changes' }));
    await shown.user.click(dialog.getByRole('button', { name: 'End the role in 2 cases' }));
    const input = { marked: false, limit: { kind: 'default' } };
    await waitFor(() => expect(shown.workplace.done.issued).toMatchObject([{ name: 'mark-member', input }]));
  });

  test('says where nothing depends on it, where it is not known, and what is missing at its field', async () => {
    const shown = await show(anInsurer(), { rows: [] });
    const dialog = await edit(shown, 'Carla Mäki');
    await shown.user.click(dialog.getByRole('checkbox', { name: 'May see and enter budgets' }));
    expect(dialog.getByRole('status').textContent).toContain('No role, waiting budget, task, deputy or office');
    shown.workplace.setState({
      portals: [
        aPortalState({ standing: anInsurer(), directory: aDirectory({ members: people, offices }), asOf: null }),
      ],
    });
    await shown.user.click(dialog.getByRole('checkbox', { name: 'Active' }));
    await waitFor(() => expect(dialog.getByRole('status').textContent).toContain('have not come yet'));
    expect(dialog.getByRole('status').textContent).toContain('Carla Mäki is the deputy of Dan Öberg');
    await shown.user.click(dialog.getByRole('radio', { name: 'Other value' }));
    await shown.user.click(dialog.getByRole('checkbox', { name: 'Away' }));
    await shown.user.click(dialog.getByRole('button', { name: 'Save changes' }));
    expect(dialog.getByText('Enter the limit.')).toBeTruthy();
    expect(dialog.getByText('Choose who gets the notices meanwhile.')).toBeTruthy();
    await shown.user.type(dialog.getByRole('textbox', { name: 'Limit in EUR' }), 'lots');
    expect(dialog.getByText(/Write it like/)).toBeTruthy();
    await shown.user.click(dialog.getByRole('combobox', { name: 'Deputy' }));
    // Neither herself, nor who is inactive, nor another company's people.
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Dan Öberg']);
    expect(shown.workplace.done.issued).toEqual([]);
  });

  test('a refusal keeps what was entered; what was changed meanwhile is not overwritten', async () => {
    const refusal = { code: 'stale', grantor: 'nobody', changedBy: 'Ellen Ward', changedAt: monday } as const;
    const { user, workplace } = await showPage('/admin/members', {
      state: {
        portals: [aPortalState({ standing: anInsurer(), directory: aDirectory({ members: people, offices }) })],
      },
      onIssue: () => ({ ok: false, kind: 'refused', refusal }),
    });
    const dialog = await edit({ user }, 'Carla Mäki');
    await user.click(dialog.getByRole('checkbox', { name: 'Drying' }));
    await user.click(dialog.getByRole('button', { name: 'Save changes' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('Ellen Ward');
    expect(dialog.getByRole<HTMLInputElement>('checkbox', { name: 'Drying' }).checked).toBe(true);
    const [first, ...others] = people;
    const changed = [...others, { ...aMember(first), termsRevision: revision, level: 3 as const }];
    workplace.setState({
      portals: [aPortalState({ standing: anInsurer(), directory: aDirectory({ members: changed, offices }) })],
    });
    const again = await dialog.findByRole('button', { name: 'Begin again with what is there now' });
    await user.click(dialog.getByRole('button', { name: 'Save changes' }));
    expect(workplace.done.issued).toHaveLength(1);
    await user.click(again);
    expect(dialog.getByRole<HTMLInputElement>('combobox', { name: 'Authority level' }).value).toBe(
      '3 · Office manager',
    );
  });

  test('while a change waits it looks waiting, and another one has to wait too', async () => {
    const command = aCommand({
      name: 'mark-member',
      subject: saved.subject,
      input: { marked: false, limit: { kind: 'default' } },
    });
    const shown = await show(anInsurer(), { outbox: [anOutboxItem({ command })] });
    expect(screen.getByRole('row', { name: /^Carla/ }).textContent).toContain('Waiting');
    const dialog = await edit(shown, 'Carla Mäki');
    expect(dialog.getByText(/Waiting for the portal since/)).toBeTruthy();
    await shown.user.click(dialog.getByRole('checkbox', { name: 'Drying' }));
    const save = dialog.getByRole('button', { name: 'Save changes' });
    expect(save.getAttribute('aria-disabled')).toBe('true');
    await shown.user.keyboard('{Control>}{Enter}{/Control}');
    expect(shown.workplace.done.issued).toEqual([]);
  });

  test('what one may not change is read with its reason', async () => {
    const disabled = (dialog: Awaited<ReturnType<typeof edit>>, name: string) =>
      dialog.getByRole<HTMLInputElement>('checkbox', { name }).disabled;
    const admin = await show(aStanding({ member: 'cora', company: 'arvio', companyName: 'Arvio Oy', level: 4 }));
    const theirs = await edit(admin, 'Carla Mäki');
    expect(theirs.getByText("Only the insurer's people can do this. Ask Nordic Mutual.")).toBeTruthy();
    expect(theirs.getByRole<HTMLInputElement>('radio', { name: /Default limit/ }).checked).toBe(true);
    expect([disabled(theirs, 'External case handler'), disabled(theirs, 'Active')]).toEqual([true, false]);
    await admin.user.click(theirs.getByRole('combobox', { name: 'Authority level' }));
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      '0 · No access',
      '1 · Own tasks',
      "2 · Company's cases",
      '3 · Office manager',
      '4 · Company admin',
    ]);
  });

  test('nobody changes the own mark, limit or level', async () => {
    const shown = await show(anInsurer());
    const dialog = await edit(shown, 'Bertil Lind');
    expect(dialog.getByText(/Nobody marks oneself for the role/)).toBeTruthy();
    expect(dialog.getByText(/Nobody changes the own authority level/)).toBeTruthy();
    expect(dialog.getByRole<HTMLInputElement>('checkbox', { name: 'External case handler' }).disabled).toBe(true);
    expect(dialog.getByRole<HTMLInputElement>('combobox', { name: 'Authority level' }).readOnly).toBe(true);
  });

  test('beside it stands who set what, from what and to what', async () => {
    log = [
      {
        what: 'mark-member',
        by: 'Ellen Ward',
        at: '2026-11-20T08:00:00.000Z',
        before: { marked: false, limit: { kind: 'default' } },
        after: { marked: true, limit: { kind: 'other', amount: 740_000 } },
      },
      {
        what: 'change-member',
        by: 'Bertil Lind',
        at: '2026-11-19T08:00:00.000Z',
        before: { level: 1, certified: ['drying'], away: null, active: true, budgetPermission: false },
        after: { level: 2, certified: ['inspection'], away: { deputy: 'dan' }, active: false, budgetPermission: true },
      },
    ];
    const dialog = await edit(await show(anInsurer()), 'Carla Mäki');
    const region = within(dialog.getByRole('region', { name: 'What was set when' }));
    const lines = (await region.findAllByRole('listitem')).map(({ textContent }) => textContent ?? '');
    expect(lines[0]).toContain('Ellen Ward');
    expect(lines).toEqual(
      expect.arrayContaining([
        'marked as External case handler',
        'approval limit: the default limit before, €7,400.00 now',
        "authority level: 1 · Own tasks before, 2 · Company's cases now",
        'certified for Inspection',
        'no longer certified for Drying',
        'may see and enter budgets',
        'no longer active',
        'away, Dan Öberg is the deputy',
      ]),
    );
  });
});
