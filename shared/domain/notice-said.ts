/** What is said of a notice by mail, and what it asks its reader to do. */
export interface NoticeSaid {
  /** In English, by the portal server. The subject says the kind only: a locked screen shows it (sync.md 28). */
  readonly mail: { readonly subject: string; readonly text: string };
  /** Kinds of things to do: while one of them waits, so does the notice. Empty where it only tells. */
  readonly asks: readonly string[];
}
