import type { Position } from './directory.ts';
import { kilometresBetween } from './nearest-offices.ts';

/** Where a case is. */
interface Located {
  readonly postalCode: string;
  readonly country: string;
  readonly position: Position | null;
}

/** Where a postal code lies by the sites that have it, or that begin as it does. */
interface PlaceBySites {
  readonly position: Position;
  /** How many sites it is the middle of, and how far the furthest of them is. */
  readonly sites: number;
  readonly kilometres: number;
  /** What the sites' codes begin with. */
  readonly beginning: string;
  readonly country: string;
}

/** Fewer signs than this name half a country. */
const fewestSigns = 3;

/** A postal code without what is written in it or not: `sw1a 1aa` and `SW1A1AA` are the same. */
export function foldPostalCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** How many signs two postal codes begin with alike. */
export function sharedSigns(one: string, other: string): number {
  const [first, second] = [foldPostalCode(one), foldPostalCode(other)];
  let length = 0;
  while (length < first.length && first[length] === second[length]) length += 1;
  return length;
}

/**
 * The middle of the sites with a postal code, else of those that share the longest beginning with it; null where none
 * shares three signs. One code is written in several countries: the one with the most sites is meant.
 */
export function proposePlace(sites: readonly Located[], postalCode: string): PlaceBySites | null {
  const wanted = foldPostalCode(postalCode);
  const located = sites.flatMap(({ postalCode: code, country, position }) =>
    position ? [{ code: foldPostalCode(code), country, position }] : [],
  );
  for (let length = wanted.length; length >= fewestSigns; length -= 1) {
    const beginning = wanted.slice(0, length);
    const [country, positions] = commonest(located.filter(({ code }) => code.startsWith(beginning)));
    const position = middleOf(positions);
    if (!position) continue;
    const kilometres = Math.max(...positions.map((each) => kilometresBetween(position, each) ?? 0));
    return { position, sites: positions.length, kilometres, beginning, country };
  }
  return null;
}

interface Found {
  readonly country: string;
  readonly position: Position;
}

function commonest(found: readonly Found[]): readonly [country: string, positions: readonly Position[]] {
  const countries = new Map<string, Position[]>();
  for (const { country, position } of found) countries.set(country, [...(countries.get(country) ?? []), position]);
  return [...countries].reduce((one, other) => (other[1].length > one[1].length ? other : one), ['', []]);
}

/** The middle on the globe, which also lies between places on both sides of the date line. */
function middleOf(positions: readonly Position[]): Position | null {
  if (positions.length === 0) return null;
  let [x, y, z] = [0, 0, 0];
  for (const { latitude, longitude } of positions) {
    const [north, east] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
    x += Math.cos(north) * Math.cos(east);
    y += Math.cos(north) * Math.sin(east);
    z += Math.sin(north);
  }
  return { latitude: degrees(Math.atan2(z, Math.hypot(x, y))), longitude: degrees(Math.atan2(y, x)) };
}

/** To about ten metres: more would say more than a middle knows. */
function degrees(radians: number): number {
  return Math.round((radians * 180 * 10_000) / Math.PI) / 10_000;
}
