import { Trans as LinguiTrans, type TransProps } from '@lingui/react';

/**
 * What the `Trans` macro becomes (lingui.config.ts). Lingui looks for its own tags in the finished message, values
 * included: a value with `<` goes in as an element, which is not looked into.
 */
export function Trans({ values, ...props }: TransProps) {
  return <LinguiTrans {...props} values={values && asElements(values)} />;
}

function asElements(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value.includes('<') ? <>{value}</> : value,
    ]),
  );
}
