import axe, { type ImpactValue, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  /** Of axe, once it was brought into the page. */
  interface Window {
    readonly axe?: typeof axe;
  }
}

/** Who speaks to the computer says what is read on the control (WCAG 2.5.3); axe leaves this rule off. */
const everything: RunOptions = { rules: { 'label-content-name-mismatch': { enabled: true } } };
/** The dark look is the same page in other colours: what is asked of it is what colours decide. */
const whatColoursDecide: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };
const graveImpacts: readonly ImpactValue[] = ['serious', 'critical'];

/** What axe finds that is serious in the page's light look or in its dark one. Colours are measured when they have come to rest. */
export async function seriousInBothLooks(page: Page, within = 'html'): Promise<readonly string[]> {
  await look(page, 'light');
  const found = await serious(page, within);
  await look(page, 'dark');
  return [...found, ...(await serious(page, within, whatColoursDecide))];
}

async function look(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
}

/** What axe finds that is serious, and where. */
export async function serious(page: Page, within = 'html', options = everything): Promise<readonly string[]> {
  const found = await violations(page, within, options);
  return found
    .filter(({ impact }) => graveImpacts.includes(impact ?? null))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** All that axe finds. It stays in the page until the page is left; what has passed is not told, which takes longer than finding out. */
export async function violations(page: Page, within = 'html', options: RunOptions = {}) {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source);
  return page.evaluate(
    async (asked) => {
      const result = await window.axe?.run(asked.within, { ...asked.options, resultTypes: ['violations'] });
      if (!result) throw new Error('axe is not in the page');
      return result.violations.map(({ id, impact, nodes }) => ({
        id,
        impact,
        nodes: nodes.map(({ target }) => ({ target: target.map(String) })),
      }));
    },
    { within, options },
  );
}
