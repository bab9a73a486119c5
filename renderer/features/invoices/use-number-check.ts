import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { foldedNumber } from '../../../shared/domain/invoice/invoice.ts';
import { useWorkplace } from '../../bindings/contexts.ts';
import { useRows } from '../../bindings/use-offline.ts';
import { isOffline, useSync } from '../../bindings/use-sync.ts';
import { createPortalClient } from '../../portal/portal-client.ts';

/** Whether a number can be sent: `unchecked` where only the portal can tell and is not reached. */
export type NumberCheck = 'free' | 'taken' | 'asking' | 'unchecked';

interface Asked {
  readonly portal: string;
  readonly company: string;
  readonly number: string;
  /** The invoice that is changed keeps its own. */
  readonly except: { readonly id: string; readonly number: string } | null;
}

/** While somebody types, the portal is not asked. */
const restsFor = 400;

/**
 * Compares an invoice number while it is typed: with the cases on this computer, what waits included, and by the portal
 * with all others. The portal decides once more when the invoice is sent.
 */
export function useNumberCheck({ portal, company, number, except }: Asked): NumberCheck {
  const { session } = useWorkplace();
  const { state } = useSync();
  const folded = foldedNumber(number);
  const rested = useRested(folded);
  const here = useRows().some(
    ({ row: { portal: of, invoices = [] } }) =>
      of === portal &&
      invoices.some(
        (each) => each.company === company && each.id !== except?.id && foldedNumber(each.number) === folded,
      ),
  );
  const own = folded === '' || (except !== null && foldedNumber(except.number) === folded);
  const offline = isOffline(state);
  const asked = useQuery({
    queryKey: ['invoice number', session.account, portal, rested],
    queryFn: async () => {
      const answer = await createPortalClient({ account: session.account }).isNumberTaken(portal, rested);
      return answer.kind === 'ok' ? answer.value : null;
    },
    enabled: !offline && !own && !here && rested !== '',
    retry: false,
    gcTime: 0,
  });
  if (own) return 'free';
  if (here) return 'taken';
  if (offline) return 'unchecked';
  if (rested !== folded || asked.data === undefined) return 'asking';
  return asked.data === null ? 'unchecked' : asked.data ? 'taken' : 'free';
}

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restsFor);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
