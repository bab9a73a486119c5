/** A sign of a formula, and where it begins in what was typed. */
export type FormulaSign =
  | { readonly kind: 'number'; readonly at: number; readonly value: Fraction }
  | { readonly kind: 'operator'; readonly at: number; readonly operator: Operator }
  | { readonly kind: 'open' | 'close'; readonly at: number };

/** What is done with two numbers. */
export type Operator = '+' | '-' | '*' | '/';

/** A number to its last digit; `under` is above zero. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** The signs of a formula, or where something stands that is none. */
export type FormulaSigns =
  | { readonly signs: readonly FormulaSign[] }
  | { readonly unread: 'not-a-number' | 'sign-missing'; readonly at: number };

/** As they are typed and printed: Intl writes a minus as U+2212, a dash is typed for one. */
const operators: Readonly<Record<string, Operator>> = {
  '+': '+',
  '-': '-',
  '\u2212': '-',
  '\u2013': '-',
  '*': '*',
  '×': '*',
  x: '*',
  X: '*',
  '/': '/',
  '÷': '/',
};

const numberRun = /[\d.,](?:[\d.,'’]|\s+(?=\d))*/y;

/** Cuts a formula into its signs. */
export function formulaSigns(typed: string): FormulaSigns {
  const signs: FormulaSign[] = [];
  let at = 0;
  while (at < typed.length) {
    const sign = typed.charAt(at);
    const operator = Object.hasOwn(operators, sign) ? operators[sign] : undefined;
    numberRun.lastIndex = at;
    const [run] = numberRun.exec(typed) ?? [];
    if (run !== undefined) {
      const read = readRun(run);
      if ('unread' in read) return { unread: read.unread, at: at + read.at };
      signs.push({ kind: 'number', at, value: read });
    } else if (operator) signs.push({ kind: 'operator', at, operator });
    else if (sign === '(' || sign === ')') signs.push({ kind: sign === '(' ? 'open' : 'close', at });
    else if (!/\s/.test(sign)) return { unread: 'not-a-number', at };
    at += run?.length ?? 1;
  }
  return { signs };
}

/** Digits with their decimal sign and groups; `2 50` is two numbers, `2 500` is one. */
function readRun(run: string): Fraction | { readonly unread: 'not-a-number' | 'sign-missing'; readonly at: number } {
  const plain = /^(\d*)(?:[.,](\d+))?$/.exec(run) ?? groupedParts(run);
  if (plain) {
    const [, whole = '', decimals = ''] = plain;
    return { over: BigInt(whole.replaceAll(/\D/g, '') + decimals), under: 10n ** BigInt(decimals.length) };
  }
  // With blanks that part no groups, the second number is where the sign is missing.
  const blank = /\s+/.exec(run);
  return blank ? { unread: 'sign-missing', at: blank.index + blank[0].length } : { unread: 'not-a-number', at: 0 };
}

/** Groups of three with one sign between them, which is not the decimal sign too. */
function groupedParts(run: string): RegExpExecArray | null {
  return (
    /^([1-9]\d{0,2}(?:[ \u00a0\u2007\u2009\u202f]\d{3})+)(?:[.,](\d+))?$/.exec(run) ??
    /^([1-9]\d{0,2}(?:['’]\d{3})+)(?:[.,](\d+))?$/.exec(run) ??
    /^([1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/.exec(run) ??
    /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$/.exec(run) ??
    /^([1-9]\d{0,2}(?:\.\d{3}){2,}|[1-9]\d{0,2}(?:,\d{3}){2,})$/.exec(run)
  );
}
