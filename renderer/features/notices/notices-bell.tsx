import { ActionIcon, Indicator, Popover } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { useOffline } from '../../bindings/use-offline.ts';
import { NoticeList } from './notice-list.tsx';
import classes from './notices.module.css';
import { useSeenNotices } from './use-seen-notices.ts';

/** The bell and the record of everything the person was told of. */
export function NoticesBell() {
  const { t } = useLingui();
  const notices = useOffline((state) => state.notices);
  const [open, setOpen] = useState(false);
  const { isNew, markSeen } = useSeenNotices();
  const fresh = notices.filter(isNew).length;
  const close = () => {
    setOpen(false);
    // Marked when it closes, so that what is new stays marked as new while it is read.
    markSeen(notices);
  };
  return (
    <Popover
      opened={open}
      onChange={(opened) => (opened ? setOpen(true) : close())}
      position="bottom-end"
      width={380}
      trapFocus
      returnFocus
    >
      <Indicator label={fresh} size={16} disabled={fresh === 0} offset={6} classNames={{ indicator: classes.count }}>
        <Popover.Target>
          <ActionIcon
            aria-label={t`Notices`}
            aria-describedby="notices-new"
            onClick={() => (open ? close() : setOpen(true))}
          >
            <IconBell size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <span id="notices-new" className="visually-hidden" role="status">
        {fresh > 0 && <Plural value={fresh} one="# new notice" other="# new notices" />}
      </span>
      <Popover.Dropdown className={classes.bubble}>
        <h2 className={classes.heading}>
          <Trans>Notices</Trans>
        </h2>
        <NoticeList notices={notices} isNew={isNew} onOpen={close} />
      </Popover.Dropdown>
    </Popover>
  );
}
