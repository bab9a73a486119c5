import { Tabs } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCaseView } from '../case-view.ts';
import { caseTabs, tabLock, type CaseTab } from '../tab-locks.ts';
import { BudgetsTab } from '../budgets/budgets-tab.tsx';
import { CostControlTab } from '../budgets/cost-control-tab.tsx';
import { ChatTab } from '../chat/chat-tab.tsx';
import { DocumentsTab } from '../documents/documents-tab.tsx';
import classes from './case-tabs.module.css';
import { LockedTab } from './locked-tab.tsx';
import { LogTab } from './log-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';

const contents: Readonly<Record<CaseTab, () => ReactNode>> = {
  overview: () => <OverviewTab />,
  budgets: () => <BudgetsTab />,
  'cost-control': () => <CostControlTab />,
  chat: () => <ChatTab />,
  documents: () => <DocumentsTab />,
  log: () => <LogTab />,
};

/** The tabs, in the same order in every case; one that may not be opened is there, locked, with the reason. */
export function CaseTabs({ tab, onTab }: { tab: CaseTab; onTab: (tab: CaseTab) => void }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  const names: Readonly<Record<CaseTab, string>> = {
    overview: t`Overview`,
    budgets: t`Budgets`,
    'cost-control': t`Cost control`,
    chat: t`Chat`,
    documents: t`Documents`,
    log: t`Log`,
  };
  const lock = tabLock(tab, open);
  return (
    <Tabs
      value={tab}
      onChange={(value) => onTab(caseTabs.find((each) => each === value) ?? 'overview')}
      keepMounted={false}
      activateTabWithKeyboard={false}
      className={classes.tabs}
    >
      <Tabs.List className={classes.list}>
        {caseTabs.map((each) => (
          <Tabs.Tab key={each} value={each} className={classes.tab}>
            {names[each]}
            <Mark tab={each} />
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab} className={classes.panel} tabIndex={0}>
        {lock ? <LockedTab refusal={lock} /> : contents[tab]()}
      </Tabs.Panel>
    </Tabs>
  );
}

/** Behind a tab's name: that it is locked, what is unread, how much there is. */
function Mark({ tab }: { tab: CaseTab }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  if (tabLock(tab, open)) return <IconLock size={13} role="img" aria-label={t`locked`} className={classes.lock} />;
  const { documents, budgets } = open.content.case;
  const unread = Math.max(0, open.confirmed.chat.length - open.read);
  if (tab === 'chat' && unread > 0)
    return (
      <span className={classes.unread} aria-label={t`${unread} unread`}>
        {unread}
      </span>
    );
  const count = tab === 'documents' ? documents.length : tab === 'budgets' ? budgets.length : 0;
  return count > 0 ? <span className={classes.count}>{count}</span> : null;
}
