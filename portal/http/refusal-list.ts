import type { RefusalCode } from '../../shared/domain/rights/refusal.ts';

/** What each code of a refusal means, for whoever has the description alone; the facts beside it make it exact. */
const meanings: Readonly<Record<RefusalCode, string>> = {
  'case-not-found': 'there is no such thing for you, or none at all',
  'case-closed': 'the case is closed',
  'person-inactive': 'you are not active in this portal',
  'not-by-link': 'a link alone may do nothing here yet: sign in, or ask the insurer',
  'right-missing': 'the External case handler role of this portal does not carry `right`',
  'no-role-in-case': 'you have no role in this case that allows it',
  'insurer-only': 'only the insurer may',
  'operator-only': 'only the operator may',
  'other-office-task': 'it is with another company',
  'level-too-low': 'it needs the authority level `needed`',
  'own-level': 'nobody changes the own authority level',
  'oneself-inactive': 'nobody makes oneself inactive',
  'insurers-level': 'levels 5 and 6 are for the insurer’s people',
  'own-mark': 'nobody marks oneself or sets the own limit',
  'partners-mark': 'only a partner’s people are marked for the External case handler role',
  'no-budget-permission': 'you may not enter budgets',
  'own-company': 'it is your own company’s, which this portal does not let you decide on',
  'self-authored': 'you entered or completed it, or are responsible for it',
  'feature-off': 'the portal does not use `feature`',
  'status-conflict': 'the task is in `status`, it would have to be in one of `expected`',
  'no-inspection': 'the case has no main inspection to decide on',
  'result-from-parts': 'the result has to follow from the parts',
  'inspection-undecided': 'it waits for the compensation decision',
  'inspection-rejected': 'compensation was rejected',
  stale: 'it is not what you saw: `changedBy` changed it at `changedAt`',
  'already-decided': '`changedBy` decided on it at `changedAt`',
  'limit-exceeded': '`amount` with what you approved `already` is `over` above your `limit`',
  'currency-differs': 'the portal’s currency is `expected`',
  'office-not-eligible': 'the office cannot be chosen; `why` says more',
  'member-not-eligible': 'the member cannot be chosen; `why` says more',
  'member-known': '`name` is a member of this company here already',
  'member-elsewhere': '`name` works in this portal for another company, and a person has one company in a portal',
  'invited-lately': 'the last invitation has only just gone out: possible from `again`',
  'one-responsible': 'the task has one responsible only',
  'nothing-to-change': 'it is so already',
  'no-role': 'no office has the role',
  'pending-budget': 'a budget of the task waits',
  'time-order': 'the end lies before the start',
  'within-limit': 'it is within your limit: approve it',
  'already-asked': 'you asked `of` for it at `askedAt` already: possible again after seven days',
  'allowed-by-now': 'there is nothing to ask for: you may do it',
  cancelled: 'it was taken back',
  'other-item-refused': 'the command is carried out whole or not at all, and another item of it was refused',
  blocked: 'the command before it was not carried out',
};

/** The list as Markdown. */
export const refusalList = Object.entries(meanings)
  .map(([code, meaning]) => `- \`${code}\`: ${meaning}`)
  .join('\n');
