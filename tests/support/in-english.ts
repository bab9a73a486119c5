import { i18n } from '@lingui/core';
import { keepValuesWhole } from '../../renderer/words/whole-values.ts';

/** Texts in English as written in the source; numbers and dates as a place writes them. */
export function inEnglish(formats = 'en-GB'): void {
  keepValuesWhole(i18n).loadAndActivate({ locale: 'en', locales: [formats], messages: {} });
}
