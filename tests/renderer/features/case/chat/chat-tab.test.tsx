import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aContent, bertil, monday } from '../../../../support/builders.ts';
import { plain, showCase } from '../../../../support/renderer/show-case.ts';

const chat = [
  {
    id: 'c1',
    by: bertil,
    companyName: 'Nordic Mutual',
    text: 'The owner is at home\nin the mornings.',
    at: monday,
    receivedAt: monday,
  },
];

test('a message is sent with Ctrl+Enter, looks waiting, and the field is empty again', async () => {
  const { user, living } = await showCase({ content: { ...aContent(), chat }, tab: 'chat', read: 1 });
  await user.type(screen.getByLabelText('Message'), 'We come at nine.{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(living.workplace.done.issued).toMatchObject([{ name: 'write-chat', input: { text: 'We come at nine.' } }]),
  );
  expect(screen.getByLabelText('Message')).toHaveProperty('value', '');
  const last = screen.getAllByRole('listitem').at(-1);
  expect(plain(last?.textContent)).toMatch(/^You.*We come at nine\.Waiting for the portal since/);
});

test('what is typed survives leaving the tab', async () => {
  const { user, desk } = await showCase({ content: { ...aContent(), chat }, tab: 'chat', read: 1 });
  await user.type(screen.getByLabelText('Message'), 'Half a sent');
  await user.click(screen.getByRole('tab', { name: /Log/ }));
  expect(desk.done.drafts['case/nordic-portal/case-1/chat']).toContain('Half a sent');
  await user.click(screen.getByRole('tab', { name: /Chat/ }));
  expect(await screen.findByDisplayValue('Half a sent')).toBeDefined();
});

test('a closed case can be read, and writing says why it cannot be done', async () => {
  await showCase({ content: { ...aContent({ state: 'closed' }), chat }, tab: 'chat', read: 1 });
  expect(screen.getByText(/The owner is at home/)).toBeDefined();
  const send = screen.getByRole('button', { name: 'Send' });
  expect(document.getElementById(send.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'The case is closed and can only be read. Nordic Mutual can open it again.',
  );
});
