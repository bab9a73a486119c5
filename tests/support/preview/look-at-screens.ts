import { describe, expect, test } from 'vitest';
import type { Act } from './acts.ts';
import { seriousInBothLooks } from './both-looks.ts';
import { previewWindow } from './preview-window.ts';

/** What it is, its scene, its address within the app, and what is done there before it is looked at. */
export type Screen = readonly [name: string, scene: string, address: string, act: Act];

/** One visit a screen: axe in both looks, then whether anything lies beyond the edge of the narrowest window. */
export function lookAtScreens(screens: readonly Screen[]): void {
  const visit = previewWindow();

  describe('nothing is serious to axe in either look, and nothing is cut off in the narrowest window', () => {
    test.each(screens)('%s', async (_, scene, address, act) => {
      const page = await visit({ scene, address, reducedMotion: 'reduce' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await act(page);
      expect(await page.getByRole('banner').count()).toBeLessThanOrEqual(1);
      expect(await seriousInBothLooks(page)).toEqual([]);
      await page.setViewportSize({ width: 800, height: 800 });
      // A busy machine paints late.
      await expect.poll(() => page.evaluate(beyondTheirBoxes), { timeout: 15_000 }).toEqual([]);
    });
  });
}

/** In the page: what has to be scrolled sideways. */
function beyondTheirBoxes(): readonly string[] {
  return [document.documentElement, ...document.querySelectorAll('#page, #page > * > *')]
    .filter((box) => box.scrollWidth > box.clientWidth + 1)
    .map((box) => box.className || box.tagName);
}
