import type { Revision } from '../revision.ts';

/** How a portal decides on compensation. */
export interface CompensationSettings {
  /** Part by part, from which the result follows, or the whole at once (domain-2.md §2). */
  readonly parts: 'by-part' | 'whole';
  readonly revision?: Revision;
}

/** True where the result follows from parts: also in a portal that never said so. */
export function decidesByPart({ compensation }: { readonly compensation?: CompensationSettings | undefined }): boolean {
  return compensation?.parts !== 'whole';
}
