import { t } from '@lingui/core/macro';
import { z } from 'zod';
import type { SettingsEntry } from '../../../shared/contract/settings-log.ts';
import { rightFacts } from '../../../shared/domain/rights/right-facts.ts';
import { rights } from '../../../shared/domain/rights/rights.ts';
import { listText } from '../../words/figures.ts';
import { rightWords } from '../../words/right-words.ts';

/** What costs are calculated in. */
export function kindWords(workPlans: boolean): string {
  return workPlans ? t`Work plans: items with quantities and prices` : t`Simple budgets: an amount and a file`;
}

/** What a switch does, a line each: what is used, and which rights have an effect from then on, or none. */
export function workPlansChangeWords(workPlans: boolean): readonly string[] {
  const [inUse, notInUse] = [labelsOf('in-use'), labelsOf('not-in-use')];
  const [gain, lose] = workPlans ? [inUse, notInUse] : [notInUse, inUse];
  return [
    workPlans ? t`work plans are in use` : t`simple budgets are in use`,
    t`these rights have an effect where they are given: ${gain}`,
    t`these have none: ${lose}`,
  ];
}

function labelsOf(asked: 'in-use' | 'not-in-use'): string {
  const needing = rights.filter((right) => rightFacts(right).workPlans === asked);
  return listText(needing.map((right) => rightWords(right).label));
}

const logged = z.boolean();

/** The same of a change that was written down, in one line; nothing where it was about something else. */
export function loggedWorkPlansWords({ after }: SettingsEntry): readonly string[] {
  const is = logged.safeParse(after['workPlans']);
  return is.success ? workPlansChangeWords(is.data).slice(0, 1) : [];
}
