import { readFile } from 'node:fs/promises';
import { isWholeText } from '../../shared/contract/parts.ts';
import type { PasswordFault } from '../../shared/contract/password-fault.ts';
import { assetPath } from '../asset-path.ts';
import { longestPassword, shortestPassword } from './auth.ts';

/** Who chooses a password: what somebody who guesses at it knows as well. */
export interface Chooser {
  readonly name: string;
  readonly email: string;
}

/** With less than this beside the own name, a password is the name. */
const fewLetters = 6;

/** What is wrong with a password, or null. What is guessed first is refused; there is no rule of what it is made of. */
export async function passwordFault(password: string, chooser: Chooser): Promise<PasswordFault | null> {
  if (password.length < shortestPassword) return 'too-short';
  if (password.length > longestPassword) return 'too-long';
  if (!isWholeText(password)) return 'unkept';
  if (isOwnName(password, chooser)) return 'own-name';
  return isPattern(folded(password)) || (await commonPasswords()).has(folded(password)) ? 'common' : null;
}

/** What the list leaves out, for its makers find it by rule: "1111111111", "abcabcabcabc", "0987654321". */
function isPattern(password: string): boolean {
  const signs = Array.from(password, (sign) => sign.codePointAt(0) ?? 0);
  const steps = signs.slice(1).map((sign, index) => sign - (signs[index] ?? 0));
  // Each sign the next one, or the one before; beside 9 stands 0.
  const isRun = [1, -1].some((step) => steps.every((each) => each === step || each === -9 * step));
  return isRun || /^(.{1,3})\1+$/su.test(password);
}

/** True where little is left of it without the words of the own name and address: "andersson1980", not a sentence. */
function isOwnName(password: string, { name, email }: Chooser): boolean {
  const words = folded(`${name} ${email}`)
    .split(noLetters)
    .filter((word) => word.length > 2)
    .toSorted((one, other) => other.length - one.length);
  const given = folded(password).replaceAll(noLetters, '');
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), given);
  return rest !== given && rest.length < fewLetters;
}

const noLetters = /[^\p{Letter}\p{Number}]+/gu;

/** One to a line, most used first; whose list it is stands in its first lines. */
async function commonPasswords(): Promise<ReadonlySet<string>> {
  const text = await readFile(assetPath('accounts', 'common-passwords.txt'), 'utf8');
  return new Set(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
