import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Report } from '../../../../shared/contract/reports.ts';
import { anInsurer, aStanding, monday } from '../../../support/builders.ts';
import { aPortalState } from '../../../support/renderer/in-memory-workplace.ts';
import { showPage } from '../../../support/renderer/show-page.tsx';

const insurer = { state: { portals: [aPortalState({ standing: anInsurer() })] } };

function aReport(change: Partial<Report> = {}): Report {
  return {
    id: 'report-1',
    from: '2026-01-01',
    to: '2026-11-23',
    state: 'open',
    askedAt: monday,
    askedBy: 'Bertil Lind',
    status: 'made',
    done: 12,
    total: 12,
    rows: 7,
    madeAt: monday,
    deletedAt: '2026-11-30T08:00:00.000Z',
    ...change,
  };
}

/** A portal server that keeps reports, and what was asked of it. */
function portalWith(...first: readonly Report[]) {
  const portal = { reports: [...first], asked: [] as string[], answer: null as Response | null, down: false };
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const asked = `${init.method ?? 'GET'} ${path.replace(/^\/portal\/[^/]+/, '')}`;
    if (asked === 'GET /reports/nordic-portal/report-1')
      return Response.json({
        headings: ['Case number', 'Budgets approved', 'External case handler (e-mail)'],
        rows: [
          [
            { kind: 'text', text: 'NM-1' },
            { kind: 'money', amount: 420_050, currency: 'EUR' },
            { kind: 'text', text: 'carla@arvio.example' },
          ],
        ],
        leftOut: 1,
      });
    if (portal.down) return new Response('', { status: 502 });
    if (asked === 'GET /reports/nordic-portal') return Response.json(portal.reports);
    portal.asked.push(`${asked} ${String(init.body ?? '')}`.trim());
    if (portal.answer) return portal.answer;
    if (asked.startsWith('POST')) return Response.json({ id: 'report-2' });
    if (asked.startsWith('DELETE')) return Response.json({ dropped: true });
    if (asked.includes('/file')) return new Response('bytes', { headers: { 'rows-left-out': '3' } });
    return new Response('', { status: 404 });
  });
  return portal;
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(monday) }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a report is asked for by period and state with the keyboard; how far it is is told until it is made', async () => {
  const portal = portalWith();
  const { user } = await showPage('/admin/reports', insurer);
  expect(screen.getByRole('link', { name: 'Reports' }).getAttribute('aria-current')).toBe('page');
  await screen.findByText(/^None yet/);
  const from = screen.getByLabelText('Created from');
  await user.clear(from);
  await user.type(from, '2026-12-01');
  expect(screen.getByText('The last day is before the first.', { selector: 'p' })).toBeTruthy();
  await user.type(from, '{Enter}');
  expect(portal.asked).toEqual([]);
  await user.clear(from);
  await user.type(from, '2026-02-01');
  portal.reports = [aReport({ status: 'waiting', done: 4, total: 1200, madeAt: null })];
  await user.type(from, '{Enter}');
  await screen.findByText('4 of 1,200 cases looked at');
  expect(portal.asked).toEqual(['POST /reports/nordic-portal {"from":"2026-02-01","to":"2026-11-23","state":"all"}']);
  expect(screen.queryByRole('button', { name: /^Save/ })).toBeNull();
  portal.reports = [aReport()];
  await screen.findByText(/^7 cases/, undefined, { timeout: 4000 });

  portal.answer = Response.json({ kind: 'slow-down', title: 'x', status: 429 }, { status: 429 });
  await user.click(screen.getByRole('button', { name: 'Make report' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Three of your reports/);
  expect(from).toHaveProperty('value', '2026-02-01');
});

test('a made report is saved as XLSX or as CSV with the signs that were chosen; left out rows are told', async () => {
  const portal = portalWith(aReport());
  const { user, desk } = await showPage('/admin/reports', insurer);
  const saved = vi.spyOn(desk.desk.files, 'saveAs');
  const entry = within(await screen.findByRole('listitem', { name: 'Open cases created 1 Jan 2026 – 23 Nov 2026' }));
  await user.click(screen.getByRole('combobox', { name: 'CSV: separator' }));
  await user.click(await screen.findByRole('option', { name: 'Semicolon (;)' }));
  await user.click(entry.getByRole('button', { name: 'Save as CSV…' }));
  await entry.findByText(/3 rows left out: you no longer see their cases/);
  await user.click(entry.getByRole('button', { name: 'Save as XLSX…' }));
  await waitFor(() => expect(saved).toHaveBeenCalledTimes(2));
  const file = 'GET /reports/nordic-portal/report-1/file';
  expect(portal.asked).toEqual([
    `${file}?separator=semicolon&decimals=point&format=csv`,
    `${file}?separator=semicolon&decimals=point&format=xlsx`,
  ]);
  expect(saved.mock.calls.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual([
    ['case-statistics-2026-01-01-2026-11-23.csv', 'bytes'],
    ['case-statistics-2026-01-01-2026-11-23.xlsx', 'bytes'],
  ]);
  saved.mockResolvedValue({ ok: false, reason: 'disk-full' });
  await user.click(entry.getByRole('button', { name: 'Save as XLSX…' }));
  expect((await entry.findByRole('alert')).textContent).toBe('The disk is full.');
  portal.answer = Response.json({ kind: 'not-found', title: 'x', status: 404 }, { status: 404 });
  await user.click(entry.getByRole('button', { name: 'Save as CSV…' }));
  await waitFor(() => expect(entry.getByRole('alert').textContent).toMatch(/not there for you any more/));
});

test('its first rows are looked at; deleted, it goes and the focus stays on the page', async () => {
  const portal = portalWith(aReport());
  const { user } = await showPage('/admin/reports', insurer);
  await user.click(await screen.findByRole('button', { name: 'Show first rows' }));
  const table = within(await screen.findByRole('region', { name: 'First rows' }));
  expect(table.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual([
    'NM-1',
    expect.stringMatching(/4,200\.50/),
    'carla@arvio.example',
  ]);
  expect(screen.getByText(/1 row left out/)).toBeTruthy();
  portal.reports = [];
  await user.click(screen.getByRole('button', { name: 'Delete report' }));
  await screen.findByText(/^None yet/);
  expect(portal.asked).toEqual(['DELETE /reports/nordic-portal/report-1']);
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Your reports'));
});

test('without the portal it is said what reports need, and the list can be asked for again', async () => {
  const portal = portalWith(aReport());
  portal.down = true;
  const { user } = await showPage('/admin/reports', { ...insurer, sync: { reach: 'offline' } });
  const button = screen.getByRole('button', { name: 'Make report' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getAllByText('Reports are made by the portal, which is not reached now.')).not.toEqual([]);
  expect((await screen.findByRole('alert')).textContent).toMatch(/Your reports cannot be read now/);
  portal.down = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('listitem', { name: /^Open cases/ });
});

test('an admin is told whose cases and addresses are in it; who may have none finds no page, and why', async () => {
  portalWith();
  const { router } = await showPage('/admin/reports', {
    state: { portals: [aPortalState({ standing: aStanding({ level: 4 }) })] },
  });
  expect(screen.getByText(/addresses of your own company's people/)).toBeTruthy();
  expect(router.state.location.pathname).toBe('/admin/reports');
});

test('below level 4 the page is in no navigation and says who can change it', async () => {
  portalWith();
  await showPage('/admin/reports', { state: { portals: [aPortalState({ standing: aStanding({ level: 3 }) })] } });
  expect(screen.queryByRole('link', { name: 'Reports' })).toBeNull();
  expect(screen.getByText(/level/i)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Make report' })).toBeNull();
});
