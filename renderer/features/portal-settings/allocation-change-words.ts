import { t } from '@lingui/core/macro';
import { z } from 'zod';
import { ownManagerWords, recommendedWords } from '../../words/portals/allocation-words.ts';
import { allocationParts } from '../../../shared/contract/allocation.ts';
import type { SettingsEntry } from '../../../shared/contract/settings-log.ts';
import { usualAllocation } from '../../../shared/domain/portal/allocation.ts';
import type { ChangeAllocation } from '../../../shared/domain/portal/change-allocation.ts';

/** What a change of how tasks are assigned did, a line each. */
export function allocationChangeWords(from: ChangeAllocation, to: ChangeAllocation): readonly string[] {
  const [was, is] = [recommendedWords(from.recommendedKilometres), recommendedWords(to.recommendedKilometres)];
  const rule = ownManagerWords(to.managerFromOwnCompany);
  return [
    ...(was === is ? [] : [t`offices are recommended up to: ${was} before, ${is} now`]),
    ...(from.managerFromOwnCompany === to.managerFromOwnCompany
      ? []
      : [t`project management to the handler's own company: ${rule}`]),
  ];
}

const logged = z.object(allocationParts);

/** The same of a change that was written down; nothing where it was about something else. */
export function loggedAllocationWords({ before, after }: SettingsEntry): readonly string[] {
  const is = logged.safeParse(after['allocation']);
  // What was never set before is logged as null.
  const was = logged.safeParse(before['allocation'] ?? usualAllocation);
  return was.success && is.success ? allocationChangeWords(was.data, is.data) : [];
}

/** A distance as it was typed; an empty field is none. */
export function readKilometres(typed: string): { readonly kilometres: number | null; readonly error: string | null } {
  if (typed.trim() === '') return { kilometres: null, error: null };
  const read = allocationParts.recommendedKilometres.safeParse(Number(typed));
  return read.success
    ? { kilometres: read.data, error: null }
    : { kilometres: null, error: t`Enter whole kilometres, for example 100.` };
}
