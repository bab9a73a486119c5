import type { CompanyId } from '../ids.ts';
import type { OfficeEntry } from './directory.ts';
import type { Standing } from '../member/standing.ts';

/** Who reads a directory. */
export type DirectoryReader = Pick<Standing, 'active' | 'level' | 'side' | 'company'>;

/** True for whoever is given more of a portal's directory than the own company's name. */
export function seesDirectory({ active, level }: Pick<DirectoryReader, 'active' | 'level'>): boolean {
  return active && level > 0;
}

/** True where a company is in a reader's directory. */
export function seesCompany(reader: DirectoryReader, company: CompanyId): boolean {
  return seesDirectory(reader) || company === reader.company;
}

/** True where a company's members are in a reader's directory: the own ones, all for the insurer and the operator. */
export function seesMembersOf(reader: DirectoryReader, company: CompanyId): boolean {
  return seesDirectory(reader) && (reader.side !== 'partner' || company === reader.company);
}

/** An office as it is in a reader's directory: whom it has set responsible is told to who sees the company's members. */
export function officeFor(reader: DirectoryReader, office: OfficeEntry): OfficeEntry {
  if (!office.selection || seesMembersOf(reader, office.company)) return office;
  const { selection: _, ...seen } = office;
  return seen;
}
