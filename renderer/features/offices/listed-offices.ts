import type { OutboxItem, PortalState } from '../../offline/offline-desk.ts';
import { hasWords } from '../../../shared/domain/case/list-filter.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';
import type { OfficeEntry } from '../../../shared/domain/office/directory.ts';

/** An office in one portal, as the list shows it. */
export interface ListedOffice {
  readonly key: string;
  readonly state: PortalState;
  readonly office: OfficeEntry;
  readonly company: string;
}

/** The offices that concern the reader, by name: a partner's people look at the own company's. */
export function listedOffices(portals: readonly PortalState[], locale: string): readonly ListedOffice[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return portals
    .flatMap((state) => {
      const { standing, directory, portal } = state;
      const companies = new Map(directory.companies.map(({ id, name }) => [id, name]));
      return directory.offices
        .filter(({ company }) => standing.side !== 'partner' || company === standing.company)
        .map((office) => ({
          key: `${portal}/${office.id}`,
          state,
          office,
          company: companies.get(office.company) ?? office.company,
        }));
    })
    .toSorted((one, other) => compare(one.office.name, other.office.name));
}

/** Those in whose name, company, place or portal the words stand. */
export function searchOffices(listed: readonly ListedOffice[], search: string): readonly ListedOffice[] {
  if (search.trim() === '') return listed;
  return listed.filter(({ office, company, state }) => {
    const { name, street, postalCode = '', city } = office;
    return hasWords(foldText([name, company, street, postalCode, city, state.standing.portalName].join(' ')), search);
  });
}

/** The change of an office that waits for the portal, or undefined. */
export function waitingChange(outbox: readonly OutboxItem[], { state, office }: ListedOffice): OutboxItem | undefined {
  return outbox.find(
    ({ command }) =>
      (command?.name === 'change-office' || command?.name === 'change-selection') &&
      command.portal === state.portal &&
      command.subject.id === office.id,
  );
}
