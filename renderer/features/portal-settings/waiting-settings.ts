import type { OutboxItem, PortalState } from '../../offline/offline-desk.ts';
import type { ExternalCaseHandlerSettings } from '../../../shared/domain/portal/portal-settings.ts';
import type { Right } from '../../../shared/domain/rights/rights.ts';

/** What is shown: as the portal has it, or with the change that waits for it. */
export interface Shown<Part> {
  readonly part: Part;
  /** When the change that waits was made; null where none does. */
  readonly since: string | null;
}

/** The role's part with what waits. */
export function shownRole(
  { portal, standing }: PortalState,
  outbox: readonly OutboxItem[],
): Shown<ExternalCaseHandlerSettings> {
  const part = standing.settings.externalCaseHandler;
  const waiting = outbox.findLast(({ command }) => command?.name === 'change-rights' && command.portal === portal);
  if (waiting?.command?.name !== 'change-rights') return { part, since: null };
  return { part: { ...part, ...waiting.command.input }, since: waiting.command.at };
}

/** The project manager's set with what waits. */
export function shownManagerRights(
  { portal, standing }: PortalState,
  outbox: readonly OutboxItem[],
): Shown<readonly Right[]> {
  const waiting = outbox.findLast(
    ({ command }) => command?.name === 'change-manager-rights' && command.portal === portal,
  );
  if (waiting?.command?.name !== 'change-manager-rights')
    return { part: standing.settings.projectManagerRights, since: null };
  return { part: waiting.command.input.rights, since: waiting.command.at };
}
