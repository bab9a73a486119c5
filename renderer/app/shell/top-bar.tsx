import { openSpotlight } from '@mantine/spotlight';
import { useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { NoticesBell } from '../../features/notices/notices-bell.tsx';
import { Brand } from '../../ui/brand.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { AccountMenu } from './account-menu.tsx';
import { InsurerFilter } from './insurer-filter.tsx';
import classes from './shell.module.css';

/** Search, insurer, notices and account: what concerns every page. */
export function TopBar() {
  const { t } = useLingui();
  return (
    <header className={classes.top}>
      <Link to="/" className={classes.brand}>
        <Brand />
        Partner Desk
      </Link>
      <button type="button" className={classes.search} onClick={openSpotlight}>
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <span>{t`Search or command`}</span>
        <KeyHint keys="Mod+K" />
      </button>
      <InsurerFilter />
      <NoticesBell />
      <AccountMenu />
    </header>
  );
}
