import { hasWords } from '../../../shared/domain/case/list-filter.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';
import type { CompanyId, MemberId, PortalId } from '../../../shared/domain/ids.ts';
import type { CompanyEntry, Directory, MemberEntry } from '../../../shared/domain/office/directory.ts';
import type { OutboxItem } from '../../offline/offline-desk.ts';

/** A member as a row of the list, with the names that the directory has for its ids. */
export interface MemberLine {
  readonly member: MemberEntry;
  readonly company: string;
  readonly side: CompanyEntry['side'];
  readonly office: string | null;
  readonly deputy: string | null;
  /** What is searched, folded. */
  readonly text: string;
}

/** What narrows the list; several narrow together. */
export interface MemberFilter {
  readonly text: string;
  readonly company: CompanyId | null;
  readonly marked: boolean;
}

export const everybody: MemberFilter = { text: '', company: null, marked: false };

const known = new WeakMap<Directory, readonly MemberLine[]>();

/** The members of a directory by name, put together once for each directory: it may have tens of thousands. */
export function memberLines(directory: Directory): readonly MemberLine[] {
  const lines = known.get(directory) ?? linesOf(directory);
  known.set(directory, lines);
  return lines;
}

/** The lines that pass. */
export function passing(lines: readonly MemberLine[], { text, company, marked }: MemberFilter): readonly MemberLine[] {
  const wanted = text.trim();
  return lines.filter(
    ({ member, text: of }) =>
      (company === null || member.company === company) && (!marked || member.marked) && hasWords(of, wanted),
  );
}

/** The changes of members that wait for the portal: since when, by portal and member. */
export function waitingChanges(outbox: readonly OutboxItem[]): ReadonlyMap<string, string> {
  const since = new Map<string, string>();
  for (const { command } of outbox) {
    if (command?.name !== 'mark-member' && command?.name !== 'change-member') continue;
    const key = memberKey(command.portal, command.subject.id);
    if (!since.has(key)) since.set(key, command.at);
  }
  return since;
}

/** One person in two portals is two members. */
export function memberKey(portal: PortalId, member: MemberId): string {
  return `${portal}/${member}`;
}

function linesOf({ companies, offices, members }: Directory): readonly MemberLine[] {
  const companyOf = new Map(companies.map((each) => [each.id, each]));
  const officeOf = new Map(offices.map(({ id, name }) => [id, name]));
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  const { compare } = new Intl.Collator();
  return members
    .map((member): MemberLine => {
      const found = companyOf.get(member.company);
      const company = found?.name ?? member.company;
      const office = member.office === null ? null : (officeOf.get(member.office) ?? null);
      const deputy = member.away && (nameOf.get(member.away.deputy) ?? member.away.deputy);
      const text = foldText([member.name, member.email, company, office ?? ''].join(' '));
      return { member, company, side: found?.side ?? 'partner', office, deputy, text };
    })
    .toSorted((one, other) => compare(one.member.name, other.member.name));
}
