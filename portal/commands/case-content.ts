import type { Kysely } from 'kysely';
import { assembleCase, type PartValue } from '../../shared/domain/case/parts/assemble.ts';
import {
  parts,
  type KeyedPart,
  type PartName,
  type Scope,
  type SmallPart,
} from '../../shared/domain/case/parts/part.ts';
import type { Briefed } from '../../shared/domain/case/parts/split.ts';
import type { RoleBrief } from '../../shared/domain/external-case-handler/role.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import { groupByCase } from '../reads/group-by-case.ts';
import { readJson } from '../store/json.ts';
import type { CaseFileTable, CasePartTable } from '../store/case-tables.ts';
import type { Tables } from '../store/tables.ts';

/** A case as it lies in the database, as far as its parts were read; what was not read is named in `hidden`. */
export interface StoredCase extends Briefed {
  /** The change that last touched it: guards against a lost update. */
  readonly changed: number;
  readonly messages: number;
}

/** Every part but the tails: all that `decide` can ask for. */
const allParts: readonly (SmallPart | KeyedPart)[] = [...parts.small, ...parts.keyed];

/** What a list row and the brief of a waiting role are made of: read by whoever changes one of them. */
export const rowParts: readonly (SmallPart | KeyedPart)[] = [
  'head',
  'damage',
  'role',
  'decision',
  'brief',
  'tasks',
  'task-returns',
  'task-inquiries',
  'task-handbacks',
  'budgets',
  'budget-forwards',
  'invoices',
  'settlements',
];

/** What a page of the command book names, of the parts of a case. */
interface Named {
  readonly reads: readonly PartName[];
  readonly changes: readonly PartName[];
}

/** Who is tied to a case: told of whatever changes. */
const tieParts: readonly PartName[] = ['head', 'role', 'tasks'];

/** A thing is whole only with what lies apart from it. */
const withIt: readonly (readonly [part: PartName, needs: readonly PartName[]])[] = [
  ['tasks', ['task-returns', 'task-inquiries', 'task-handbacks']],
  ['documents', ['budget-files']],
  ['budget-files', ['budgets', 'invoices']],
  ['budgets', ['budget-forwards']],
];

/** The parts that are loaded to decide a command and to save what comes of it. */
export function partsToLoad({ reads, changes }: Named): readonly (SmallPart | KeyedPart)[] {
  const names = new Set<PartName>([...tieParts, ...reads]);
  if (changes.some((part) => rowParts.some((each) => each === part))) rowParts.forEach((part) => names.add(part));
  for (const [part, needs] of withIt) if (names.has(part)) needs.forEach((each) => names.add(each));
  return allParts.filter((part) => names.has(part));
}

/** The case with these parts, or null. */
export async function loadCase(
  db: Kysely<Tables>,
  portal: PortalId,
  id: CaseId,
  names: readonly (SmallPart | KeyedPart)[] = allParts,
): Promise<StoredCase | null> {
  const [stored] = await loadCases(db, portal, [id], names);
  return stored ?? null;
}

/** Those of the cases that there are, in the order of their ids, in two statements however many they are. */
export async function loadCases(
  db: Kysely<Tables>,
  portal: PortalId,
  ids: readonly CaseId[],
  names: readonly (SmallPart | KeyedPart)[] = allParts,
): Promise<readonly StoredCase[]> {
  if (ids.length === 0) return [];
  const files = await db
    .selectFrom('case_file')
    .select(['id', 'changed', 'changed_at', 'messages'])
    .where('portal', '=', portal)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  if (files.length === 0) return [];
  const texts = await db
    .selectFrom('case_part')
    .select(['case_id', 'part', 'key', 'text'])
    .where('portal', '=', portal)
    .where('case_id', 'in', ids)
    .where('part', 'in', names)
    .where('gone', '=', 0)
    .orderBy('case_id')
    .orderBy('place')
    .execute();
  const byCase = groupByCase(texts);
  const given = new Map<PartName, Scope>([...names, ...parts.tails].map((name) => [name, 'all']));
  return files.map((file) => storedCase(file, byCase.get(file.id) ?? [], given));
}

type Text = Pick<CasePartTable, 'part' | 'key' | 'text'>;

function storedCase(
  { changed, changed_at, messages }: Pick<CaseFileTable, 'changed' | 'changed_at' | 'messages'>,
  texts: readonly Text[],
  given: ReadonlyMap<PartName, Scope>,
): StoredCase {
  const values = texts.map(({ part, key, text }): PartValue => ({ part, key, value: readJson<unknown>(text) }));
  const { brief = null, ...whole } = assembleCase({ values, given, changedAt: changed_at });
  return { case: whole, brief: brief satisfies RoleBrief | null, changed, messages };
}
