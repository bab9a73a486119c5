import { I18n } from '@lingui/core';

type Values = Readonly<Record<string, unknown>>;

/**
 * Lingui decodes `\x64` and `\u00e4` in the finished message, values included, so that `D:\Tools\x64` lost its folder.
 * It does so once: a backslash that goes in as its own code comes out as it was. Every message goes through here, those
 * of macros and of `Trans` too.
 */
export function keepValuesWhole(i18n: I18n): I18n {
  const translate = I18n.prototype._.bind(i18n) as (...asked: readonly unknown[]) => string;
  const whole = (id: unknown, values?: Values, options?: unknown): string =>
    typeof id === 'object' && id !== null
      ? translate({ ...id, values: coded('values' in id ? (id.values as Values) : values) }, undefined, options)
      : translate(id, coded(values), options);
  return Object.assign(i18n, { _: whole, t: whole });
}

function coded(values: Values | undefined): Values | undefined {
  if (!values) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\\', String.raw`\x5c`) : value,
    ]),
  );
}
