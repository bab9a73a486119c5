import { useCaseView } from '../case/frame.ts';
import { leftOutWords } from '../../words/approval-words.ts';
import { refusalWords } from '../../words/refusal-words.ts';
import type { DryLine } from './approval-dry-run.ts';
import classes from './budgets-approval.module.css';

/** How many are left out for which reason; how much each is above the limit stands with each. */
export function WhyLeftOut({ lines }: { readonly lines: readonly DryLine[] }) {
  const { open } = useCaseView();
  const counts = new Map<string, { readonly words: string; readonly count: number }>();
  for (const { refusal } of lines) {
    if (!refusal) continue;
    const words = refusalWords({ code: refusal.code, grantor: refusal.grantor }, open.standing).sentence;
    counts.set(refusal.code, { words, count: (counts.get(refusal.code)?.count ?? 0) + 1 });
  }
  if (counts.size === 0) return null;
  return (
    <ul className={classes.reasons}>
      {[...counts].map(([code, { words, count }]) => (
        <li key={code}>
          {leftOutWords(count)} {words}
        </li>
      ))}
    </ul>
  );
}
