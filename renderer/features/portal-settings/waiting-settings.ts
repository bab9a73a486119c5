import type { OutboxItem, PortalState } from '../../offline/offline-desk.ts';
import { decidesByPart, type CompensationSettings } from '../../../shared/domain/compensation/compensation-settings.ts';
import { allocationIn } from '../../../shared/domain/portal/allocation.ts';
import type { ChangeAllocation } from '../../../shared/domain/portal/change-allocation.ts';
import type { ExternalCaseHandlerSettings } from '../../../shared/domain/portal/portal-settings.ts';
import type { ChangeSettlementRules } from '../../../shared/domain/settlement/change-settlement-rules.ts';
import { settlementRulesIn } from '../../../shared/domain/settlement/settlement-rules.ts';
import type { Right } from '../../../shared/domain/rights/rights.ts';
import type { TaskRole } from './task-roles.ts';

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

/** How compensation is decided with what waits. */
export function shownCompensation(
  { portal, standing }: PortalState,
  outbox: readonly OutboxItem[],
): Shown<CompensationSettings['parts']> {
  const waiting = outbox.findLast(
    ({ command }) => command?.name === 'change-compensation' && command.portal === portal,
  )?.command;
  if (waiting?.name === 'change-compensation') return { part: waiting.input.parts, since: waiting.at };
  return { part: decidesByPart(standing.settings) ? 'by-part' : 'whole', since: null };
}

/** Whether work plans are in use, with what waits. */
export function shownWorkPlans({ portal, standing }: PortalState, outbox: readonly OutboxItem[]): Shown<boolean> {
  const waiting = outbox.findLast(
    ({ command }) => command?.name === 'change-work-plans' && command.portal === portal,
  )?.command;
  if (waiting?.name !== 'change-work-plans') return { part: standing.settings.workPlans, since: null };
  return { part: waiting.input.workPlans, since: waiting.at };
}

/** How tasks are assigned, with what waits. */
export function shownAllocation(
  { portal, standing }: PortalState,
  outbox: readonly OutboxItem[],
): Shown<ChangeAllocation> {
  const waiting = outbox.findLast(({ command }) => command?.name === 'change-allocation' && command.portal === portal);
  if (waiting?.command?.name !== 'change-allocation') return { part: allocationIn(standing.settings), since: null };
  return { part: waiting.command.input, since: waiting.command.at };
}

/** How the portal settles with customers, with what waits. */
export function shownSettlement(
  { portal, standing }: PortalState,
  outbox: readonly OutboxItem[],
): Shown<ChangeSettlementRules> {
  const waiting = outbox.findLast(
    ({ command }) => command?.name === 'change-settlement-rules' && command.portal === portal,
  )?.command;
  if (waiting?.name !== 'change-settlement-rules') return { part: settlementRulesIn(standing.settings), since: null };
  return { part: waiting.input, since: waiting.at };
}

/** The set of a role by a task with what waits. */
export function shownTaskRole(
  { command: name, set }: TaskRole,
  { portal, standing }: PortalState,
  outbox: readonly OutboxItem[],
): Shown<readonly Right[]> {
  const waiting = outbox.findLast(({ command }) => command?.name === name && command.portal === portal)?.command;
  if (waiting?.name !== name) return { part: standing.settings[set] ?? [], since: null };
  return { part: waiting.input.rights, since: waiting.at };
}
