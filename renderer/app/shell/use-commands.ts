import { useLingui } from '@lingui/react/macro';
import {
  IconAlertTriangle,
  IconArrowRight,
  IconFilter,
  IconFolders,
  IconKeyboard,
  IconLayoutDashboard,
  IconLogout,
  IconMoon,
  IconPlug,
  IconPlugOff,
  IconRefresh,
  IconSend,
  IconSettings,
  IconSun,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { CaseSearch } from '../../bindings/case-search.ts';
import { useDesk } from '../../bindings/contexts.ts';
import { usePageActs, type PageAct } from '../../bindings/page-acts.ts';
import { useOffline } from '../../bindings/use-offline.ts';
import { useSettings } from '../../bindings/use-settings.ts';
import { useSync } from '../../bindings/use-sync.ts';
import { useWorkOffline } from '../../bindings/use-work-offline.ts';
import { adminPagesFor } from './admin-pages.ts';
import { useDialogs } from './dialogs.ts';

/** Something the palette can do; each is reached by a menu, a link or a button as well. */
export type DeskCommand = PageAct;

/** Pages, lists and acts of the palette, for who is signed in; before them what can be done on the page in front. */
export function useCommands(): readonly DeskCommand[] {
  const onPage = usePageActs(({ offered }) => offered)();
  return [...onPage, ...usePages(), ...useLists(), ...useActs()];
}

function usePages(): readonly DeskCommand[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const admin = adminPagesFor(useOffline((state) => state.portals));
  return [
    {
      id: 'dashboard',
      label: t`Dashboard`,
      icon: IconLayoutDashboard,
      keys: 'G D',
      run: () => void navigate({ to: '/' }),
    },
    {
      id: 'cases',
      label: t`Cases`,
      icon: IconFolders,
      keys: 'G C',
      run: () => void navigate({ to: '/cases', search: {} }),
    },
    ...admin.map(({ to, label, icon }) => ({ id: to, label: label(), icon, run: () => void navigate({ to }) })),
    { id: 'outbox', label: t`Outbox`, icon: IconSend, run: () => void navigate({ to: '/outbox' }) },
    {
      id: 'refusals',
      label: t`Refused by the portal`,
      icon: IconAlertTriangle,
      run: () => void navigate({ to: '/refusals' }),
    },
    { id: 'rights', label: t`What I may do`, icon: IconUserCheck, run: () => void navigate({ to: '/rights' }) },
    { id: 'connection', label: t`Connection`, icon: IconPlug, run: () => void navigate({ to: '/connection' }) },
    { id: 'settings', label: t`Settings`, icon: IconSettings, run: () => void navigate({ to: '/settings' }) },
  ];
}

function useLists(): readonly DeskCommand[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const marked = useOffline((state) => state.portals.some(({ standing }) => standing.marked));
  const list = (id: string, label: string, search: CaseSearch): DeskCommand => ({
    id,
    label,
    icon: IconFilter,
    run: () => void navigate({ to: '/cases', search }),
  });
  return [
    list('list-action', t`Cases: Action required`, { actionRequired: true }),
    list('list-mine', t`Cases: My task`, { myTask: true }),
    list('list-role', t`Cases with External case handler`, { withRole: true }),
    ...(marked
      ? [list('list-assigned', t`Cases assigned to me as an External case handler`, { assignedToMe: true })]
      : []),
    list('list-unread', t`Cases with unread messages`, { unread: true }),
  ];
}

function useActs(): readonly DeskCommand[] {
  const { t } = useLingui();
  const desk = useDesk();
  const { syncNow } = useSync();
  const { settings, change } = useSettings();
  const [onPurpose, setOnPurpose] = useWorkOffline();
  const show = useDialogs((dialogs) => dialogs.show);
  const dark = settings.theme === 'dark';
  return [
    { id: 'sync', label: t`Send and receive now`, icon: IconRefresh, run: () => void syncNow() },
    {
      id: 'offline',
      label: onPurpose ? t`Work online again` : t`Work offline`,
      icon: onPurpose ? IconArrowRight : IconPlugOff,
      run: () => setOnPurpose(!onPurpose),
    },
    {
      id: 'theme',
      label: dark ? t`Light theme` : t`Dark theme`,
      icon: dark ? IconSun : IconMoon,
      run: () => void change({ theme: dark ? 'light' : 'dark' }),
    },
    { id: 'keys', label: t`Keyboard shortcuts`, icon: IconKeyboard, keys: '?', run: () => show('keys') },
    { id: 'switch', label: t`Switch account`, icon: IconUsers, run: () => void desk.accounts.leave() },
    { id: 'sign-out', label: t`Sign out`, icon: IconLogout, run: () => show('sign-out') },
  ];
}
