import { t } from '@lingui/core/macro';
import type { AskableCode } from '../../../shared/domain/asking/lack.ts';
import { authorityWanted } from '../../../shared/domain/command-book.ts';
import { rights, type Right } from '../../../shared/domain/rights/rights.ts';
import { authorityWords } from '../authority-words.ts';
import { rightWords } from '../right-words.ts';

/** What is missing, as a case, its log or a command tells it. */
interface Missing {
  /** A command or an authority by its name. */
  readonly wanted: string;
  readonly code: string;
  readonly right?: string | null;
  readonly level?: number | string | null;
}

/** What is asked for, as it follows on "asked … for". */
export function lackWords({ wanted, code, right = null, level = null }: Missing): string {
  const book: Readonly<Partial<Record<string, (said: Said) => string>>> = lackBook;
  const said = { wanted: wantedWords(wanted), right, level };
  // A newer portal server may send a code this app does not know.
  return book[code]?.(said) ?? said.wanted;
}

type Said = Required<Omit<Missing, 'code'>>;

/** What was refused, by what it takes. */
function wantedWords(wanted: string): string {
  const authority = authorityWanted(wanted);
  return authority ? authorityWords(authority) : wanted;
}

const lackBook: Readonly<Record<AskableCode, (said: Said) => string>> = {
  'case-closed': () => t`opening the case again`,
  'right-missing': ({ right, wanted }) => {
    const label = right && isRight(right) ? rightWords(right).label : wanted;
    return t`the right “${label}”`;
  },
  'no-role-in-case': ({ wanted }) => t`the External case handler role, to do this: ${wanted}`,
  'level-too-low': ({ level, wanted }) =>
    level ? t`authority level ${level}, to do this: ${wanted}` : t`a higher authority level, to do this: ${wanted}`,
  'no-budget-permission': () => t`access to budgets`,
  'feature-off': ({ wanted }) => t`what the portal does not use, to do this: ${wanted}`,
  'no-inspection': () => t`a main inspection to decide on`,
  'inspection-undecided': () => t`the compensation decision`,
  'inspection-rejected': () => t`a word on what happens with the repairs`,
  'own-company': ({ wanted }) => t`a decision in place of the own company: ${wanted}`,
  'self-authored': ({ wanted }) => t`a decision by somebody else: ${wanted}`,
  'manager-of-own-company': () => t`a word from the insurer, to give the project management to the own company`,
  'limit-exceeded': () => t`a higher approval limit`,
  'pending-budget': () => t`a decision on the budget that waits`,
  'insurer-only': ({ wanted }) => t`this: ${wanted}`,
  'other-office-task': ({ wanted }) => t`this: ${wanted}`,
};

const everyRight: ReadonlySet<string> = new Set(rights);

function isRight(name: string): name is Right {
  return everyRight.has(name);
}
