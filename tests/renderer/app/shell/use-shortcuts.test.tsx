import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showPage } from '../../../support/renderer/show-page.tsx';

test('G then D or C goes to the dashboard or the cases', async () => {
  const { user, router } = await showPage('/settings');
  await user.keyboard('gc');
  await waitFor(() => expect(router.state.location.pathname).toBe('/cases'));
  await user.keyboard('gd');
  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
});

test('a letter alone does nothing', async () => {
  const { user, router } = await showPage('/settings');
  await user.keyboard('dc');
  expect(router.state.location.pathname).toBe('/settings');
});

test('Alt and the arrows go back and forward', async () => {
  const { user, router } = await showPage('/settings');
  await router.navigate({ to: '/outbox' });
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/settings'));
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/outbox'));
});

test('? shows every shortcut and Esc closes the sheet', async () => {
  const { user } = await showPage('/settings');
  await user.keyboard('?');
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('/ goes to the filter of the case list', async () => {
  const { user } = await showPage('/cases');
  await user.keyboard('/');
  expect(document.activeElement?.tagName).toBe('INPUT');
  expect(document.activeElement?.closest('#page')).not.toBeNull();
});

test('Ctrl+F goes to the filter of the case list, and to the search where there is none', async () => {
  const { user, router } = await showPage('/cases');
  await user.keyboard('{Control>}f{/Control}');
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Find in cases' }));
  await router.navigate({ to: '/settings' });
  await user.keyboard('{Control>}f{/Control}');
  expect(await screen.findByPlaceholderText(/Case number/)).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('the side buttons of a mouse go back and forward', async () => {
  const { router } = await showPage('/settings');
  await router.navigate({ to: '/outbox' });
  fireEvent.mouseUp(document.body, { button: 3 });
  await waitFor(() => expect(router.state.location.pathname).toBe('/settings'));
  fireEvent.mouseUp(document.body, { button: 4 });
  await waitFor(() => expect(router.state.location.pathname).toBe('/outbox'));
});

test('whoever types is left alone', async () => {
  const { user, router } = await showPage('/cases');
  await user.keyboard('/');
  await user.keyboard('gd?');
  expect(document.activeElement).toHaveProperty('value', 'gd?');
  expect(router.state.location.pathname).toBe('/cases');
});

test('AltGr, which is Ctrl and Alt on Windows, is never a shortcut', async () => {
  await showPage('/settings');
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true, altKey: true });
  expect(screen.queryByRole('dialog')).toBeNull();
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  expect(await screen.findByRole('dialog')).toBeTruthy();
});
