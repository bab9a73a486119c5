import { backgroundKinds } from '../../shared/contract/operator.ts';

/** What is done in the background. */
export const jobKinds = ['mail', ...backgroundKinds] as const;

/** A kind of work in the background. */
export type JobKind = (typeof jobKinds)[number];
