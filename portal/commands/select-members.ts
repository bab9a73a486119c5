import type { Case } from '../../shared/domain/case/case.ts';
import type { Decided } from '../../shared/domain/decision.ts';
import { personRef } from '../../shared/domain/member/standing.ts';
import type { System } from '../../shared/domain/rights/actor.ts';
import { selectedMember, selectMember } from '../../shared/domain/task/select-member.ts';
import { wholeDirectory } from '../reads/network.ts';
import type { Carrying } from './carrying.ts';

/**
 * What follows for tasks that a decision has just given to an office: whom the office has set for them is responsible at
 * once, by the system, saved with the decision itself. Where that is nobody who can be, the office names somebody as usual.
 */
export function withSelectedMembers(
  { network, standing, stamp }: Pick<Carrying, 'network' | 'standing' | 'stamp'>,
  decision: Decided<Case>,
): Decided<Case> {
  const directory = wholeDirectory(network);
  const actor: System = { side: 'system', settings: network.settings, after: personRef(standing) };
  const given = decision.after.tasks.filter(({ allocated }) => allocated?.command === stamp.id);
  return given
    .filter((task) => selectedMember(directory, task) !== null)
    .reduce<Decided<Case>>((made, { id: task }) => {
      // Lines of the log have the task in their ids: one command may have allocated several.
      const asked = { actor, directory, case: made.after, stamp: { ...stamp, item: task } };
      const follows = selectMember.decide(asked, { task });
      if (follows.kind !== 'decided') throw new Error('Who is responsible could not be set.');
      return {
        ...made,
        after: follows.after,
        log: [...made.log, ...follows.log],
        consequences: [...made.consequences, ...follows.consequences],
      };
    }, decision);
}
