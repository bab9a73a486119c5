const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Writes dates. Making a format costs a hundred times what using it does, and a list shows thousands of dates; one without
 * a zone of its own follows the computer into another one.
 */
export function dateFormat(locale: string | string[], options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const here = options.timeZone ?? new Date().getTimezoneOffset();
  const key = `${String(locale)} ${here} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** The zone of this computer, as a portal names its own. */
export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** True where the clocks of a zone show at a moment what this computer's shows. */
export function sameClock(moment: string, timeZone: string): boolean {
  const shown = { dateStyle: 'short', timeStyle: 'medium' } as const;
  const at = new Date(moment);
  return dateFormat('sv', shown).format(at) === dateFormat('sv', { ...shown, timeZone }).format(at);
}

/** True where a day of a zone begins at a moment. */
export function isMidnight(moment: string, timeZone: string): boolean {
  const time = dateFormat('sv', { timeStyle: 'medium', timeZone }).format(new Date(moment));
  return time === '00:00:00' && moment.endsWith('.000Z');
}
