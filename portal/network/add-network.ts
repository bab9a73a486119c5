import type { Kysely, Transaction } from 'kysely';
import type { MemberId, PersonId } from '../../shared/domain/ids.ts';
import { addPeople, type NewPerson } from '../accounts/people.ts';
import type { ChangeDeps } from '../portal-deps.ts';
import type { Tables } from '../store/tables.ts';
import type { Network, NetworkPortal } from './network-document.ts';

/** What is added, and with which passwords. */
export interface NetworkInput {
  readonly network: Network;
  /** For people who are new; without one they choose a password by the mailed link. */
  readonly passwordHash?: string | undefined;
}

/** Every statement stays far below the number of values that the engines take. */
const slice = 1000;

/** Adds companies, offices, people and members that are not there; answers how many of each. */
export async function addDirectory(
  { newId, now }: Pick<ChangeDeps, 'newId' | 'now'>,
  db: Transaction<Tables>,
  { network, passwordHash }: NetworkInput,
) {
  const companies = await addRows(db, 'company', network.companies);
  const offices = await addRows(
    db,
    'office',
    network.offices.map(({ postalCode, position, ...office }) => ({
      ...office,
      postal_code: postalCode,
      latitude: position?.latitude ?? null,
      longitude: position?.longitude ?? null,
    })),
  );
  const known = await db.selectFrom('person').select(['id', 'email']).execute();
  const persons = new Map<string, PersonId>(known.map((each) => [each.email, each.id]));
  const people = network.members.flatMap(({ name, email }): NewPerson[] => {
    if (persons.has(email)) return [];
    const id = newId();
    persons.set(email, id);
    return [{ id, name, email, passwordHash: passwordHash ?? null }];
  });
  await addPeople(db, people, now());
  const members = await addRows(
    db,
    'member',
    network.members.map(({ id, email, company, office }) => ({
      id,
      company,
      office,
      person: persons.get(email) ?? '',
    })),
  );
  return { companies, offices, people: people.length, members };
}

const unchanged = {
  directory_changed: 0,
  settings_changed: 0,
  handles_changed: 0,
  budgets_changed: 0,
  manager_budgets_changed: 0,
  inspector_budgets_changed: 0,
  categories_changed: 0,
  price_lists_changed: 0,
};

/** Adds a portal that is not there. It begins with the number 0; its first change is the one that brings its terms. */
export async function addPortal(db: Transaction<Tables>, { id, name, settings }: NetworkPortal): Promise<boolean> {
  const added = await db
    .insertInto('portal')
    .values({ id, name, settings: JSON.stringify(settings), ...unchanged })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return false;
  await db.insertInto('portal_counter').values({ portal: id, number: 0 }).execute();
  return true;
}

/** Adds the terms that a portal does not keep yet, as of a change; answers how many members came in. */
export async function addTerms(db: Transaction<Tables>, portal: NetworkPortal, number: number): Promise<number> {
  const key = { portal: portal.id };
  const operators = await operatorsOf(db);
  const companies = [...new Set([...portal.companies, ...operators.map((each) => each.company)])];
  await addRows(
    db,
    'company_in_portal',
    companies.map((company) => ({ ...key, company, directory_changed: number })),
  );
  await addRows(
    db,
    'office_terms',
    portal.offices.map(({ office, available, inNetwork, services }) => ({
      ...key,
      office,
      available: available ? 1 : 0,
      in_network: inNetwork ? 1 : 0,
      services: JSON.stringify(services),
      revision: null,
      calendar: null,
      selection: null,
      place: null,
      directory_changed: number,
    })),
  );
  const own = portal.members.map((terms) => ({ ...key, ...membershipRow(terms, number) }));
  return addRows(db, 'membership', [...own, ...operators.map(({ id }) => operatorRow(portal.id, id, number))]);
}

/** The row that keeps the terms of a new membership. */
export function membershipRow(terms: NetworkPortal['members'][number], number: number) {
  return {
    member: terms.member,
    level: terms.level,
    active: terms.active ? 1 : 0,
    marked: terms.marked ? 1 : 0,
    limit_kind: terms.limit.kind,
    limit_amount: terms.limit.kind === 'other' ? terms.limit.amount : null,
    certified: JSON.stringify(terms.certified),
    budget_permission: terms.budgetPermission ? 1 : 0,
    deputy: terms.deputy,
    invited_at: null,
    mark_revision: null,
    terms_revision: null,
    standing_changed: number,
    audience_changed: number,
    handles_changed: number,
    budgets_changed: number,
    directory_changed: number,
  };
}

/** The operator's people are in every portal: they configure all of them (seed). */
function operatorsOf(db: Kysely<Tables>) {
  return db
    .selectFrom('member')
    .innerJoin('company', 'company.id', 'member.company')
    .select(['member.id', 'member.company'])
    .where('company.side', '=', 'operator')
    .execute();
}

function operatorRow(portal: string, member: MemberId, number: number): Tables['membership'] {
  const terms: NetworkPortal['members'][number] = {
    member,
    level: 6,
    active: true,
    marked: false,
    limit: { kind: 'default' },
    certified: [],
    budgetPermission: false,
    deputy: null,
  };
  return { portal, ...membershipRow(terms, number) };
}

async function addRows<Name extends keyof Tables>(
  db: Transaction<Tables>,
  table: Name,
  rows: readonly Tables[Name][],
): Promise<number> {
  let added = 0n;
  for (let from = 0; from < rows.length; from += slice) {
    const result = await db
      .insertInto(table)
      // Kysely cannot follow a table that is a type parameter; the signature above has checked the rows.
      .values(rows.slice(from, from + slice) as never)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    added += result.numInsertedOrUpdatedRows ?? 0n;
  }
  return Number(added);
}
