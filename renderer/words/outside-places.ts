import { mapHost } from '../../shared/contract/desk-places.ts';
import type { Site } from '../../shared/domain/case/case.ts';

/** Where the map shows a site: at its position, else by its address; null where neither is known. */
export function mapAddress({ street, postalCode, city, country, position }: Site): string | null {
  if (position) {
    const { latitude, longitude } = position;
    return `https://${mapHost}/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  }
  const words = [street, `${postalCode} ${city}`.trim(), country].filter(Boolean).join(', ');
  return street || city || postalCode ? `https://${mapHost}/search?query=${encodeURIComponent(words)}` : null;
}

/** What a telephone dials: digits and a plus only; null where what was typed is no number. */
export function phoneAddress(phone: string): string | null {
  const dialled = phone.replaceAll(/\(0\)|[^\d+]/g, '');
  return /^\+?\d{3,15}$/.test(dialled) && !/[a-z]/i.test(phone) ? `tel:${dialled}` : null;
}

/** Whom a mail goes to: one address and nothing else, whatever was imported. */
export function mailAddress(email: string): string | null {
  return /^[^\s@?&,;<>"]+@[^\s@?&,;<>"]+$/.test(email)
    ? `mailto:${encodeURIComponent(email).replace('%40', '@')}`
    : null;
}
