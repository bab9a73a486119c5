/** How a file writes numbers. */
export interface NumberSigns {
  readonly decimalSign: '.' | ',';
  readonly thousandsSign: '' | '.' | ',' | ' ' | "'";
}

/** Blanks and apostrophes come in several characters; Excel and Intl write the narrow and the curved ones. */
const thousandsPatterns = { '': null, '.': '\\.', ',': ',', ' ': '[ \\u00a0\\u2009\\u202f]', "'": "['’]" } as const;

const patterns = new Map<string, RegExp>();

/** True for the dash that accounting formats show for nothing. */
export function isNothing(cell: string): boolean {
  return /^[-\u2013\u2014\u2212]$/.test(cell);
}

/** The number of a cell as the file writes it: `(320.00)`, `320.00-` and `-320.00` are the same; null for no number. */
export function readNumber(cell: string, signs: NumberSigns): number | null {
  const { bare, negative } = unsigned(cell);
  const plain = plainNumber(bare, signs);
  if (plain === null) return null;
  const value = Number(plain);
  return negative && value !== 0 ? -value : value;
}

/**
 * The same as a whole number of the smallest parts, exactly: `12,5` with two decimals is 1250. `too-fine` where it has
 * more decimals than that; null for no number, and for one written with an exponent.
 */
export function readExactly(cell: string, signs: NumberSigns, decimals: number): number | 'too-fine' | null {
  const { bare, negative } = unsigned(cell);
  const [, whole = '', fraction = ''] = /^(\d*)(?:\.(\d*))?$/.exec(plainNumber(bare, signs) ?? 'none') ?? [];
  if (whole + fraction === '') return null;
  const needed = fraction.replace(/0+$/, '');
  if (needed.length > decimals) return 'too-fine';
  const parts = Number(whole + needed.padEnd(decimals, '0'));
  return negative && parts !== 0 ? -parts : parts;
}

/** Digits with a decimal point; null for no number. */
function plainNumber(bare: string, signs: NumberSigns): string | null {
  if (!patternOf(signs).test(bare)) return null;
  const thousands = thousandsPatterns[signs.thousandsSign];
  const plain = thousands === null ? bare : bare.replaceAll(new RegExp(thousands, 'g'), '');
  return plain.replace(signs.decimalSign, '.');
}

/** 1250.50 as the file would write it. */
export function exampleNumber({ decimalSign, thousandsSign }: NumberSigns): string {
  return `1${thousandsSign}250${decimalSign}50`;
}

function unsigned(cell: string): { readonly bare: string; readonly negative: boolean } {
  // Blanks are trimmed and not matched: beside something that takes them too, a long run of them would be tried in every way.
  const [, bracketed] = /^\(([^()]*)\)$/.exec(cell) ?? [];
  if (bracketed !== undefined) return { bare: bracketed.trim(), negative: true };
  const [, before = '', bare = '', after = ''] = /^([-+\u2212]?)(.*?)([-\u2212]?)$/.exec(cell) ?? [];
  // A sign on both sides is left in, where no number has one.
  if (before !== '' && after !== '') return { bare: cell, negative: false };
  return { bare: bare.trim(), negative: before === '+' ? false : before !== '' || after !== '' };
}

function patternOf(signs: NumberSigns): RegExp {
  const name = signs.decimalSign + signs.thousandsSign;
  const known = patterns.get(name);
  if (known) return known;
  const thousands = thousandsPatterns[signs.thousandsSign];
  const grouped = thousands === null ? '' : `|\\d{1,3}(?:${thousands}\\d{3})+`;
  const decimal = signs.decimalSign === '.' ? '\\.' : ',';
  const made = new RegExp(`^(?:(?:\\d+${grouped})(?:${decimal}\\d*)?|${decimal}\\d+)(?:e[+-]?\\d{1,2})?$`, 'i');
  patterns.set(name, made);
  return made;
}
