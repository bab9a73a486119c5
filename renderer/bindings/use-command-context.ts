import { useCallback } from 'react';
import type { Command } from '../../shared/contract/commands.ts';
import type { CaseRow } from '../../shared/domain/case/list-row.ts';
import type { PortalState } from '../offline/offline-desk.ts';
import { useOffline, useRows } from './use-offline.ts';

/** What is known around a command now: its portal, and its case's row where it is still held. */
export interface CommandContext {
  readonly portal: PortalState | undefined;
  readonly row: CaseRow | undefined;
}

export function useCommandContext(): (command: Command | null) => CommandContext {
  const portals = useOffline((state) => state.portals);
  const rows = useRows();
  return useCallback(
    (command) => ({
      portal: portals.find(({ portal }) => portal === command?.portal),
      row: rows.find(({ row }) => row.id === command?.subject.id && row.portal === command.portal)?.row,
    }),
    [portals, rows],
  );
}
