import type { CommandAbout } from '../../shared/contract/commands.ts';
import type { CategoriesQuestion } from '../../shared/domain/category/categories-page.ts';
import type { OfficeCategories } from '../../shared/domain/category/category.ts';
import { categoriesPageOf } from '../../shared/domain/command-book.ts';
import { categoriesReaders, readCategories } from '../reads/categories.ts';
import { directoryFor } from '../reads/network.ts';
import type { Carried, Carrying } from './carrying.ts';
import { logSettings } from './log-settings.ts';
import { carriedOut, type Loaded, type Made, type SubjectFile } from './subject-file.ts';
import { saveCategories } from './save-categories.ts';

type CategoriesCommand = CommandAbout<'categories'>;

interface Held extends Loaded<CategoriesQuestion, OfficeCategories> {
  readonly before: OfficeCategories;
}

/** The categories of the portal's offices: of no other portal than where the command is carried out. */
export const categoriesFile: SubjectFile<CategoriesCommand, CategoriesQuestion, OfficeCategories, Held> = {
  page: categoriesPageOf,
  load,
  save,
};

async function load(
  { change, network, standing, stamp }: Carrying,
  { subject }: CategoriesCommand,
): Promise<Held | null> {
  if (subject.id !== change.portal) return null;
  const categories = await readCategories(change.db, change.portal);
  return { question: { standing, directory: directoryFor(network, standing), categories, stamp }, before: categories };
}

async function save(
  carrying: Carrying,
  command: CategoriesCommand,
  { held: { before }, decision: { after, settings } }: Made<OfficeCategories, Held>,
): Promise<Carried> {
  const { change, network } = carrying;
  await saveCategories(change, before, after);
  await logSettings(carrying, command, settings);
  change.touch('insurer', ...(await categoriesReaders(change.db, change.portal, network.settings)));
  return carriedOut;
}
