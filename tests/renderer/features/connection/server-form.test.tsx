import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ServerTrouble } from '../../../../shared/contract/desk-api.ts';
import { serverTroubleWords } from '../../../../renderer/words/server-trouble-words.ts';
import { showSignIn } from '../../../support/renderer/show-sign-in.tsx';
import type { DeskStart } from '../../../support/renderer/in-memory-desk.ts';

async function atTheServerForm(start: DeskStart = {}) {
  const shown = await showSignIn(start);
  await shown.user.click(await screen.findByRole('button', { name: 'Change server' }));
  await shown.user.click(screen.getByRole('radio', { name: 'At a portal server' }));
  return shown;
}

test('an address is checked before it is kept', async () => {
  const { user, desk } = await atTheServerForm();
  await user.type(screen.getByLabelText('Address'), 'https://portal.example.com');
  await user.click(screen.getByRole('button', { name: 'Check' }));
  expect((await screen.findByRole('status')).textContent).toBe('A portal server answers, version 0.1.0.');
  expect(desk.done.chosen).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Use this server' }));
  expect(await screen.findByText('portal.example.com')).toBeTruthy();
  expect(desk.done.chosen).toEqual(['https://portal.example.com']);
});

const troubles: readonly ServerTrouble[] = [
  'not-an-address',
  'needs-https',
  'name-not-found',
  'refused',
  'timed-out',
  'certificate',
  'proxy',
  'offline',
  'not-a-portal-server',
  'app-too-old',
  'server-too-old',
];

test.each(troubles)('%s is explained in words and the address is not kept', async (trouble) => {
  const { user, desk } = await atTheServerForm({ onCheck: async () => ({ ok: false, trouble, detail: 'code 7' }) });
  await user.type(screen.getByLabelText('Address'), 'portal');
  await user.click(screen.getByRole('button', { name: 'Use this server' }));
  const alert = await screen.findByRole('alert');
  const { title, next } = serverTroubleWords(trouble);
  expect(alert.textContent).toContain(title);
  expect(alert.textContent).toContain(next);
  expect(desk.done.chosen).toEqual([]);
});

test('another store at the same address is asked about before it is accepted', async () => {
  let accepted = '';
  const { user, desk } = await atTheServerForm({
    onCheck: async (address) =>
      accepted === ''
        ? { ok: false, trouble: 'other-store', detail: 'store-2' }
        : { ok: true, address, product: 'partner-desk-portal', version: '0.1.0', store: accepted },
    onAcceptStore: async (_, store) => {
      accepted = store;
      return { ok: true };
    },
  });
  await user.type(screen.getByLabelText('Address'), 'https://portal.example.com');
  await user.click(screen.getByRole('button', { name: 'Use this server' }));
  await user.click(await screen.findByRole('button', { name: 'This server is right…' }));
  await user.click(await screen.findByRole('button', { name: 'Go on with it' }));
  expect(await screen.findByText('portal.example.com')).toBeTruthy();
  expect(accepted).toBe('store-2');
  expect(desk.done.chosen).toEqual(['https://portal.example.com']);
});

test('an address set by policy is shown as managed and cannot be changed', async () => {
  const { user } = await showSignIn({ server: { address: 'https://portal.example.com', decidedBy: 'policy' } });
  await user.click(await screen.findByRole('button', { name: 'About this server' }));
  expect(await screen.findByText('Managed by your organisation')).toBeTruthy();
  expect(screen.queryByLabelText('Address')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Use this server' })).toBeNull();
});

test('a policy that is not followed is said with its place, and the server can be chosen', async () => {
  const { user } = await showSignIn({
    server: { policyTrouble: { place: '/etc/partner-desk/policy.json', reason: 'not-understood' } },
  });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('The policy of your organisation is not followed');
  expect(alert.textContent).toContain('What stands in /etc/partner-desk/policy.json is not understood.');
  await user.click(screen.getByRole('button', { name: 'Change server' }));
  expect(screen.getByRole('button', { name: 'Use this server' })).toBeTruthy();
});
