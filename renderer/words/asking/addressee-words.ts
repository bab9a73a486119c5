import { t } from '@lingui/core/macro';

/** Who is asked, inside a sentence. */
export function addresseeWords({ kind, name }: { readonly kind: string; readonly name: string }): string {
  return kind === 'company-admin' ? t`an admin of ${name}` : name;
}
