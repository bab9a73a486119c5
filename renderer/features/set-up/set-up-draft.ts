import { z } from 'zod';
import { usualTaskTypes } from '../../../shared/domain/portal/usual-task-types.ts';

const person = z.object({ name: z.string(), email: z.string(), level: z.string(), marked: z.boolean() });

const partner = z.object({
  name: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  people: z.array(person),
});

const draftSchema = z.object({
  operator: z.object({ company: z.string(), name: z.string(), email: z.string() }),
  portal: z.object({
    insurer: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    taskTypes: z.array(z.string()),
    limit: z.string(),
  }),
  senior: z.object({ name: z.string(), email: z.string() }),
  partners: z.array(partner),
});

/** What is typed into the set-up, as it was typed; the password lies nowhere but in its field. */
export type SetUpDraft = z.infer<typeof draftSchema>;

export type PartnerDraft = z.infer<typeof partner>;

export type PersonDraft = z.infer<typeof person>;

/** So many lines wait for people; those that stay empty are left out. */
const lines = 5;

export const emptyPerson: PersonDraft = { name: '', email: '', level: '1', marked: false };

/** The first line is somebody who gives work to others, and who may have the role. */
export const emptyPartner: PartnerDraft = {
  name: '',
  street: '',
  postalCode: '',
  city: '',
  people: Array.from({ length: lines }, (_, index) =>
    index === 0 ? { ...emptyPerson, level: '3', marked: true } : emptyPerson,
  ),
};

/** The parts of the set-up, with what this computer gives away of where it stands. */
export function firstDraft(): SetUpDraft {
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
  return {
    operator: { company: '', name: '', email: '' },
    portal: {
      insurer: '',
      currency: currencyOf(new Intl.Locale(navigator.language || locale).maximize().region),
      timeZone,
      taskTypes: usualTaskTypes.map(({ code }) => code),
      limit: '',
    },
    senior: { name: '', email: '' },
    partners: [emptyPartner],
  };
}

/** What an earlier start has kept; null where nothing can be read of it. */
export function readDraft(text: string | null): SetUpDraft | null {
  if (text === null) return null;
  try {
    return draftSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Lines that somebody has begun to fill in. */
export function begunPeople({ people }: PartnerDraft): readonly PersonDraft[] {
  return people.filter(isBegun);
}

export function isBegun({ name, email }: PersonDraft): boolean {
  return name.trim() !== '' || email.trim() !== '';
}

const currencies: readonly (readonly [currency: string, regions: string])[] = [
  ['USD', 'US PR EC SV'],
  ['GBP', 'GB IM JE GG'],
  ['SEK', 'SE'],
  ['NOK', 'NO'],
  ['DKK', 'DK GL FO'],
  ['CHF', 'CH LI'],
  ['PLN', 'PL'],
  ['CZK', 'CZ'],
  ['HUF', 'HU'],
  ['RON', 'RO'],
  ['ISK', 'IS'],
  ['CAD', 'CA'],
  ['AUD', 'AU'],
  ['NZD', 'NZ'],
];

function currencyOf(region: string | undefined): string {
  return currencies.find(([, regions]) => region !== undefined && regions.split(' ').includes(region))?.[0] ?? 'EUR';
}
