import { expect, test } from 'vitest';
import { fitsPassword, hashPassword } from '../../../portal/accounts/password-hash.ts';

test('hashes that are asked for at once are made one by one, with a turn for everything else between', async () => {
  let [done, turns] = [0, 0];
  const hashes = Array.from({ length: 4 }, (_, index) =>
    hashPassword(`a long password ${index}`).finally(() => done++),
  );
  while (done < 4) {
    await new Promise((resolve) => setImmediate(resolve));
    turns += 1;
  }
  const [hash = ''] = await Promise.all(hashes);
  // All in one go they leave one turn: before the first, or after the last.
  expect(turns).toBeGreaterThanOrEqual(4);
  expect(await fitsPassword('a long password 0', hash)).toBe(true);
  expect(await fitsPassword('a long password 1', hash)).toBe(false);
});
