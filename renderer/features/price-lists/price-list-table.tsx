import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { PriceListHead } from '../../../shared/domain/price-list/price-list.ts';
import { portalDay } from '../../../shared/domain/portal/portal-day.ts';
import { useNow } from '../../bindings/use-now.tsx';
import type { PortalState } from '../../offline/offline-desk.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { forceWords, validityWords } from './price-list-words.ts';
import classes from './price-lists.module.css';
import { RemoveDialog } from './remove-dialog.tsx';

interface PriceListTableProps {
  readonly state: PortalState;
  readonly lists: readonly PriceListHead[];
  /** Why none can be removed now; null where it can. */
  readonly reason: string | null;
  readonly opened: PriceListHead | null;
  readonly onOpen: (list: PriceListHead | null) => void;
}

/** The lists with their days and how much is in them. */
export function PriceListTable({ state, lists, reason, opened, onOpen }: PriceListTableProps) {
  const { t, i18n } = useLingui();
  const [removing, setRemoving] = useState<PriceListHead | null>(null);
  const today = portalDay(useNow(), state.standing.settings);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways in a narrow window, by keys too
    <div className={classes.wide} role="region" aria-label={t`Price lists`} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t`Name`}</th>
            <th scope="col">{t`Valid`}</th>
            <th scope="col">{t`State`}</th>
            <th scope="col" className={classes.number}>{t`Items`}</th>
            <th scope="col">
              <span className="visually-hidden">{t`Actions`}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lists.map((list) => {
            const { words, tone } = forceWords(list, today);
            const isOpen = opened?.id === list.id && opened.mark === list.mark;
            return (
              <tr key={list.id}>
                <th scope="row">{list.name}</th>
                <td>{validityWords(list)}</td>
                <td>
                  <StateBadge tone={tone}>{words}</StateBadge>
                </td>
                <td className={classes.number}>{i18n.number(list.count)}</td>
                <td>
                  <div className={classes.buttons}>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-expanded={isOpen}
                      aria-label={isOpen ? t`Close ${list.name}` : t`Open ${list.name}`}
                      onClick={() => onOpen(isOpen ? null : list)}
                    >
                      {isOpen ? <Trans>Close</Trans> : <Trans>Open</Trans>}
                    </Button>
                    <ReasonButton
                      size="compact-sm"
                      variant="default"
                      reason={reason}
                      aria-label={t`Remove ${list.name}…`}
                      onClick={() => setRemoving(list)}
                    >
                      <Trans>Remove…</Trans>
                    </ReasonButton>
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {removing && (
        <RemoveDialog
          portal={state.portal}
          list={removing}
          onClose={() => setRemoving(null)}
          onRemoved={() => onOpen(null)}
        />
      )}
    </div>
  );
}
