import { plural, t } from '@lingui/core/macro';

/** What would become of the tasks that wait, before anything is decided: "37 of 40 tasks can be approved". */
export function approvalSum(possible: number, all: number): string {
  return plural(all, {
    one: possible === 1 ? 'The task can be approved' : 'The task cannot be approved',
    other: `${possible} of # tasks can be approved`,
  });
}

/** How many are left out for one reason: "3 because". */
export function leftOutWords(count: number): string {
  return plural(count, { one: '# is left out:', other: '# are left out:' });
}

/** That a task that is about to be approved has no invoice. */
export function noInvoiceWords(): string {
  return t`No invoice was sent for it yet, and once it is approved none can be.`;
}

/** The same in few words, where it is said of each of many tasks. */
export function noInvoiceShort(): string {
  return t`No invoice yet`;
}

/** How many of many tasks have none, before the numbers of their cases. */
export function noInvoicesWords(count: number): string {
  return plural(count, {
    one: 'For # no invoice was sent yet, and once it is approved none can be:',
    other: 'For # no invoice was sent yet, and once they are approved none can be:',
  });
}

/** That nothing can be taken back of it. */
export function approvalEffect(): string {
  return t`Approved, a task is finished: nothing more can be documented or invoiced for it.`;
}
