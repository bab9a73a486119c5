import { Tabs } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconLock } from '@tabler/icons-react';
import { useCaseView } from '../case-view.ts';
import type { CaseTab } from '../family.ts';
import classes from './case-tabs.module.css';
import { LockedTab } from './locked-tab.tsx';
import { tabsOf } from './tabs-of.ts';

/** The tabs, in the same order in every case; one that may not be opened is there, locked, with the reason. */
export function CaseTabs({ tab }: { readonly tab: CaseTab }) {
  const { open, families, openTab } = useCaseView();
  const lock = tab.lock(open);
  return (
    <Tabs
      value={tab.id}
      onChange={(value) => value !== null && openTab(value)}
      keepMounted={false}
      activateTabWithKeyboard={false}
      className={classes.tabs}
    >
      <Tabs.List className={classes.list}>
        {tabsOf(families, open).map((each) => (
          <Tabs.Tab key={each.id} value={each.id} className={classes.tab}>
            {each.label()}
            <Mark tab={each} />
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab.id} className={classes.panel} tabIndex={0}>
        {lock ? <LockedTab tab={tab} refusal={lock} /> : <tab.Panel />}
      </Tabs.Panel>
    </Tabs>
  );
}

/** Behind a tab's name: that it is locked, what is unread, how much there is. */
function Mark({ tab }: { readonly tab: CaseTab }) {
  const { open } = useCaseView();
  const { t } = useLingui();
  if (tab.lock(open)) return <IconLock size={13} role="img" aria-label={t`locked`} className={classes.lock} />;
  const unread = tab.unread?.(open) ?? 0;
  if (unread > 0)
    return (
      <span className={classes.unread} aria-label={t`${unread} unread`}>
        {unread}
      </span>
    );
  const count = tab.count?.(open) ?? 0;
  return count > 0 ? <span className={classes.count}>{count}</span> : null;
}
