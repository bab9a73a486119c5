import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { useNow } from '../../bindings/use-now.tsx';
import { CaseHeader } from './case-header.tsx';
import classes from './case-page.module.css';
import { AtPlace } from './at-place.tsx';
import { CaseViewContext } from './case-view.ts';
import { DialogHost } from './dialogs/dialog-host.tsx';
import type { CaseDialog, CaseTab, Family } from './family.ts';
import { NextCard } from './next/next-card.tsx';
import { CaseTabs } from './tabs/case-tabs.tsx';

interface CaseScreenProps {
  readonly open: OpenCase;
  readonly families: readonly Family[];
  /** None where no family has a tab. */
  readonly tab: CaseTab | undefined;
  readonly onTab: (tab: CaseTab['id']) => void;
  /** The way back to the list. */
  readonly back: ReactNode;
}

/** An open case: who handles it, what to decide next, its tasks, and the rest in tabs; each by the family that knows it. */
export function CaseScreen({ open, families, tab, onTab, back }: CaseScreenProps) {
  const now = useNow();
  const [dialog, setDialog] = useState<CaseDialog | null>(null);
  const close = useCallback(() => setDialog(null), []);
  const [about, setAbout] = useState<string | null>(null);
  const openTab = useCallback(
    (next: CaseTab['id'], thing: string | null = null) => {
      setAbout(thing);
      onTab(next);
    },
    [onTab],
  );
  const view = useMemo(
    () => ({ open, now, families, show: setDialog, openTab, about }),
    [open, now, families, openTab, about],
  );
  return (
    <CaseViewContext value={view}>
      <div className={classes.page} data-scrolls>
        <CaseHeader back={back} />
        <AtPlace place="note" />
        <div className={classes.cards}>
          <AtPlace place="card" />
          <NextCard />
        </div>
        <div className={classes.body} data-wide={tab?.wide || undefined}>
          <AtPlace place="list" />
          {tab && <CaseTabs tab={tab} />}
        </div>
      </div>
      <DialogHost dialog={dialog} onClose={close} />
    </CaseViewContext>
  );
}
