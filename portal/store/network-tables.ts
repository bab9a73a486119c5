/** Somebody with an account; the id is the account tables' user id. */
export interface PersonTable {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** An insurer, a partner or the operator. */
export interface CompanyTable {
  readonly id: string;
  readonly name: string;
  readonly side: 'insurer' | 'partner' | 'operator';
}

/** A branch of a company. */
export interface OfficeTable {
  readonly id: string;
  readonly company: string;
  readonly name: string;
  readonly street: string;
  readonly postal_code: string;
  readonly city: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A person in a company. */
export interface MemberTable {
  readonly id: string;
  readonly person: string;
  readonly company: string;
  readonly office: string | null;
}

/** One insurer's tenant. */
export interface PortalTable {
  readonly id: string;
  readonly name: string;
  /** JSON of PortalSettings. */
  readonly settings: string;
  /** The change that last touched companies, offices, members or settings of this portal. */
  readonly directory_changed: number;
  readonly settings_changed: number;
  /** The changes that last altered for whom the role counts, and whether its users see every budget. */
  readonly handles_changed: number;
  readonly budgets_changed: number;
  /** The same of project managers and inspectors. */
  readonly manager_budgets_changed: number;
  readonly inspector_budgets_changed: number;
  /** The change that last touched the categories of offices: told only to who is given them. */
  readonly categories_changed: number;
  /** The change that last touched its price lists: told only to who is given them. */
  readonly price_lists_changed: number;
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
