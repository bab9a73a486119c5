import { Alert } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import { moneyText } from '../../words/figures.ts';

/** Warns of invoices that are above the budget together: nothing is blocked by that. */
export function AboveBudget({ amount, currency }: { readonly amount: number; readonly currency: string }) {
  if (amount === 0) return null;
  const above = moneyText({ amount, currency });
  return (
    <Alert role="status" color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
      <Trans>The invoices are {above} above the approved budget.</Trans>
    </Alert>
  );
}
