import { Menu, UnstyledButton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import {
  IconChevronDown,
  IconKeyboard,
  IconLogout,
  IconPlug,
  IconPlugOff,
  IconSettings,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDesk, useWorkplace } from '../../bindings/contexts.ts';
import { useWorkOffline } from '../../bindings/use-work-offline.ts';
import { Initials } from '../../ui/initials.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useDialogs } from './dialogs.ts';
import classes from './shell.module.css';

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** Who is signed in, and what concerns the person and this computer. */
export function AccountMenu() {
  const desk = useDesk();
  const { t } = useLingui();
  const { session } = useWorkplace();
  const [onPurpose, setOnPurpose] = useWorkOffline();
  const show = useDialogs((dialogs) => dialogs.show);
  return (
    <Menu width={240} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={t`Account of ${session.name}`}>
          <Initials name={session.name} size={26} />
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{session.name}</strong>
          <span>{session.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconSettings {...icon} />} component={Link} to="/settings">
          <Trans>Settings</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconUserCheck {...icon} />} component={Link} to="/rights">
          <Trans>What I may do</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconPlug {...icon} />} component={Link} to="/connection">
          <Trans>Connection</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconPlugOff {...icon} />} onClick={() => setOnPurpose(!onPurpose)}>
          {onPurpose ? <Trans>Work online again</Trans> : <Trans>Work offline</Trans>}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard {...icon} />}
          rightSection={<KeyHint keys="?" />}
          onClick={() => show('keys')}
        >
          <Trans>Keyboard shortcuts</Trans>
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUsers {...icon} />} onClick={() => void desk.accounts.leave()}>
          <Trans>Switch account</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout {...icon} />} onClick={() => show('sign-out')}>
          <Trans>Sign out…</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
