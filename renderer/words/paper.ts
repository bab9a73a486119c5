import type { Letter } from '../../shared/contract/letter.ts';
import { formatLocale } from './figures.ts';

/** The places that write on Letter; all others write on A4. */
const onLetter: ReadonlySet<string> = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'PR', 'GT', 'CR', 'PA']);

/** The paper of a place, by the locale of its figures. */
export function paperOf(locale: string | string[] = formatLocale()): Letter['paper'] {
  const first = typeof locale === 'string' ? locale : (locale[0] ?? 'en');
  // A language alone says nothing of the paper: English is written on A4 in more places.
  const { region } = new Intl.Locale(first);
  return region && onLetter.has(region) ? 'Letter' : 'A4';
}
