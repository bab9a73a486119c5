import { useCaseView, type Refused } from '../case/frame.ts';
import { AskStep } from './ask-step.tsx';

/** The way to who can help with a refusal in a case. */
export function AskInCase(refused: Refused) {
  const { open, now, show } = useCaseView();
  return <AskStep {...refused} open={open} now={now} onNote={() => show({ kind: 'ask-for', ...refused })} />;
}
