import type { Refusal } from './refusal.ts';
import type { Role } from './rights.ts';

/** The answer to "may I?": as whom, or why not and who can help. */
export type Verdict =
  { readonly allowed: true; readonly as: Role } | { readonly allowed: false; readonly refusal: Refusal };

/** A yes, as whom it is done. */
export function yes(as: Role): Verdict {
  return { allowed: true, as };
}

/** A no, and why. */
export function no(refusal: Refusal): Verdict {
  return { allowed: false, refusal };
}
