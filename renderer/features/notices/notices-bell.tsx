import { ActionIcon, Indicator, Popover } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { useReadNotices } from '../../bindings/read-notices.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { NoticeList } from './notice-list.tsx';
import classes from './notices.module.css';

/** The bell and the record of everything the person was told of; opening it marks nothing as read. */
export function NoticesBell() {
  const { t } = useLingui();
  const notices = useOffline((state) => state.notices);
  const [open, setOpen] = useState(false);
  const { fresh } = useReadNotices();
  const count = fresh.size;
  const close = () => setOpen(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={380} trapFocus returnFocus>
      <Indicator label={count} size={16} disabled={count === 0} offset={6} classNames={{ indicator: classes.count }}>
        <Popover.Target>
          <ActionIcon aria-label={t`Notices`} aria-describedby="notices-new" onClick={() => setOpen(!open)}>
            <IconBell size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <span id="notices-new" className="visually-hidden" role="status">
        {count > 0 && <Plural value={count} one="# new notice" other="# new notices" />}
      </span>
      <Popover.Dropdown className={classes.bubble}>
        <h2 className={classes.heading}>
          <Trans>Notices</Trans>
        </h2>
        <NoticeList notices={notices} fresh={fresh} onOpen={close} />
      </Popover.Dropdown>
    </Popover>
  );
}
