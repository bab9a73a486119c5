import type { Revision } from '../../shared/domain/revision.ts';
import { readJson } from '../store/json.ts';

/** A revision as it is kept beside what it is of; undefined where nobody has changed that yet. */
export function revisionIn(text: string | null): Revision | undefined {
  return text === null ? undefined : readJson<Revision>(text);
}
