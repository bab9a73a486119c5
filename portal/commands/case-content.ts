import type { Kysely } from 'kysely';
import type { Case, CaseContent } from '../../shared/domain/case/case.ts';
import type { LogEntry } from '../../shared/domain/case/log-entry.ts';
import type { ChatEntry } from '../../shared/domain/chat/chat-entry.ts';
import type { CaseId, PortalId } from '../../shared/domain/ids.ts';
import { namingWhoCompleted } from '../../shared/domain/task/complete-task.ts';
import { readJson } from '../store/json.ts';
import type { Tables } from '../store/tables.ts';

/** A case as it lies in the database, with the count that guards against a lost update. */
export interface StoredCase extends CaseContent {
  readonly version: number;
}

/** The whole case with all that was written in it, or null. */
export async function loadCase(db: Kysely<Tables>, portal: PortalId, id: CaseId): Promise<StoredCase | null> {
  const file = await db
    .selectFrom('case_file')
    .select(['version', 'aggregate'])
    .where('portal', '=', portal)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!file) return null;
  const entries = await db
    .selectFrom('entry')
    .select(['kind', 'body'])
    .where('portal', '=', portal)
    .where('case_id', '=', id)
    .orderBy('seq')
    .execute();
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
