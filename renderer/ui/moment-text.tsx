import { dateFormat } from './date-format.ts';
import { useFormatLocale } from './format-locale.ts';
import { dayOf, useToday } from './use-today.ts';

interface MomentProps {
  /** UTC. */
  readonly moment: string;
}

/** `3 Nov 2026, 10:42`. */
export function MomentText({ moment }: MomentProps) {
  return <Shown moment={moment} options={{ dateStyle: 'medium', timeStyle: 'short' }} />;
}

/** `10:42` today, with the day where it is another one. */
export function TimeOfDay({ moment, seconds = false }: MomentProps & { readonly seconds?: boolean }) {
  const today = useToday() === dayOf(moment);
  const time: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    second: seconds ? '2-digit' : undefined,
  };
  return <Shown moment={moment} options={today ? time : { day: 'numeric', month: 'short', ...time }} />;
}

/** `3 Nov 2026`. */
export function DayText({ moment }: MomentProps) {
  return <Shown moment={moment} options={{ dateStyle: 'medium' }} />;
}

/** Day, time and zone in full: the title of every shortened time. */
export function fullMoment(moment: string, locale: string | string[]): string {
  return dateFormat(locale, { dateStyle: 'full', timeStyle: 'long' }).format(new Date(moment));
}

function Shown({ moment, options }: MomentProps & { readonly options: Intl.DateTimeFormatOptions }) {
  const locale = useFormatLocale();
  return (
    <time dateTime={moment} title={fullMoment(moment, locale)}>
      {dateFormat(locale, options).format(new Date(moment))}
    </time>
  );
}
