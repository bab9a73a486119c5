import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';
import { createLane } from './lane.ts';

/** A hash takes 19 MiB and holds up the process: fifty at once took a gigabyte and gave nobody a turn for seconds. */
const lane = createLane(20);

/** Of a password: argon2id with 19 MiB and two passes (OWASP's floor), encoded with its parameters and salt. */
export function hashPassword(password: string): Promise<string> {
  return lane.run(() =>
    argon2id({
      password: password.normalize('NFKC'),
      salt: randomBytes(16),
      parallelism: 1,
      iterations: 2,
      memorySize: 19_456,
      hashLength: 32,
      outputType: 'encoded',
    }),
  );
}

/** True where a password fits a hash. */
export function fitsPassword(password: string, hash: string): Promise<boolean> {
  return lane.run(() => argon2Verify({ password: password.normalize('NFKC'), hash }));
}
