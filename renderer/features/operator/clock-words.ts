import { t } from '@lingui/core/macro';
import { formatLocale } from '../../words/figures.ts';

/** What an answer's way there and back may make of two clocks that agree. */
const noise = 2000;

/** How this computer's clock stands to the portal server's. */
export function clockWords(ahead: number): string {
  const apart = Math.abs(ahead);
  if (apart < noise) return t`this computer's clock agrees`;
  const inSeconds = apart < 120_000;
  const format = new Intl.NumberFormat(formatLocale(), {
    style: 'unit',
    unit: inSeconds ? 'second' : 'minute',
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  });
  const time = format.format(apart / (inSeconds ? 1000 : 60_000));
  return ahead > 0
    ? t`this computer's clock is ahead by ${time}; set the one that is wrong`
    : t`this computer's clock is behind by ${time}; set the one that is wrong`;
}
