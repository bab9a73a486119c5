import type {
  CaseEntryTable,
  CaseFileTable,
  CasePartTable,
  CaseTieTable,
  ReadingTable,
  StoredFileTable,
} from './case-tables.ts';
import type { CategoryListTable, OfficeCategoriesTable } from './category-tables.ts';
import type { InvoiceNumberTable } from './invoice-tables.ts';
import type { JobTable, MailTable, NoticeTable } from './job-tables.ts';
import type {
  CompanyInPortalTable,
  CompanyTable,
  DirectoryGoneTable,
  MemberTable,
  MembershipTable,
  OfficeTable,
  OfficeTermsTable,
  PersonTable,
  PortalTable,
  SettingsLogTable,
} from './network-tables.ts';
import type { PriceListItemsTable, PriceListTable } from './price-list-tables.ts';
import type { ReportRowTable, ReportTable } from './report-tables.ts';

/**
 * The tables of the portal server, the same on both engines. JSON lies as text and is sent as it is, moments are ISO
 * text, booleans 0 or 1. Keys begin with the portal wherever a row belongs to one: it is the shard key (design.md §4).
 * Whoever changes company, office, office_terms, person, member, membership or portal.settings does it inside `inChange`
 * and names each entry that is another one now (`noteDirectoryChange`), also where a row is taken out: what is read is
 * cached by the change's number, and nobody is told of what is not named.
 */
export interface Tables {
  readonly store: StoreTable;
  readonly person: PersonTable;
  readonly company: CompanyTable;
  readonly office: OfficeTable;
  readonly member: MemberTable;
  readonly portal: PortalTable;
  readonly portal_counter: PortalCounterTable;
  readonly change_mark: ChangeMarkTable;
  readonly company_in_portal: CompanyInPortalTable;
  readonly office_terms: OfficeTermsTable;
  readonly directory_gone: DirectoryGoneTable;
  readonly category_list: CategoryListTable;
  readonly office_categories: OfficeCategoriesTable;
  readonly price_list: PriceListTable;
  readonly price_list_items: PriceListItemsTable;
  readonly settings_log: SettingsLogTable;
  readonly membership: MembershipTable;
  readonly reading: ReadingTable;
  readonly case_file: CaseFileTable;
  readonly invoice_number: InvoiceNumberTable;
  readonly case_part: CasePartTable;
  readonly case_entry: CaseEntryTable;
  readonly case_tie: CaseTieTable;
  readonly outcome: OutcomeTable;
  readonly notice: NoticeTable;
  readonly job: JobTable;
  readonly mail: MailTable;
  readonly stored_file: StoredFileTable;
  readonly report: ReportTable;
  readonly report_row: ReportRowTable;
}

/** One row: who this database is (sync.md 25). */
export interface StoreTable {
  /** Always 1: there is one row. */
  readonly only: number;
  readonly id: string;
  readonly made_at: string;
}

/** The portal's last change number: its row lock is what makes commit order the number order (sync.md 8). */
export interface PortalCounterTable {
  readonly portal: string;
  readonly number: number;
}

/** The random mark of every change number, by which a restored backup is found out (sync.md 18). */
export interface ChangeMarkTable {
  readonly portal: string;
  readonly number: number;
  readonly mark: string;
  readonly at: string;
}

/** What became of a command; never case content (sync.md 9). */
export interface OutcomeTable {
  readonly portal: string;
  readonly account: string;
  readonly command: string;
  /** `<kind>:<id>` of what it was about; empty for one that was cancelled before it came. */
  readonly subject: string;
  readonly fingerprint: string;
  readonly kind: 'carried-out' | 'refused' | 'cancelled';
  /** JSON of Refusal. */
  readonly refusal: string | null;
  /** JSON of what became of each item, where the command has some: carried out if any of them was. */
  readonly items: string | null;
  readonly change: number;
  readonly at: string;
  /** Milliseconds the app's clock was off, where more than five minutes (sync.md 24). */
  readonly skew: number | null;
}
