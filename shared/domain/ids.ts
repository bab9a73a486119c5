/**
 * An id of one noun. Flavoured, not branded: a parsed string is taken as it is, but a task's id is never taken for an
 * office's.
 */
export type Id<Noun extends string> = string & { readonly noun?: Noun };

/** One insurer's tenant (domain.md §0.3). */
export type PortalId = Id<'portal'>;
/** A person, across all portals. */
export type PersonId = Id<'person'>;
/** A person's membership of a company; the same id in every portal the company works in. */
export type MemberId = Id<'member'>;
/** An insurer, a partner or the operator. */
export type CompanyId = Id<'company'>;
/** A branch of a company: what tasks and the External Case Handler role are given to. */
export type OfficeId = Id<'office'>;
/** One claim. */
export type CaseId = Id<'case'>;
/** A unit of work in a case. */
export type TaskId = Id<'task'>;
/** A budget, across its versions. */
export type BudgetId = Id<'budget'>;
/** An invoice. */
export type InvoiceId = Id<'invoice'>;
/** A room of a work plan. */
export type RoomId = Id<'room'>;
/** A settlement: work items that went to the customer. */
export type SettlementId = Id<'settlement'>;
/** A work item: a line of a work plan. */
export type WorkItemId = Id<'work item'>;
/** An uploaded file's bytes. */
export type FileId = Id<'file'>;
/** A list of what units of work cost in a portal. */
export type PriceListId = Id<'price-list'>;
/** A command's UUIDv7; also the revision it gives to what it changes (sync.md 11). */
export type CommandId = Id<'command'>;
/** `<store id>.<person id>` (sync.md 25). */
export type AccountId = Id<'account'>;

/** The id of the n-th thing a command creates: the guess and the truth share keys (design.md §11). */
export function createdId<Noun extends string>(command: CommandId, index = 0): Id<Noun> {
  return `${command}-${index}`;
}
