import { readFileSync } from 'node:fs';

export const isRoot = (): boolean => process.getuid?.() === 0;

/** Number of a user and of its group, as /etc/passwd says. */
export function idsOf(user: string): { readonly uid: number; readonly gid: number } {
  const fields = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === user);
  if (!fields) throw new Error(`there is no user ${user} on this machine`);
  return { uid: Number(fields[2]), gid: Number(fields[3]) };
}

/** The command line that runs a program as that user, and ends it when we end; without a user, the program as it is. */
export function underUser(
  user: string | undefined,
  program: string,
  args: readonly string[],
): readonly [string, readonly string[]] {
  if (!user) return [program, args];
  const { uid, gid } = idsOf(user);
  const become = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--pdeathsig=KILL'];
  return ['setpriv', [...become, '--', program, ...args]];
}
