import type { Kysely } from 'kysely';
import type { Case, CaseContent } from '../../shared/domain/case/case.ts';
import type { LogEntry } from '../../shared/domain/case/log-entry.ts';
import type { ChatEntry } from '../../shared/domain/chat/chat-entry.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import { namingWhoCompleted } from '../../shared/domain/task/complete-task.ts';
import { groupByCase } from '../reads/group-by-case.ts';
import { readJson } from '../store/json.ts';
import type { CaseFileTable, EntryTable, Tables } from '../store/tables.ts';

/** A case as it lies in the database, with the count that guards against a lost update. */
export interface StoredCase extends CaseContent {
  readonly version: number;
}

/** The whole case with all that was written in it, or null. */
export async function loadCase(db: Kysely<Tables>, portal: PortalId, id: CaseId): Promise<StoredCase | null> {
  const [stored] = await loadCases(db, portal, [id]);
  return stored ?? null;
}

/** Those of the cases that there are, in two statements however many they are. */
export async function loadCases(
  db: Kysely<Tables>,
  portal: PortalId,
  ids: readonly CaseId[],
): Promise<readonly StoredCase[]> {
  if (ids.length === 0) return [];
  const files = await db
    .selectFrom('case_file')
    .select(['id', 'version', 'aggregate'])
    .where('portal', '=', portal)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  if (files.length === 0) return [];
  const entries = await db
    .selectFrom('entry')
    .select(['case_id', 'kind', 'body'])
    .where('portal', '=', portal)
    .where('case_id', 'in', ids)
    .orderBy('case_id')
    .orderBy('seq')
    .execute();
  const written = groupByCase(entries);
  return files.map((file) => storedCase(file, written.get(file.id) ?? []));
}

function storedCase(
  file: Pick<CaseFileTable, 'version' | 'aggregate'>,
  entries: readonly Pick<EntryTable, 'kind' | 'body'>[],
): StoredCase {
  const all = <Entry>(kind: 'chat' | 'log'): readonly Entry[] => {
    const bodies = entries.filter((entry) => entry.kind === kind).map(({ body }) => body);
    return readJson<Entry[]>(`[${bodies.join(',')}]`);
  };
  return namingWhoCompleted({
    version: file.version,
    case: readJson<Case>(file.aggregate),
    chat: all<ChatEntry>('chat'),
    log: all<LogEntry>('log'),
  });
}
