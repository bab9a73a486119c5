import { openSpotlight } from '@mantine/spotlight';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { DeskEvent } from '../../../shared/contract/desk-api.ts';
import { useDesk, useWorkplace } from '../../bindings/contexts.ts';

type MenuCommand = Extract<DeskEvent, { kind: 'command' }>['name'];

/** Follows the native menu: its entries do what they say. */
export function useMenuCommands(): void {
  const desk = useDesk();
  const { sync } = useWorkplace();
  const navigate = useNavigate();
  const { history } = useRouter();
  useEffect(() => {
    const commands: Readonly<Record<MenuCommand, () => void>> = {
      'sync-now': () => void sync.syncNow(),
      'open-palette': openSpotlight,
      'go-back': () => history.back(),
      'go-forward': () => history.forward(),
      'open-settings': () => void navigate({ to: '/settings' }),
    };
    return desk.onEvent((event) => {
      if (event.kind === 'command') commands[event.name]();
    });
  }, [desk, sync, navigate, history]);
}
