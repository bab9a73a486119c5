import { useLingui } from '@lingui/react/macro';

/** The locale of figures and dates, which is not the language of the texts. */
export function useFormatLocale(): string | string[] {
  const { i18n } = useLingui();
  const chosen = i18n.locales ?? i18n.locale;
  return chosen.length > 0 ? chosen : 'en';
}
