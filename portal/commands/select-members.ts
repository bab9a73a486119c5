import type { Case } from '../../shared/domain/case/case.ts';
import { selectedMember, selectMember } from '../../shared/domain/task/select-member.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import { wholeDirectory } from '../reads/network.ts';
import { carryOutBySystem } from './carry-out-by-system.ts';
import type { Carrying } from './carrying.ts';

/**
 * What follows for tasks that have just been given to an office: whom the office has set for them is responsible at once,
 * in the same change. Where that is nobody who can be, the office names somebody as usual.
 */
export async function selectMembers(carrying: Carrying, { id, tasks }: Case): Promise<void> {
  const { network, stamp } = carrying;
  const directory = wholeDirectory(network);
  const allocated = ({ allocated: by }: Task): boolean => by?.command === stamp.id;
  for (const task of tasks.filter((each) => allocated(each) && selectedMember(directory, each) !== null)) {
    const following = { page: selectMember, input: { task: task.id }, because: undefined };
    // Lines of the log have the task in their ids: one command may have allocated several.
    await carryOutBySystem({ ...carrying, stamp: { ...stamp, item: task.id } }, id, following);
  }
}
