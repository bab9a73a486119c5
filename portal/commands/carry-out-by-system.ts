import type { WithdrawalReason } from '../../shared/contract/sync.ts';
import type { CasePage } from '../../shared/domain/case/case-page.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { personRef } from '../../shared/domain/member/standing.ts';
import type { System } from '../../shared/domain/rights/actor.ts';
import { directoryFor } from '../reads/network.ts';
import type { Carrying } from './carrying.ts';
import { loadCase } from './case-content.ts';
import { saveCase } from './save-case.ts';
import { tell } from './tell.ts';

/** What the system does in a case after a command, and why a tie is lost by it where the case does not tell. */
export interface Following<Input> {
  readonly page: CasePage<Input>;
  readonly input: Input;
  readonly because: WithdrawalReason | undefined;
}

/**
 * Carries out in a case what follows from a command about something else: as the system, in the same change and under the
 * command's id. It asks nobody, so a no is a fault of ours. Whoever issued the command is told nothing of it.
 */
export async function carryOutBySystem<Input>(
  { change, network, standing, stamp }: Carrying,
  id: CaseId,
  { page, input, because }: Following<Input>,
): Promise<void> {
  const before = await loadCase(change.db, change.portal, id);
  const actor: System = { side: 'system', settings: network.settings, after: personRef(standing) };
  const directory = directoryFor(network, standing);
  const decision = before && page.decide({ actor, directory, case: before.case, stamp }, input);
  if (!before || decision?.kind !== 'decided') throw new Error('What follows from a command could not be carried out.');
  const { after, chat, log, consequences } = decision;
  await saveCase(change, network, { before, after, chat, log, because });
  await tell(change, network, { subject: after, author: standing.member, consequences });
}
