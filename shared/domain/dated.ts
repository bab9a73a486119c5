import type { Stamp } from './decision.ts';
import type { Moment } from './moment.ts';

/**
 * The question with its moment no earlier than these. A clock that was behind must not date a decision before the
 * thing it decides on: whoever reads the log later would find an approval of what was not there yet. But no later than
 * received: what a portal server's clock that was ahead has dated into the future must not carry on, or nothing that
 * follows would ever be overdue.
 */
export function dated<Question extends { readonly stamp: Stamp }>(
  question: Question,
  moments: readonly (Moment | null)[],
): Question {
  const { stamp } = question;
  const latest = moments.reduce<Moment>((late, each) => (each !== null && each > late ? each : late), stamp.at);
  const at = stamp.receivedAt !== null && latest > stamp.receivedAt ? stamp.receivedAt : latest;
  return at === stamp.at ? question : { ...question, stamp: { ...stamp, at, decidedAt: stamp.decidedAt ?? stamp.at } };
}
