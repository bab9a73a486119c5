import { openSpotlight } from '@mantine/spotlight';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { DeskEvent } from '../../../shared/contract/desk-api.ts';
import { useDesk, useWorkplace } from '../../bindings/contexts.ts';

type MenuCommand = Extract<DeskEvent, { kind: 'command' }>['name'];

/** Follows the desk: a notification or a link opens its case, the native menu's entries do what they say. */
export function useDeskEvents(): void {
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
      if (event.kind === 'open-case') void navigate({ to: '/cases/$portal/$case', params: event.subject });
      if (event.kind === 'command') commands[event.name]();
    });
  }, [desk, sync, navigate, history]);
}
