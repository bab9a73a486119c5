import { useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { openSpotlight } from '@mantine/spotlight';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Brand } from '../../ui/brand.tsx';
import classes from './shell.module.css';

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
    </header>
  );
}
