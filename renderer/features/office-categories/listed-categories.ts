import { hasWords } from '../../../shared/domain/case/list-filter.ts';
import type { OfficeCategories } from '../../../shared/domain/category/category.ts';
import { officeLabels, type OfficeLabel } from '../../../shared/domain/category/office-labels.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';
import type { OfficeEntry } from '../../../shared/domain/office/directory.ts';
import type { OutboxItem, PortalState } from '../../offline/offline-desk.ts';

/** A partner's office with what it has. */
export interface CategorisedLine {
  readonly office: OfficeEntry;
  readonly company: string;
  readonly labels: readonly OfficeLabel[];
}

/** Every office that can be given something, by name: the insurer's own are given nothing. */
export function categorisedLines(
  { directory }: Pick<PortalState, 'directory'>,
  categories: OfficeCategories,
  locale: string,
): readonly CategorisedLine[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const partners = new Map(
    directory.companies.flatMap(({ id, name, side }) => (side === 'partner' ? [[id, name]] : [])),
  );
  const labels = officeLabels(categories);
  return directory.offices
    .flatMap((office) => {
      const company = partners.get(office.company);
      return company === undefined ? [] : [{ office, company, labels: labels.get(office.id) ?? [] }];
    })
    .toSorted((one, other) => compare(one.office.name, other.office.name));
}

/** What the list is narrowed to: words, and a category by its code; `none` has none. */
export interface LineFilter {
  readonly words: string;
  readonly category: string | null;
}

/** Offices without a category: no code is written like it. */
export const withoutCategory = ' none';

/** The offices that pass. */
export function passingLines(
  lines: readonly CategorisedLine[],
  { words, category }: LineFilter,
): readonly CategorisedLine[] {
  return lines.filter(({ office, company, labels }) => {
    const { name, street, postalCode = '', city } = office;
    if (!hasWords(foldText([name, company, street, postalCode, city].join(' ')), words)) return false;
    if (category === null) return true;
    return category === withoutCategory ? labels.length === 0 : labels.some((each) => each.category.code === category);
  });
}

/** When the change that waits for the portal was made: of the list, or of an office; null where none does. */
export function waitingSince(outbox: readonly OutboxItem[], portal: string, office: string | null): string | null {
  const waiting = outbox.findLast(({ command }) => {
    if (command?.portal !== portal) return false;
    if (command.name === 'categorise-office') return command.input.office === office;
    return command.name === 'define-categories' && office === null;
  });
  return waiting?.command?.at ?? null;
}
