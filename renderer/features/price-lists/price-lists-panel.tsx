import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';
import { maySteer } from '../../../shared/domain/rights/may.ts';
import type { PriceListHead } from '../../../shared/domain/price-list/price-list.ts';
import { isOffline, useSync } from '../../bindings/use-sync.ts';
import type { PortalState } from '../../offline/offline-desk.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { Working } from '../../ui/working.tsx';
import { refusalWords } from '../../words/refusal-words.ts';
import { ImportDialog } from './import-dialog.tsx';
import { ListItems } from './list-items.tsx';
import { PriceListTable } from './price-list-table.tsx';
import { priceTroubleWords } from './price-list-words.ts';
import classes from './price-lists.module.css';
import { usePriceListHeads } from './use-price-list-heads.ts';

/** The price lists of a portal: read by the insurer's people and the operator, kept by its seniors and the operator. */
export function PriceListsPanel({ state }: { readonly state: PortalState }) {
  const { portal, standing } = state;
  const { data: answer, refetch } = usePriceListHeads(portal);
  const reason = useHeldReason(state);
  const [importing, setImporting] = useState(false);
  const [opened, setOpened] = useState<PriceListHead | null>(null);
  const lists = answer?.kind === 'ok' ? answer.value : [];
  return (
    <div className={classes.panel}>
      <p className={classes.note}>
        <Trans>
          What a unit of work costs in work plans, from when until when. Of two lists in force the newer one says it.
          Whoever enters or decides budgets has the lists on the computer, also without a connection.
        </Trans>
      </p>
      <div className={classes.row}>
        <ReasonButton variant="default" reason={reason} onClick={() => setImporting(true)}>
          <Trans>Import a price list…</Trans>
        </ReasonButton>
      </div>
      <Heads answer={answer} lists={lists} onAgain={() => void refetch()}>
        <PriceListTable state={state} lists={lists} reason={reason} opened={opened} onOpen={setOpened} />
      </Heads>
      {opened && <ListItems key={`${opened.id} ${opened.mark}`} portal={portal} list={opened} />}
      {importing && (
        <ImportDialog portal={portal} currency={standing.settings.currency} onClose={() => setImporting(false)} />
      )}
    </div>
  );
}

/** Why nothing can be imported or removed now; null where it can. */
function useHeldReason({ standing }: PortalState): string | null {
  const { t } = useLingui();
  const isAway = isOffline(useSync().state);
  const verdict = maySteer(standing, 'portal.changePriceLists');
  if (!verdict.allowed) return refusalWords(verdict.refusal, standing).full;
  return isAway ? t`The portal server cannot be reached now.` : null;
}

interface HeadsProps {
  readonly answer: ReturnType<typeof usePriceListHeads>['data'];
  readonly lists: readonly PriceListHead[];
  readonly onAgain: () => void;
  readonly children: React.ReactNode;
}

function Heads({ answer, lists, onAgain, children }: HeadsProps) {
  const { t } = useLingui();
  const isAway = isOffline(useSync().state);
  if (!answer)
    return isAway ? (
      <p className={classes.note} role="alert">
        <Trans>The portal keeps its price lists, and it cannot be reached now. They are shown once it can.</Trans>
      </p>
    ) : (
      <Working>
        <Trans>Asking for the price lists…</Trans>
      </Working>
    );
  if (answer.kind !== 'ok')
    return (
      <ErrorState
        title={t`The price lists cannot be shown`}
        action={
          <Button variant="default" onClick={onAgain}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        {priceTroubleWords(answer)}
      </ErrorState>
    );
  if (lists.length > 0) return children;
  return (
    <EmptyState icon={IconReceipt} title={t`No price list yet`}>
      <Trans>Without one, whoever makes a work plan types each price. A list comes in as a CSV file.</Trans>
    </EmptyState>
  );
}
