import { isOperator } from '../network/is-operator.ts';
import type { PortalDeps } from '../portal-deps.ts';
import { ProblemError } from './problems.ts';
import { asksFirst } from './routes.ts';

/** Lets only the operator's people through; behind `signedIn`. */
export function operatorOnly(deps: Pick<PortalDeps, 'store'>) {
  return asksFirst(async ({ var: { caller } }) => {
    if (!(await isOperator(deps, caller.person))) throw new ProblemError('not-allowed', { detail: 'operator-only' });
  });
}
