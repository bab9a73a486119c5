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

/** A company that works in a portal. */
export interface CompanyInPortalTable {
  readonly portal: string;
  readonly company: string;
  /** The change that last touched its entry in the directory. */
  readonly directory_changed: number;
}

/** What was taken out of a portal's directory, and when: kept as long as deltas tell of it. */
export interface DirectoryGoneTable {
  readonly portal: string;
  readonly kind: 'company' | 'office' | 'member';
  readonly id: string;
  /** Of a member: the company he or she was in, whose people held the entry; else empty. */
  readonly company: string;
  readonly change: number;
}

/** What the insurer keeps of an office. */
export interface OfficeTermsTable {
  readonly portal: string;
  readonly office: string;
  readonly available: number;
  readonly in_network: number;
  /** JSON array of task type codes. */
  readonly services: string;
  /** JSON of Revision. */
  readonly revision: string | null;
  /** JSON of WorkingCalendar; null where the office keeps the portal's. */
  readonly calendar: string | null;
  /** JSON of OfficePlace; null where the office is where its company says. */
  readonly place: string | null;
  /** JSON of MemberSelection; null where everything is assigned by hand. */
  readonly selection: string | null;
  /** The change that last touched its entry in the directory, its number of marked users among it. */
  readonly directory_changed: number;
}

/** Who changed what of a portal, of one of its offices or members or of its categories, and to what. */
export interface SettingsLogTable {
  readonly portal: string;
  readonly change: number;
  readonly at: string;
  readonly command: string;
  /** The command's name. */
  readonly name: string;
  readonly by_name: string;
  /** Both null where it is about the portal or its categories. */
  readonly office: string | null;
  readonly member: string | null;
  /** 1 where it is about the categories of offices, which fewer people read. */
  readonly categories: number;
  /** JSON of the parts that differ. */
  readonly before: string;
  readonly after: string;
}

/** What the insurer keeps of a member. */
export interface MembershipTable {
  readonly portal: string;
  readonly member: string;
  readonly level: number;
  readonly active: number;
  readonly marked: number;
  readonly limit_kind: 'default' | 'other';
  readonly limit_amount: number | null;
  /** JSON array of task type codes. */
  readonly certified: string;
  readonly budget_permission: number;
  /** Set while the member is away. */
  readonly deputy: string | null;
  /** When the last invitation to this portal went out; null where nobody was invited. */
  readonly invited_at: string | null;
  /** JSON of Revision: of mark and limit, and of the rest. */
  readonly mark_revision: string | null;
  readonly terms_revision: string | null;
  readonly standing_changed: number;
  /** The change that last altered whose cases this member sees, or how much of the directory (sync.md 22). */
  readonly audience_changed: number;
  /** The changes that last altered whether the role counts for the member, and which budgets are seen. */
  readonly handles_changed: number;
  readonly budgets_changed: number;
  /** The change that last touched his or her entry in the directory, name, address and invitation among it. */
  readonly directory_changed: number;
}

/** How far somebody has read the chat of a case. */
export interface ReadingTable {
  readonly portal: string;
  readonly member: string;
  readonly case_id: string;
  readonly messages: number;
  readonly changed: number;
}

/** A case: what queries and lists need; what is in it lies in its parts (docs/decisions/0030). */
export interface CaseFileTable {
  readonly portal: string;
  readonly id: string;
  readonly number: string;
  readonly claim_number: string;
  readonly state: 'open' | 'closed' | 'deleted';
  readonly role_office: string | null;
  readonly role_user: string | null;
  /** The change that last touched the case; it also guards against a lost update. */
  readonly changed: number;
  readonly changed_at: string;
  /** How many chat messages there are. */
  readonly messages: number;
  /** 1 where a declined role waits for the insurer. */
  readonly role_declined: number;
  /** JSON of RowLine without budgets and what is counted: for who sees the case, and for who sees that the role waits. */
  readonly row_text: string;
  readonly row_header: string;
  /** JSON of the waiting budgets, each with its company: `[company, BudgetLine][]`. */
  readonly row_budgets: string;
  /** JSON of the invoices that were not rejected: `InvoiceLine[]`. */
  readonly row_invoices: string;
  /** JSON of the budgets of which an approval waits to be looked at: their ids. */
  readonly row_checks: string;
}

/** A text of a part, stored once, whoever reads it. */
export interface CasePartTable {
  readonly portal: string;
  readonly case_id: string;
  readonly part: SmallPart | KeyedPart;
  /** The thing's id; empty for a small part. */
  readonly key: string;
  /** The company whose cut it belongs to; empty where it is in every cut. A thing that changes it is gone from the one cut. */
  readonly owner: string;
  /** In the order of this number the things of a part came into the case. Never sent. */
  readonly place: number;
  readonly changed: number;
  readonly changed_at: string;
  /** 1 for a thing that is gone: its text is empty, its place is kept for who held it. */
  readonly gone: number;
  readonly text: string;
}

/** An entry of a tail, append-only. */
export interface CaseEntryTable {
  readonly portal: string;
  readonly case_id: string;
  readonly tail: TailPart;
  readonly place: number;
  readonly owner: string;
  readonly change: number;
  readonly at: string;
  readonly text: string;
}

/** What ties somebody to a case, from when until when. */
export interface CaseTieTable {
  readonly portal: string;
  readonly tied_to: TiedTo;
  readonly tie: Tie;
  readonly case_id: string;
  readonly gained: number;
  readonly gained_at: string;
  readonly lost: number | null;
  readonly lost_at: string | null;
  readonly lost_reason: WithdrawalReason | null;
  /** The case's number, which its tombstone tells. */
  readonly number: string;
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
