import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NowProvider, useNow } from '../../../renderer/bindings/use-now.tsx';
import { showPart } from '../../support/renderer/show-part.tsx';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-23T08:00:42.000Z') }));
afterEach(() => void vi.useRealTimers());

function Clock() {
  return <p>{useNow()}</p>;
}

test('the clock of the screens changes at each full minute', () => {
  showPart(
    <NowProvider>
      <Clock />
    </NowProvider>,
  );
  expect(screen.getByText('2026-11-23T08:00:00.000Z')).toBeTruthy();
  act(() => vi.advanceTimersByTime(17_000));
  expect(screen.getByText('2026-11-23T08:00:00.000Z')).toBeTruthy();
  act(() => vi.advanceTimersByTime(1_000));
  expect(screen.getByText('2026-11-23T08:01:00.000Z')).toBeTruthy();
});

test('a machine that slept has the right minute as soon as it is looked at', () => {
  showPart(
    <NowProvider>
      <Clock />
    </NowProvider>,
  );
  vi.setSystemTime(Date.parse('2026-11-23T11:30:10.000Z'));
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(screen.getByText('2026-11-23T11:30:00.000Z')).toBeTruthy();
});
