import type { ActionKind } from '../../../shared/domain/dashboard/actions.ts';
import type { Family } from './family.ts';

/** The list of the families; where a thing to do has steps in none of them it does not compile, and the error names it. */
export function complete<const Families extends readonly Family[]>(
  families: Families & ([Missing<Families[number]>] extends [never] ? unknown : { missing: Missing<Families[number]> }),
): readonly Family[] {
  return families;
}

type Missing<Each> = Exclude<ActionKind, Each extends { readonly steps: infer Book } ? keyof Book : never>;
