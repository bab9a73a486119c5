import type Holidays from 'date-holidays';
import type { Holiday, Place } from '../../shared/contract/calendar-answers.ts';
import { fromMilliseconds, toMilliseconds } from '../../shared/domain/moment.ts';

type Kind = Holiday['kind'];

/** The strongest first: of several names for a day, its word counts. */
const kinds: readonly Kind[] = ['public', 'bank', 'optional', 'observance'];
const language = 'en';
const dayLength = 86_400_000;

/** Two megabytes of rules: read when somebody asks, so that no start waits for them. */
async function load(): Promise<typeof Holidays> {
  return (await import('date-holidays')).default;
}

/** Every place whose holidays are known, in the order of the names. */
export async function readPlaces(): Promise<readonly Place[]> {
  const known = new (await load())();
  const within = (outer: Place | null, found: Readonly<Record<string, string>> | undefined): readonly Place[] =>
    Object.entries(found ?? {}).map(([code, name]) =>
      outer ? { code: `${outer.code}-${code}`, name: `${outer.name}, ${name}` } : { code, name },
    );
  const countries = within(null, known.getCountries(language));
  const places = countries.flatMap((country) => [
    country,
    ...within(country, known.getStates(country.code, language)).flatMap((state) => [
      state,
      ...within(state, known.getRegions(country.code, state.code.slice(country.code.length + 1), language)),
    ]),
  ]);
  return places.sort((one, other) => one.name.localeCompare(other.name, language));
}

/** The holidays of a year in a place, each day once; null for a place that is not known. */
export async function readHolidays(place: string, year: number): Promise<readonly Holiday[] | null> {
  const [country = '', ...inner] = place.split('-');
  const Known = await load();
  if (!isKnown(new Known(), country, inner)) return null;
  const [state = '', region = ''] = inner;
  const found = new Known(country, state, region).getHolidays(year, language);
  const byDay = new Map<string, Holiday>();
  for (const { date, start, end, name, type } of found) {
    const kind = kinds.find((each) => each === type);
    if (!kind) continue;
    for (const day of daysOf(date, end.getTime() - start.getTime())) {
      if (day.startsWith(`${year}-`)) byDay.set(day, together(byDay.get(day), { date: day, name, kind }));
    }
  }
  return [...byDay.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

function isKnown(known: Holidays, country: string, [state, region]: readonly string[]): boolean {
  const within = (found: object | undefined, code: string | undefined): boolean =>
    code === undefined || Object.hasOwn(found ?? {}, code);
  return (
    within(known.getCountries(language), country) &&
    within(known.getStates(country, language), state) &&
    within(state === undefined ? {} : known.getRegions(country, state, language), region)
  );
}

/** The days from a local one on, by its text and not by its instant: that lies on another day for whoever is far away. */
function daysOf(date: string, length: number): readonly string[] {
  const first = toMilliseconds(`${date.slice(0, 10)}T00:00:00.000Z`);
  const days = Math.max(1, Math.round(length / dayLength));
  return Array.from({ length: days }, (_, index) => fromMilliseconds(first + index * dayLength).slice(0, 10));
}

/** One day is listed several times, with several words for how closed it is. */
function together(one: Holiday | undefined, other: Holiday): Holiday {
  if (!one) return other;
  const [first, second] = kinds.indexOf(other.kind) < kinds.indexOf(one.kind) ? [other, one] : [one, other];
  return first.name === second.name ? first : { ...first, name: `${first.name}, ${second.name}` };
}
