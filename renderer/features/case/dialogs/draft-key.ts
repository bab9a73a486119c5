import type { OpenCase } from '../../../offline/offline-desk.ts';

/** The name a draft of this case has in the account's drafts. */
export function draftKey({ key }: OpenCase, name: string): string {
  return `case/${key.portal}/${key.case}/${name}`;
}
