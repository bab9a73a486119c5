import type { Kysely, Transaction } from 'kysely';
import type { MemberId, PersonId } from '../../shared/domain/ids.ts';
import { addPeople, type NewPerson } from '../accounts/people.ts';
import { inChange, type Change } from '../commands/in-change.ts';
import type { ChangeDeps } from '../portal-deps.ts';
import type { Tables } from '../store/tables.ts';
import { findFaults } from './find-faults.ts';
import type { Network, NetworkFault, NetworkPortal } from './network-document.ts';

/** What is applied, and with which passwords. */
export interface NetworkInput {
  readonly network: Network;
  /** For people who are new; without one they choose a password by the mailed link. */
  readonly passwordHash?: string | undefined;
}

/** What came of it: what was not there before. */
export type NetworkAnswer =
  | { readonly ok: true; readonly added: NetworkCounts }
  | { readonly ok: false; readonly faults: readonly NetworkFault[] };

/** How many of each were added. */
export interface NetworkCounts {
  readonly companies: number;
  readonly offices: number;
  readonly people: number;
  readonly members: number;
  readonly portals: number;
  readonly memberships: number;
}

/** Every statement stays far below the number of values that the engines take. */
const slice = 1000;

/**
 * Adds what a document names and is not there yet. What is there stays as it is: it is changed by commands, which ask
 * who may. Applying the same document again adds nothing; after a crash in between it adds the rest.
 */
export async function applyNetwork(deps: ChangeDeps, input: NetworkInput): Promise<NetworkAnswer> {
  const { network } = input;
  const global = await deps.store.db.transaction().execute(async (db) => {
    // The row is the lock: of two documents that bring the same people at once, the second finds them there.
    await db.updateTable('store').set({ only: 1 }).execute();
    const faults = await findFaults(db, network);
    return faults.length > 0 ? { faults } : addGlobal(deps, db, input);
  });
  if ('faults' in global) return { ok: false, faults: global.faults };
  let memberships = 0;
  let portals = 0;
  for (const portal of network.portals) {
    if (await addPortal(deps.store.db, portal)) portals += 1;
    memberships += await inChange(deps, portal.id, (change) => addTerms(change, portal));
  }
  return { ok: true, added: { ...global, portals, memberships } };
}

async function addGlobal(deps: ChangeDeps, db: Transaction<Tables>, { network, passwordHash }: NetworkInput) {
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
    const id = deps.newId();
    persons.set(email, id);
    return [{ id, name, email, passwordHash: passwordHash ?? null }];
  });
  await addPeople(db, people, deps.now());
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

/** A portal begins with the number 0; its first change is the one that brings its terms. */
async function addPortal(db: Kysely<Tables>, { id, name, settings }: NetworkPortal): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const added = await transaction
      .insertInto('portal')
      .values({ id, name, settings: JSON.stringify(settings), directory_changed: 0, settings_changed: 0 })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows !== 1n) return false;
    await transaction.insertInto('portal_counter').values({ portal: id, number: 0 }).execute();
    return true;
  });
}

async function addTerms(change: Change, portal: NetworkPortal): Promise<number> {
  const { db, number } = change;
  const key = { portal: portal.id };
  const operators = await operatorsOf(db);
  const companies = [...new Set([...portal.companies, ...operators.map((each) => each.company)])];
  await addRows(
    db,
    'company_in_portal',
    companies.map((company) => ({ ...key, company })),
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
    })),
  );
  const own = portal.members.map((terms) => ({ ...key, ...membershipRow(terms, number) }));
  const added = await addRows(db, 'membership', [
    ...own,
    ...operators.map(({ id }) => operatorRow(portal.id, id, number)),
  ]);
  const first = { directory_changed: number, settings_changed: number };
  await db.updateTable('portal').set(first).where('id', '=', portal.id).execute();
  change.touch('everybody');
  return added;
}

function membershipRow(terms: NetworkPortal['members'][number], number: number) {
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
    mark_revision: null,
    terms_revision: null,
    standing_changed: number,
    audience_changed: number,
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
