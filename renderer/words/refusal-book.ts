import { t } from '@lingui/core/macro';
import { addresseeWords } from './asking/addressee-words.ts';
import { momentText, moneyText } from './figures.ts';
import { changedWords } from './changed-words.ts';
import { budgetRefusals } from './budgets/budget-refusals.ts';
import { memberExclusionWords, officeExclusionWords } from './exclusion-words.ts';
import { missingStepWords } from './missing-step-words.ts';
import type { Book } from './refusal-said.ts';
import { rightWords } from './right-words.ts';
import { statusCodeWord } from './status-words.ts';
import { invoiceRefusals } from './invoices/invoice-refusals.ts';
import { compensationRefusals } from './compensation/compensation-refusals.ts';
import { workPlanRefusals } from './work-plan/work-plan-refusals.ts';
import { settlementRefusals } from './settlement/settlement-refusals.ts';
import { memberRefusals } from './members/member-refusals.ts';
import { taskRefusals } from './tasks/task-refusals.ts';

/** Each refusal in words. Facts may be missing: the delta tells only code and grantor. */
export const refusalBook: Book = {
  'case-not-found': () => ({
    short: t`Not found`,
    sentence: t`This case, or what you decided on in it, is not there for you any more.`,
    wayOn: t`If you still need it, ask the insurer.`,
  }),
  'case-closed': ({ closedBy, closedAt }, { portalName }) => {
    const at = closedAt ? momentText(closedAt) : null;
    return {
      short: t`Case closed`,
      sentence:
        closedBy && at
          ? t`${closedBy} closed the case on ${at}; it can only be read.`
          : t`The case is closed and can only be read.`,
      wayOn: t`${portalName} can open it again.`,
    };
  },
  'person-inactive': (_, { companyName, portalName }) => ({
    short: t`Account not active`,
    sentence: t`Your membership at ${portalName} is not active.`,
    wayOn: t`An admin of ${companyName} can change it.`,
  }),
  'not-by-link': (_, { portalName }) => ({
    short: t`Not by a link`,
    sentence: t`Nothing can be done here by a link alone.`,
    wayOn: t`Sign in to do it, or ask ${portalName}.`,
  }),
  'right-missing': ({ right }, { portalName }) => {
    const doing = right ? rightWords(right).doing : t`This`;
    return {
      short: t`Not among the role's rights`,
      sentence: t`${doing} is not among the rights of the External case handler at ${portalName}.`,
      wayOn: t`The operator can change it.`,
    };
  },
  'no-role-in-case': ({ right, grantor }, { portalName, marked }) => {
    const doing = right ? rightWords(right).doing : null;
    return {
      short: t`No role in this case`,
      sentence: doing
        ? t`${doing} needs the External case handler role in this case, and you do not have it.`
        : t`You have no role in this case yet.`,
      wayOn:
        grantor === 'own-office'
          ? marked
            ? t`Your company holds the External case handler role: a colleague can assign it to you.`
            : t`Your company holds the External case handler role: a colleague can assign it to you once ${portalName} has marked you for it.`
          : t`${portalName} can give the External case handler role to your office.`,
    };
  },
  'insurer-only': (_, { portalName }) => ({
    short: t`The insurer's to do`,
    sentence: t`Only the insurer's people can do this.`,
    wayOn: t`Ask ${portalName}.`,
  }),
  'operator-only': () => ({
    short: t`The operator's to do`,
    sentence: t`Only the operator of the portal can do this.`,
    wayOn: t`Ask the operator.`,
  }),
  'other-office-task': () => ({
    short: t`Another company's`,
    sentence: t`It is with another company, and only its people can do this.`,
    wayOn: t`The office that has it can do it.`,
  }),
  'level-too-low': ({ needed }, { level, companyName }) => ({
    short: t`Needs a higher level`,
    sentence: needed
      ? t`It needs authority level ${needed}; yours is ${level}.`
      : t`It needs a higher authority level than yours.`,
    wayOn: t`An admin of ${companyName} can raise it.`,
  }),
  'no-budget-permission': (_, { companyName }) => ({
    short: t`No access to budgets`,
    sentence: t`You are not allowed to see and enter budgets.`,
    wayOn: t`An admin of ${companyName} can allow it.`,
  }),
  'own-company': (_, { companyName, portalName }) => ({
    short: t`Your own company's`,
    sentence: t`It is ${companyName}'s own work, and at ${portalName} nobody approves the work of their own company.`,
    wayOn: t`${portalName} decides on it.`,
  }),
  'self-authored': (_, { portalName }) => ({
    short: t`Your own work`,
    sentence: t`You entered or completed this, or are responsible for it, and nobody approves their own work.`,
    wayOn: t`A colleague with the right, or ${portalName}, decides on it.`,
  }),
  'manager-of-own-company': (_, { companyName, portalName }) => ({
    short: t`Needs the insurer's yes`,
    sentence: t`${companyName} handles this case, so it does not give the project management to itself.`,
    wayOn: t`Choose another company, or ask ${portalName} to give it to yours.`,
  }),
  'feature-off': ({ feature }, { portalName }) => ({
    short: t`Not in use here`,
    sentence:
      feature === 'work-plans-in-use'
        ? t`${portalName} uses work plans instead of simple budgets.`
        : feature === 'work-plans'
          ? t`${portalName} does not use work plans.`
          : t`${portalName} does not use the External case handler role.`,
    wayOn: t`The operator can change it.`,
  }),
  'status-conflict': ({ status, expected }) => {
    const now = status ? statusCodeWord(status) : null;
    const first = expected?.[0];
    const needed = first ? statusCodeWord(first) : null;
    return {
      short: now ? t`Now at ${now}` : t`In another status`,
      sentence: now ? t`The task is at “${now}”.` : t`The task is in another status by now.`,
      wayOn:
        (status && first && missingStepWords(status, first)) ||
        (needed ? t`This is possible at “${needed}”.` : t`Look again at what it needs next.`),
    };
  },
  stale: ({ changedBy, changedAt }) => ({
    short: t`Changed meanwhile`,
    sentence: changedWords(changedBy ?? null, changedAt ?? null),
    wayOn: t`Look again and decide on what is there now.`,
  }),
  'already-decided': ({ changedBy, changedAt }) => {
    const at = changedAt ? momentText(changedAt) : null;
    return {
      short: t`Already decided`,
      sentence: changedBy && at ? t`${changedBy} decided on it already, ${at}.` : t`Somebody decided on it already.`,
      wayOn: t`Look at what was decided; if it has to be different, write to them in the chat.`,
    };
  },
  'limit-exceeded': ({ over, limit, already, currency }, { portalName }) => {
    if (over === undefined || limit === undefined || currency === undefined)
      return {
        short: t`Above your limit`,
        sentence: t`The amount is above your approval limit.`,
        wayOn: t`Forward it to ${portalName}.`,
      };
    const above = moneyText({ amount: over, currency });
    const most = moneyText({ amount: limit, currency });
    const before = moneyText({ amount: already ?? 0, currency });
    return {
      short: t`Above your limit by ${above}`,
      sentence: already
        ? t`Above your limit by ${above}: the limit is ${most}, and ${before} of it is already approved in this case.`
        : t`Above your limit by ${above}: the limit is ${most}.`,
      wayOn: t`Forward it to ${portalName}.`,
    };
  },
  'currency-differs': ({ expected }, { settings }) => {
    const currency = expected ?? settings.currency;
    return {
      short: t`Other currency`,
      sentence: t`Amounts here are in ${currency}.`,
      wayOn: t`Enter the amount in ${currency}.`,
    };
  },
  'office-not-eligible': ({ why }) => {
    const { reason, wayOn } = officeExclusionWords(why ?? 'unknown-office');
    return {
      short: t`Office cannot be chosen`,
      sentence: t`The office cannot be chosen: ${reason}`,
      wayOn: t`${wayOn} Or choose another office.`,
    };
  },
  'member-not-eligible': ({ why, name }, { portalName, companyName }) => {
    const who = name && name.length > 0 ? name : t`This person`;
    return {
      short: t`Person cannot be chosen`,
      sentence: t`${who} cannot be chosen: ${memberExclusionWords(why ?? 'unknown-member').reason}`,
      wayOn:
        why === 'not-marked'
          ? t`${portalName} can mark users.`
          : t`Choose somebody else, or ask an admin of ${companyName}.`,
    };
  },
  'category-unknown': () => ({
    short: t`No such category`,
    sentence: t`One of the categories is not in the list of office categories any more.`,
    wayOn: t`Choose from the categories that there are now.`,
  }),
  'one-responsible': () => ({
    short: t`One person only`,
    sentence: t`This kind of task takes one responsible person.`,
    wayOn: t`Choose one.`,
  }),
  'nothing-to-change': () => ({
    short: t`Nothing to change`,
    sentence: t`It is so already.`,
    wayOn: t`There is nothing left to do.`,
  }),
  'no-role': (_, { portalName }) => ({
    short: t`No External case handler`,
    sentence: t`The case has no External case handler role by now.`,
    wayOn: t`${portalName} can give it to an office.`,
  }),
  ...budgetRefusals,
  ...taskRefusals,
  ...invoiceRefusals,
  ...compensationRefusals,
  ...memberRefusals,
  ...workPlanRefusals,
  ...settlementRefusals,
  'time-order': () => ({
    short: t`Ends before it starts`,
    sentence: t`The end has to lie after the start.`,
    wayOn: t`Change one of the two times.`,
  }),
  'within-limit': () => ({
    short: t`Within your limit`,
    sentence: t`The amount is within your limit, so there is nothing to forward.`,
    wayOn: t`You can approve it yourself.`,
  }),
  'already-asked': ({ of, askedAt }, { portalName }) => {
    const at = askedAt ? momentText(askedAt) : null;
    const whom = of ? addresseeWords(of) : portalName;
    return {
      short: t`Asked already`,
      sentence: at ? t`You asked ${whom} for it already, ${at}.` : t`You asked ${whom} for it already.`,
      wayOn: t`You can ask again a week after that.`,
    };
  },
  'allowed-by-now': () => ({
    short: t`Allowed by now`,
    sentence: t`You may do it by now, so there is nothing to ask for.`,
    wayOn: t`Open the case and do it.`,
  }),
  cancelled: () => ({
    short: t`Taken back`,
    sentence: t`You took this back before the portal carried it out.`,
    wayOn: t`There is nothing left to do.`,
  }),
  'other-item-refused': () => ({
    short: t`Not by itself`,
    sentence: t`It was to be done together with something that was refused.`,
    wayOn: t`Leave that out, or see to its reason first.`,
  }),
  blocked: () => ({
    short: t`Held back`,
    sentence: t`It comes after something that was not carried out.`,
    wayOn: t`Offer it again, or discard it.`,
  }),
};
