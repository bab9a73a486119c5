import type { OpenWorkplace } from './workplace.ts';

/** Opens the cache, the outbox and the sync loop of an account. */
export const openWorkplace: OpenWorkplace = () =>
  Promise.reject(new Error('The offline desk is not part of this build.'));
