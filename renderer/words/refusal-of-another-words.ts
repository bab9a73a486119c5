import { t } from '@lingui/core/macro';
import type { MemberStanding } from '../../shared/domain/member/standing.ts';
import type { Refusal, RefusalCode } from '../../shared/domain/rights/refusal.ts';
import { refusalWords, type RefusalWords } from './refusal-words.ts';
import { rightWords } from './right-words.ts';

/** Why somebody else may not: the words of a refusal, for who looks at it and not for whom it was said to. */
export function refusalOfAnotherWords(refusal: Refusal, standing: MemberStanding): RefusalWords {
  const words = refusalWords(refusal, standing);
  const said = sentences[refusal.code]?.(refusal, standing);
  if (!said) return words;
  const { sentence, wayOn = words.wayOn } = said;
  return { ...words, sentence, wayOn, full: t`${sentence} ${wayOn}` };
}

interface Said {
  readonly sentence: string;
  readonly wayOn?: string;
}

/** Those that speak to the person they are about. */
const sentences: Readonly<Partial<Record<RefusalCode, (refusal: Refusal, standing: MemberStanding) => Said>>> = {
  'person-inactive': (_, { name, portalName }) => ({
    sentence: t`The membership of ${name} at ${portalName} is not active.`,
  }),
  'no-role-in-case': (refusal, { name, companyName, portalName, marked }) => {
    const right = 'right' in refusal ? refusal.right : null;
    const doing = right && rightWords(right).doing;
    return {
      sentence: doing
        ? t`${doing} needs the External case handler role in this case, and ${name} does not have it.`
        : t`${name} has no role in this case.`,
      wayOn:
        refusal.grantor !== 'own-office'
          ? t`${portalName} can give the External case handler role to an office of ${companyName}.`
          : marked
            ? t`${companyName} holds the External case handler role and can assign it to ${name}.`
            : t`${companyName} holds the External case handler role and can assign it to ${name} once ${portalName} has marked ${name} for it.`,
    };
  },
  'level-too-low': (refusal, { name, level }) => {
    const needed = 'needed' in refusal ? refusal.needed : 0;
    return { sentence: t`It needs authority level ${needed}; ${name} has ${level}.` };
  },
  'no-budget-permission': (_, { name }) => ({ sentence: t`${name} is not allowed to see and enter budgets.` }),
  'self-authored': (_, { name }) => ({
    sentence: t`${name} entered or completed this, or is responsible for it, and nobody approves their own work.`,
  }),
  'other-office-task': () => ({
    sentence: t`It is with another company, or with none yet, and only its people can do this.`,
    wayOn: t`The company that has it decides who does it.`,
  }),
};
