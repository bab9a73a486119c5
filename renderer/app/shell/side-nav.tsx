import { Plural, useLingui } from '@lingui/react/macro';
import {
  IconFolders,
  IconLayoutDashboard,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useInsurerFilter } from '../../bindings/insurer-filter.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { useSettings } from '../../bindings/use-settings.ts';
import { adminPagesFor } from './admin-pages.ts';
import classes from './shell.module.css';

/** Where one can go. Only what is built stands here. */
export function SideNav() {
  const { t, i18n } = useLingui();
  const { settings, change } = useSettings();
  const isOpen = settings.navigation === 'open';
  const portal = useInsurerFilter((filter) => filter.portal);
  const open = useOffline(
    (state) => state.rows.filter(({ row }) => row.state === 'open' && (!portal || row.portal === portal)).length,
  );
  const adminPages = adminPagesFor(useOffline((state) => state.portals));
  return (
    <nav className={classes.side} aria-label={t`Pages`}>
      <Link to="/" className={classes.link} title={isOpen ? undefined : t`Dashboard`}>
        <IconLayoutDashboard size={18} stroke={1.6} aria-hidden />
        <span className={classes.label}>{t`Dashboard`}</span>
      </Link>
      <Link
        to="/cases"
        search={{}}
        className={classes.link}
        title={isOpen ? undefined : t`Cases`}
        activeOptions={{ includeSearch: false }}
      >
        <IconFolders size={18} stroke={1.6} aria-hidden />
        <span className={classes.label}>{t`Cases`}</span>{' '}
        <span className={classes.count}>
          <span aria-hidden>{i18n.number(open)}</span>
          <span className="visually-hidden">
            <Plural value={open} one="# open case" other="# open cases" />
          </span>
        </span>
      </Link>
      {adminPages.length > 0 && (
        <>
          <h2 className={classes.group}>{t`Company admin`}</h2>
          {adminPages.map(({ to, label, icon: Sign }) => (
            <Link key={to} to={to} className={classes.link} title={isOpen ? undefined : label()}>
              <Sign size={18} stroke={1.6} aria-hidden />
              <span className={classes.label}>{label()}</span>
            </Link>
          ))}
        </>
      )}
      <button
        type="button"
        className={classes.fold}
        aria-expanded={isOpen}
        aria-keyshortcuts="Control+B"
        title={isOpen ? t`Fold the navigation (Ctrl+B)` : t`Unfold the navigation (Ctrl+B)`}
        onClick={() => void change({ navigation: isOpen ? 'folded' : 'open' })}
      >
        {isOpen ? (
          <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} aria-hidden />
        ) : (
          <IconLayoutSidebarLeftExpand size={18} stroke={1.6} aria-hidden />
        )}
        <span className={classes.label}>{isOpen ? t`Fold` : t`Unfold`}</span>
      </button>
    </nav>
  );
}
