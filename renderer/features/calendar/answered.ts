import type { Answer } from '../../portal/answer.ts';

/** The portal server said no, or could not be reached. */
class NotAnswered extends Error {
  override readonly name = 'NotAnswered';
}

/** The value of an answer, for a query; trouble becomes its error. */
export function answered<Value>(answer: Answer<Value>): Value {
  if (answer.kind !== 'ok') throw new NotAnswered('The portal server did not answer');
  return answer.value;
}
