import { useFormatLocale } from './format-locale.ts';
import { fullMoment } from './moment-text.tsx';

interface RelativeTimeProps {
  readonly moment: string;
  /** The clock of the screens. */
  readonly now: string;
}

/** `in 3 hr.`, `2 days ago`; the moment itself on hover. */
export function RelativeTime({ moment, now }: RelativeTimeProps) {
  const locale = useFormatLocale();
  return (
    <time dateTime={moment} title={fullMoment(moment, locale)}>
      {relativeText(moment, now, locale)}
    </time>
  );
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How far a moment is from now, in the largest unit that was passed in full: never more time than there is. */
export function relativeText(moment: string, now: string, locale?: string | string[]): string {
  const apart = Date.parse(moment) - Date.parse(now);
  const [unit, length] = steps.find(([, each]) => Math.abs(apart) >= each) ?? ['minute', 60_000];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' }).format(
    Math.trunc(apart / length),
    unit,
  );
}
