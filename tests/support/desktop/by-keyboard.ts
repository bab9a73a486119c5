import type { Locator, Page } from 'playwright-core';

/** Goes on with Tab until the focus is there, as somebody without a mouse does; whatever cannot be reached so fails. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let tries = 0; tries < 80; tries += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}.`);
}

/** Reaches each field by its label and types into it, in the order in which they stand in the form. */
export async function typeByKeys(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) {
    await tabTo(page, page.getByLabel(label, { exact: true }).and(page.locator('input')));
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  }
}

/** Reaches a button and presses Enter on it. */
export async function pressByKeys(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}
