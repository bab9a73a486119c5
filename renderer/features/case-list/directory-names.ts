import type { Directory, MemberEntry, OfficeEntry } from '../../../shared/domain/office/directory.ts';
import type { PortalState } from '../../offline/offline-desk.ts';

/** A name under its company, as the selections of the filter offer them. */
export interface NamedGroup {
  readonly group: string;
  // Mantine asks for a list that may be changed.
  readonly items: { readonly value: string; readonly label: string }[];
}

/** The people of all portals' directories by company; who works in several portals is named once. */
export function peopleByCompany(portals: readonly PortalState[], locale: string): readonly NamedGroup[] {
  return grouped(portals, (directory) => directory.members.filter((member) => member.active), locale);
}

/** The offices of all portals' directories by company. */
export function officesByCompany(portals: readonly PortalState[], locale: string): readonly NamedGroup[] {
  return grouped(portals, (directory) => directory.offices, locale);
}

/** The name of an entry; its id where no directory has it any more. */
export function nameIn(groups: readonly NamedGroup[], id: string): string {
  return groups.flatMap(({ items }) => items).find((item) => item.value === id)?.label ?? id;
}

function grouped(
  portals: readonly PortalState[],
  entriesOf: (directory: Directory) => readonly (MemberEntry | OfficeEntry)[],
  locale: string,
): readonly NamedGroup[] {
  const { compare } = new Intl.Collator(locale);
  const groups = new Map<string, Map<string, string>>();
  for (const { directory } of portals) {
    for (const entry of entriesOf(directory)) {
      const company = directory.companies.find((each) => each.id === entry.company)?.name ?? entry.company;
      groups.set(company, (groups.get(company) ?? new Map<string, string>()).set(entry.id, entry.name));
    }
  }
  return [...groups]
    .toSorted(([one], [other]) => compare(one, other))
    .map(([group, entries]) => ({
      group,
      items: [...entries]
        .map(([value, label]) => ({ value, label }))
        .toSorted((one, other) => compare(one.label, other.label)),
    }));
}
