import { Plural, useLingui } from '@lingui/react/macro';
import { IconFolders, IconLayoutDashboard } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useInsurerFilter } from '../../bindings/insurer-filter.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import classes from './shell.module.css';

/** Where one can go. Only what is built stands here. */
export function SideNav() {
  const { t, i18n } = useLingui();
  const portal = useInsurerFilter((filter) => filter.portal);
  const open = useOffline(
    (state) => state.rows.filter(({ row }) => row.state === 'open' && (!portal || row.portal === portal)).length,
  );
  return (
    <nav className={classes.side} aria-label={t`Pages`}>
      <Link to="/" className={classes.link}>
        <IconLayoutDashboard size={18} stroke={1.6} aria-hidden />
        {t`Dashboard`}
      </Link>
      <Link to="/cases" search={{}} className={classes.link} activeOptions={{ includeSearch: false }}>
        <IconFolders size={18} stroke={1.6} aria-hidden />
        {t`Cases`}{' '}
        <span className={classes.count}>
          <span aria-hidden>{i18n.number(open)}</span>
          <span className="visually-hidden">
            <Plural value={open} one="# open case" other="# open cases" />
          </span>
        </span>
      </Link>
    </nav>
  );
}
