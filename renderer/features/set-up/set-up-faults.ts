import { plural, t } from '@lingui/core/macro';
import type { z } from 'zod';
import {
  setUpOperatorSchema,
  setUpPartnerSchema,
  setUpPortalSchema,
  setUpSeniorSchema,
  type SetUp,
} from '../../../shared/contract/set-up.ts';
import { readAmount } from '../../words/typed-amount.ts';
import { unreadAmountWords } from '../../words/unread-amount-words.ts';
import { begunPeople, isBegun, type PartnerDraft, type SetUpDraft } from './set-up-draft.ts';

/** What is wrong, by the field's path: `partners.0.people.2.email`. */
export type Faults = Readonly<Record<string, string>>;

export const steps = ['operator', 'portal', 'insurer', 'partners', 'summary'] as const;

export type Step = (typeof steps)[number];

/** What has to be put right in a step before the next one; the password is asked of the portal server. */
export function faultsOf(step: Step, draft: SetUpDraft): Faults {
  if (step === 'operator') return faultsIn('operator', setUpOperatorSchema, draft.operator);
  if (step === 'portal') return portalFaults(draft);
  if (step === 'insurer')
    return { ...faultsIn('senior', setUpSeniorSchema, draft.senior), ...only(twice(draft), 'senior') };
  if (step === 'partners') return partnersFaults(draft);
  return {};
}

/** What was typed as the portal server takes it; null while something is wrong with it. */
export function toSetUp(draft: SetUpDraft, password: string): SetUp | null {
  const operator = setUpOperatorSchema.safeParse(draft.operator);
  const portal = setUpPortalSchema.safeParse(portalOf(draft));
  const senior = setUpSeniorSchema.safeParse(draft.senior);
  const partners = draft.partners.map((partner) => setUpPartnerSchema.safeParse(partnerOf(partner)));
  if (steps.some((step) => Object.keys(faultsOf(step, draft)).length > 0)) return null;
  if (!operator.success || !portal.success || !senior.success) return null;
  return {
    operator: { ...operator.data, password },
    portal: portal.data,
    senior: senior.data,
    partners: partners.flatMap(({ data }) => data ?? []),
  };
}

function portalOf({ portal: { limit, ...portal } }: SetUpDraft) {
  const read = readAmount(limit, portal.currency);
  return { ...portal, defaultLimit: read.kind === 'read' ? read.amount : null };
}

function partnerOf(partner: PartnerDraft) {
  return { ...partner, people: begunPeople(partner).map((each) => ({ ...each, level: Number(each.level) })) };
}

function portalFaults(draft: SetUpDraft): Faults {
  const { limit, currency } = draft.portal;
  const unread = unreadAmountWords(readAmount(limit, currency), currency);
  const { 'portal.defaultLimit': tooMuch, ...faults } = faultsIn('portal', setUpPortalSchema, portalOf(draft));
  return {
    ...faults,
    ...(tooMuch === undefined ? {} : { 'portal.limit': unread ?? t`This is more than a limit can be.` }),
  };
}

function partnersFaults(draft: SetUpDraft): Faults {
  const faults = draft.partners.map((partner, at) => partnerFaults(partner, `partners.${at}`));
  const isMarked = draft.partners.some((partner) => begunPeople(partner).some(({ marked }) => marked));
  return Object.assign(
    isMarked ? {} : { 'partners.0.people': t`Mark at least one person for the External case handler role.` },
    ...faults,
    only(twice(draft), 'partners'),
  );
}

function partnerFaults(partner: PartnerDraft, path: string): Faults {
  const begun = begunPeople(partner);
  const { [`${path}.people`]: none, ...faults } = faultsIn(path, setUpPartnerSchema, partnerOf(partner));
  const leads = begun.some(({ level }) => Number(level) >= 2);
  // Faults count the lines that were begun; on the screen the empty ones stand between them.
  const places = partner.people.flatMap((each, at) => (isBegun(each) ? [at] : []));
  const placed = Object.entries(faults).map(([each, words]) => [
    each.replace(/\.people\.(\d+)/, (_, at: string) => `.people.${places[Number(at)] ?? at}`),
    words,
  ]);
  const list =
    none === undefined
      ? leads || t`At least one person needs level 2 or more, to give work to the others.`
      : t`At least one person is needed.`;
  return { ...Object.fromEntries(placed), ...(list === true ? {} : { [`${path}.people`]: list }) };
}

/** E-mail addresses that are there twice: in a portal a person has one company. */
function twice({ operator, senior, partners }: SetUpDraft): Faults {
  const emails = [
    ['operator.email', operator.email],
    ['senior.email', senior.email],
    ...partners.flatMap(({ people }, at) =>
      people.map(({ email }, index) => [`partners.${at}.people.${index}.email`, email] as const),
    ),
  ].map(([path = '', email = '']) => [path, email.trim().toLowerCase()] as const);
  const repeated = emails.filter(
    ([, email], at) => email !== '' && emails.findIndex(([, other]) => other === email) < at,
  );
  return Object.fromEntries(
    repeated.map(([path]) => [path, t`This address is there already. In a portal a person has one company.`]),
  );
}

function only(faults: Faults, start: string): Faults {
  return Object.fromEntries(Object.entries(faults).filter(([path]) => path.startsWith(`${start}.`)));
}

function faultsIn(path: string, schema: z.ZodType, value: unknown): Faults {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return Object.fromEntries(issues.map((issue) => [[path, ...issue.path].join('.'), faultWords(issue)]));
}

function faultWords(issue: z.core.$ZodIssue): string {
  const field = issue.path.at(-1);
  if (issue.code === 'too_big' && issue.origin === 'string') {
    const most = Number(issue.maximum);
    return plural(most, { one: 'At most # character.', other: 'At most # characters.' });
  }
  if (field === 'email') return t`Please check the e-mail address.`;
  if (field === 'taskTypes') return t`Choose at least one kind of work.`;
  return t`Please fill this in.`;
}
