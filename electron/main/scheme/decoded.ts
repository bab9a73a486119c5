/** A part of an address as it is meant, or null where it is written as no browser writes one. */
export function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
