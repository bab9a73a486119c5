import { readJson } from '../../portal/store/json.ts';
import type { Store } from '../../portal/store/open-store.ts';
import { loadCase } from '../../portal/commands/case-content.ts';
import type { CaseContent } from '../../shared/domain/case/case.ts';
import type { LogEntry } from '../../shared/domain/case/log-entry.ts';
import type { ChatEntry } from '../../shared/domain/chat/chat-entry.ts';

/** The whole case as it lies in the database, with everything that was ever written in it; null where there is none. */
export async function storedContent({ db }: Store, portal: string, id: string): Promise<CaseContent | null> {
  const stored = await loadCase(db, portal, id);
  if (!stored) return null;
  const entries = await db
    .selectFrom('case_entry')
    .select(['tail', 'text'])
    .where('portal', '=', portal)
    .where('case_id', '=', id)
    .orderBy('place')
    .execute();
  const texts = (tail: 'chat' | 'log') => entries.filter((each) => each.tail === tail).map(({ text }) => text);
  return {
    case: stored.case,
    chat: texts('chat').map((text) => readJson<ChatEntry>(text)),
    log: texts('log').map((text) => readJson<LogEntry>(text)),
  };
}

/** Every case of a database, whole. */
export async function storedContents(store: Store): Promise<readonly CaseContent[]> {
  const files = await store.db
    .selectFrom('case_file')
    .select(['portal', 'id'])
    .orderBy('portal')
    .orderBy('id')
    .execute();
  const contents = [];
  for (const { portal, id } of files) contents.push(await storedContent(store, portal, id));
  return contents.filter((content) => content !== null);
}
