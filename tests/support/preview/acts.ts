import type { Page } from 'playwright-core';

/** What is done on a page before it is looked at. */
export type Act = (page: Page) => Promise<void>;

export const asItIs: Act = async () => undefined;
export const press =
  (name: RegExp): Act =>
  (page) =>
    page.getByRole('button', { name }).first().click();
export const pressTab =
  (name: string): Act =>
  (page) =>
    page.getByRole('tab', { name }).click();
/** The act opens a dialog or a drawer. */
export const openLayer =
  (act: Act): Act =>
  async (page) => {
    await act(page);
    await page.getByRole('dialog').waitFor();
  };
