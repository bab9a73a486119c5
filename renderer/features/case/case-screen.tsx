import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { OpenCase } from '../../offline/offline-desk.ts';
import { useNow } from '../../bindings/use-now.tsx';
import { CaseHeader } from './case-header.tsx';
import classes from './case-page.module.css';
import { CaseViewContext, type CaseDialog } from './case-view.ts';
import { CaseDialogs } from './dialogs/case-dialogs.tsx';
import { HeaderOnlyNote } from './header-only-note.tsx';
import { NextCard } from './next-card.tsx';
import { RoleCard } from './role/role-card.tsx';
import type { CaseTab } from './tab-locks.ts';
import { CaseTabs } from './tabs/case-tabs.tsx';
import { TaskList } from './tasks/task-list.tsx';

interface CaseScreenProps {
  readonly open: OpenCase;
  readonly tab: CaseTab;
  readonly onTab: (tab: CaseTab) => void;
  /** The way back to the list. */
  readonly back: ReactNode;
}

/** An open case: who handles it, what to decide next, its tasks, and the rest in tabs. */
export function CaseScreen({ open, tab, onTab, back }: CaseScreenProps) {
  const now = useNow();
  const [dialog, setDialog] = useState<CaseDialog | null>(null);
  const close = useCallback(() => setDialog(null), []);
  const view = useMemo(() => ({ open, now, show: setDialog, openTab: onTab }), [open, now, onTab]);
  return (
    <CaseViewContext value={view}>
      <div className={classes.page} data-scrolls>
        <CaseHeader back={back} />
        <HeaderOnlyNote />
        <div className={classes.cards}>
          <RoleCard />
          <NextCard />
        </div>
        <div className={classes.body}>
          <TaskList />
          <CaseTabs tab={tab} onTab={onTab} />
        </div>
      </div>
      <CaseDialogs dialog={dialog} onClose={close} />
    </CaseViewContext>
  );
}
