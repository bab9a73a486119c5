import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Looks at a page in its light and in its dark look. The dark one is the same page in other colours: what is asked of it
 * is what colours decide. Colours are measured when they have come to rest.
 */
export async function inBothLooks(page: Page, look: (axe: AxeBuilder) => Promise<void>): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.locator('html[data-mantine-color-scheme=light]').waitFor();
  // Who speaks to the computer says what is read on the control (WCAG 2.5.3); axe leaves this rule off.
  await look(new AxeBuilder({ page }).options({ rules: { 'label-content-name-mismatch': { enabled: true } } }));
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  await look(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));
}

/** What axe finds that is serious, and where. */
export async function serious(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
