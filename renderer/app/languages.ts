import { i18n, type I18n } from '@lingui/core';
import { keepValuesWhole } from '../words/whole-values.ts';
import { messages } from '../locales/en/messages.po';

/** English words; figures and dates as this machine writes them. */
export function loadLanguage(): I18n {
  i18n.load('en', messages);
  i18n.activate('en', formatLocales(navigator.languages));
  return keepValuesWhole(i18n);
}

/** The machine's locales that Intl knows, never none. Linux names some that are no locale (`C`, `en-US@posix`). */
export function formatLocales(machine: readonly string[]): string[] {
  const known = machine.filter((name) => {
    try {
      return Intl.NumberFormat.supportedLocalesOf(name).length > 0;
    } catch {
      return false;
    }
  });
  return known.length > 0 ? known : ['en-GB'];
}
