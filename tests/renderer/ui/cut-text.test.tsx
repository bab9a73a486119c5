import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CutText } from '../../../renderer/ui/cut-text.tsx';
import { showPart } from '../../support/renderer/show-part.tsx';

const long = 'Accumulation of rainfall and stream or river overflow';

function wide(width: number) {
  Object.defineProperty(HTMLElement.prototype, 'scrollWidth', { configurable: true, get: () => width });
}

test('a text that was cut is shown whole on focus', async () => {
  const user = showPart(<CutText focusable>{long}</CutText>);
  wide(5000);
  await user.tab();
  expect((await screen.findByRole('tooltip')).textContent).toBe(long);
});

test('a text that fits shows nothing twice', async () => {
  const user = showPart(<CutText focusable>{long}</CutText>);
  wide(100);
  await user.tab();
  expect(screen.queryByRole('tooltip')).toBeNull();
});
