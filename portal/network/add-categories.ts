import {
  givenInOrder,
  ranked,
  type CategorisedOffice,
  type OfficeCategories,
} from '../../shared/domain/category/category.ts';
import { withOffices } from '../../shared/domain/category/categorise-office.ts';
import type { Revision } from '../../shared/domain/revision.ts';
import type { Change } from '../commands/in-change.ts';
import { saveCategories } from '../commands/save-categories.ts';
import { readCategories } from '../reads/categories.ts';
import type { NetworkPortal } from './network-document.ts';

/**
 * Adds the categories that a document names and that are not there yet, after those that are, and gives offices theirs
 * where they never had any. What is there stays as it is: it is changed by commands, which ask who may.
 */
export async function addCategories(change: Change, { categories, offices }: NetworkPortal): Promise<void> {
  const given = offices.filter((each) => each.categories.length > 0);
  if (categories.length === 0 && given.length === 0) return;
  const before = await readCategories(change.db, change.portal);
  // Nobody's command, and a list that somebody has open is another one now.
  const revision: Revision = { command: change.newId(), decidedAt: change.at };
  await saveCategories(change, before, {
    defined: withNew(before.defined, categories, revision),
    offices: withOffices(before.offices, newIn(before, given, revision)),
  });
}

function withNew(
  defined: OfficeCategories['defined'],
  named: NetworkPortal['categories'],
  revision: Revision,
): OfficeCategories['defined'] {
  const codes = new Set(defined.categories.map(({ code }) => code));
  const fresh = named.filter(({ code }) => !codes.has(code));
  return fresh.length === 0 ? defined : { categories: ranked([...defined.categories, ...fresh]), revision };
}

function newIn(
  { offices }: OfficeCategories,
  given: NetworkPortal['offices'],
  revision: Revision,
): readonly CategorisedOffice[] {
  const known = new Set(offices.map(({ office }) => office));
  return given
    .filter(({ office }) => !known.has(office))
    .map(({ office, categories }) => ({ office, categories: givenInOrder(categories), revision }));
}
