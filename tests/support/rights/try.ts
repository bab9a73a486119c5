import { createHash } from 'node:crypto';
import type { CommandInputs, CommandName } from '../../../shared/domain/command-book.ts';
import type { CaseChange } from './whole-case.ts';

/** A command that is tried by everybody: a row of the rights matrix. */
export interface Try<Name extends CommandName = CommandName> {
  readonly name: Name;
  /** What it is about, where not the case of the try; `oneself` is who tries. */
  readonly subject?: string;
  /** `who` tries it, on this case. */
  readonly input: (subject: string, who: string) => CommandInputs[Name];
  readonly basedOn?: string;
  readonly change?: CaseChange;
}

/** Tries by what is done, in words. */
export type Tries = Readonly<Record<string, Try>>;

/** A try whose name and input belong together. */
export function made<Name extends CommandName>(each: Try<Name>): Try {
  return each;
}

export const bytes = new TextEncoder().encode('amount;4200');
export const sha256 = createHash('sha256').update(bytes).digest('hex');

/** The file that is sent before the command which names it. */
export const fileOf = (subject: string, who: string): string => `${subject}-${who}`;

export const calculation = (subject: string, who: string) => ({
  file: fileOf(subject, who),
  name: 'calculation.csv',
  size: bytes.length,
  sha256,
  mediaType: 'text/csv',
});

/** A revision of before. */
export const older = 'an-older-revision';
