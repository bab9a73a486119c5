import type { DeskVerbs } from './ipc.ts';
import type { Shell } from './shell.ts';
import { accountVerbs } from './verbs/account-verbs.ts';
import { keepingVerbs } from './verbs/keeping-verbs.ts';
import { letterVerbs } from './verbs/letter-verbs.ts';
import { machineVerbs } from './verbs/machine-verbs.ts';
import { setUpVerbs } from './verbs/set-up-verbs.ts';

/** Every verb of `DeskApi`; the compiler names a missing one. */
export function deskHandlers(shell: Shell): DeskVerbs {
  return {
    ...accountVerbs(shell),
    ...keepingVerbs(shell),
    ...letterVerbs(),
    ...machineVerbs(shell),
    ...setUpVerbs(shell),
  } satisfies DeskVerbs;
}
