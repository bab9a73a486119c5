import { t } from '@lingui/core/macro';
import type { FailedJob } from '../../../shared/contract/operator.ts';

/** What is done in the background. */
export function jobKindWords(kind: FailedJob['kind']): string {
  return words[kind]();
}

const words: Readonly<Record<FailedJob['kind'], () => string>> = {
  report: () => t`Making a Case statistics report`,
  briefs: () => t`Telling offices whose role waits about the limits of their users`,
  'sweep-accounts': () => t`Clearing away sessions and links that have ended`,
  'sweep-portals': () => t`Clearing away what is not kept any longer`,
};
