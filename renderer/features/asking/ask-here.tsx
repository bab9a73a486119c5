import type { AskProps } from '../../bindings/ask-component.ts';
import { useCase } from '../../bindings/use-case.ts';
import { useNow } from '../../bindings/use-now.tsx';
import { AskStep } from './ask-step.tsx';

/** Asks for what was refused in a case, on a page that is not the case's; nothing where the case is not on this desk. */
export function AskHere({ of, ...refused }: AskProps) {
  const hold = useCase(of);
  const now = useNow();
  return hold.phase === 'open' ? <AskStep {...refused} open={hold.open} now={now} /> : null;
}
