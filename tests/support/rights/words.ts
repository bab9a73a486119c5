/** Which of two files it is: they differ in every word, amount, name and moment that is not the same for every reader. */
export type Edition = 'one' | 'other';

export const refOf = (member: string, company: string) => ({ member, name: `${member} person`, company });
export const insurer = refOf('insurer-5', 'nordic');
export const handler = refOf('handler', 'arvio');
export const worker = refOf('works-3', 'kuivaus');
export const rival = refOf('other-task', 'rival');

/** A moment of its own for each edition, so that moments are told apart as well. */
export const at = (edition: Edition, minute: number): string =>
  `2026-11-23T07:${String(minute).padStart(2, '0')}:${edition === 'one' ? '00' : '30'}.000Z`;

/** A word that is nowhere else: of a part, of a company's cut where it has one, and of an edition. */
export const wordOf = (edition: Edition, part: string, owner: string | null = null): string =>
  ['word', edition, part, owner ?? 'all'].join('-');

/** An amount that is nowhere else, in minor units. */
export const amountOf = (edition: Edition, place: number): number => (edition === 'one' ? 770_010 : 880_010) + place;

/** Who else than the one who did it in the first edition, of the same company. */
export const by = (edition: Edition, person: typeof worker) =>
  edition === 'one'
    ? person
    : { ...person, member: `${person.company}-else`, name: wordOf(edition, 'name', person.company) };
