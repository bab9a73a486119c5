import { i18n, type I18n } from '@lingui/core';
import { messages } from '../locales/en/messages.po';

/** English words; figures and dates as this machine writes them. */
export function loadLanguage(): I18n {
  i18n.load('en', messages);
  i18n.activate('en', [...navigator.languages]);
  return i18n;
}
