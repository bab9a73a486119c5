import type { Page } from 'playwright-core';
import { asItIs, openLayer, press } from '../support/preview/acts.ts';
import { lookAtScreens } from '../support/preview/look-at-screens.ts';

const aCase = '#/cases/nordic-portal/case-1';
const caseMenu = async (page: Page) => {
  await page.getByRole('button', { name: 'Case', exact: true }).click();
  await page.getByRole('menu').waitFor();
};
const fromCaseMenu = (name: RegExp) =>
  openLayer(async (page) => {
    await caseMenu(page);
    await page.getByRole('menuitem', { name }).click();
  });

const toInvoices = async (page: Page) => page.getByRole('tab', { name: /^Invoices/ }).click();
const inInvoices = (name: string) => async (page: Page) => {
  await toInvoices(page);
  await page.getByRole('tabpanel').getByRole('button', { name }).click();
};
const addInvoice = inInvoices('Add invoice…');
const decideInvoice = inInvoices('Decide…');

/** What a number of the dashboard counted. */
const approveCounted = async (page: Page) => {
  await page.getByRole('link', { name: 'Tasks to approve', exact: true }).click();
  await press(/^Approve the tasks/)(page);
};

const toCostControl = (page: Page) => page.getByRole('tab', { name: /^Cost control/ }).click();
const ask = async (page: Page) => {
  await press(/for it$/)(page);
  await page
    .getByText(/^You asked/)
    .first()
    .waitFor();
};

const askThere = async (page: Page) => {
  await toCostControl(page);
  await ask(page);
};

lookAtScreens([
  ['approving several tasks', 'case-approvals', aCase, openLayer(press(/^Approve several/))],
  ['a closed case', 'case-closed', aCase, asItIs],
  ['what the insurer does with a case', 'case-to-close', aCase, caseMenu],
  ['closing a case', 'case-to-close', aCase, fromCaseMenu(/^Close case/)],
  ['another handler', 'case-to-close', aCase, fromCaseMenu(/^Change case handler/)],
  ['correcting the customer', 'case-to-close', aCase, fromCaseMenu(/^Correct customer/)],
  ['approving across cases', 'many-completed', '#/', openLayer(approveCounted)],
  ['assigning a partner', 'case-to-assign', aCase, openLayer(press(/^Assign several/))],
  ['the invoices of a case', 'invoices-partner', aCase, toInvoices],
  ['sending an invoice', 'invoices-partner', aCase, openLayer(addInvoice)],
  ['deciding on an invoice', 'invoices-insurer', aCase, openLayer(decideInvoice)],
  ['asking for a right', 'case-no-right', aCase, toCostControl],
  ['a right that was asked for', 'case-no-right', aCase, askThere],
  ['asking on the page of rights', 'case-no-right', '#/rights?portal=nordic-portal&case=case-1', ask],
]);
