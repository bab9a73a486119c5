import { useFormatLocale } from './format-locale.ts';
import { dayOf, useToday } from './use-today.ts';

interface MomentProps {
  /** UTC. */
  readonly moment: string;
  /** IANA zone; the machine's own when left out. */
  readonly zone?: string;
}

/** `3 Nov 2026, 10:42`, in the zone of the portal. */
export function MomentText({ moment, zone }: MomentProps) {
  return <Shown moment={moment} zone={zone} options={{ dateStyle: 'medium', timeStyle: 'short' }} />;
}

/** `10:42` today, with the day where it is another one. */
export function TimeOfDay({ moment, zone, seconds = false }: MomentProps & { readonly seconds?: boolean }) {
  const today = useToday(zone) === dayOf(moment, zone);
  const time: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    second: seconds ? '2-digit' : undefined,
  };
  return <Shown moment={moment} zone={zone} options={today ? time : { day: 'numeric', month: 'short', ...time }} />;
}

/** `3 Nov 2026`. */
export function DayText({ moment, zone }: MomentProps) {
  return <Shown moment={moment} zone={zone} options={{ dateStyle: 'medium' }} />;
}

/** Day, time and zone in full: the title of every shortened time. */
export function fullMoment(moment: string, locale: string | string[], zone?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long', timeZone: zone }).format(
    new Date(moment),
  );
}

function Shown({ moment, zone, options }: MomentProps & { readonly options: Intl.DateTimeFormatOptions }) {
  const locale = useFormatLocale();
  return (
    <time dateTime={moment} title={fullMoment(moment, locale, zone)}>
      {new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(new Date(moment))}
    </time>
  );
}
