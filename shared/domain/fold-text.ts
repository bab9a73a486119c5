/** Letters that are one sign in Unicode, as they are typed where a keyboard has none of them. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};

/**
 * A text as it is searched: small letters without their accents, however they were written. Whoever types `lodz`,
 * `Łódź` or it with its accents apart finds the same.
 */
export function foldText(text: string): string {
  const small = text.toLowerCase();
  // Most of what is searched has no such letter, and each letter typed asks for thousands of rows.
  // oxlint-disable-next-line no-control-regex -- all of ASCII
  if (/^[\u0000-\u007f]*$/.test(small)) return small;
  return (
    small
      .normalize('NFKD')
      // The accents of Latin, Greek and Cyrillic; marks of other scripts are letters of their own.
      .replaceAll(/[\u0300-\u036f]/g, '')
      .replaceAll(/[ßæœøłđðþħı]/g, (letter) => letters[letter] ?? letter)
      .normalize('NFC')
  );
}
