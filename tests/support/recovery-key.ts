/** What recovery secrets of the tests are sealed with. */
export const recoveryKey = new Uint8Array(32).fill(7);
