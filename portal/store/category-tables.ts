/** What categories of offices there are in a portal; none where nobody has defined any. */
export interface CategoryListTable {
  readonly portal: string;
  /** JSON array of Category. */
  readonly categories: string;
  /** JSON of Revision. */
  readonly revision: string | null;
  readonly changed: number;
}

/** Which categories an office has; one that lost its last stays, with none. */
export interface OfficeCategoriesTable {
  readonly portal: string;
  readonly office: string;
  /** JSON array of GivenCategory. */
  readonly categories: string;
  /** JSON of Revision. */
  readonly revision: string | null;
  readonly changed: number;
}
