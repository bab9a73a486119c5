import { createHash } from 'node:crypto';
import { viewerOf } from '../../shared/domain/case/parts/ties.ts';
import type { Caller, PortalDeps } from '../portal-deps.ts';
import { inSnapshot } from '../reads/snapshot.ts';
import { readStanding } from '../reads/standing.ts';
import { seesCase } from '../reads/visibility.ts';
import type { Store } from '../store/open-store.ts';

/** A file as it arrives, with the portal and case it is for. */
export interface Upload {
  readonly portal: string;
  readonly case: string;
  readonly file: string;
  readonly name: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What came of an upload. */
export type Stored = 'stored' | 'hash-differs' | 'not-found' | 'too-many-waiting';

/** What one person may leave waiting for commands, in bytes: more than anybody needs before they are posted. */
const mostWaiting = 300_000_000;

/** True for who sees the case that the file is for: asked before its bytes are read, and again when they are there. */
export function mayStore(
  { store }: Pick<PortalDeps, 'store'>,
  caller: Caller,
  asked: Pick<Upload, 'portal' | 'case'>,
): Promise<boolean> {
  return inSnapshot(store, async (db) => {
    const standing = await readStanding({ store, db }, asked.portal, caller.person);
    return standing !== null && seesCase(db, asked.portal, { viewer: viewerOf(standing), case: asked.case });
  });
}

/**
 * Keeps a file until a command attaches it (sync.md 5, 30). Sending it again is no mistake; an attached file and
 * somebody else's are never replaced.
 */
export async function storeFile(
  deps: Pick<PortalDeps, 'store' | 'now'>,
  caller: Caller,
  upload: Upload,
): Promise<Stored> {
  const { store } = deps;
  if (!(await mayStore(deps, caller, upload))) return 'not-found';
  if (createHash('sha256').update(upload.bytes).digest('hex') !== upload.sha256) return 'hash-differs';
  if ((await waitingBytes(store, caller, upload)) + upload.bytes.length > mostWaiting) return 'too-many-waiting';
  const content = {
    case_id: upload.case,
    name: upload.name,
    size: upload.bytes.length,
    sha256: upload.sha256,
    media_type: upload.mediaType,
    content: Buffer.from(upload.bytes.buffer, upload.bytes.byteOffset, upload.bytes.byteLength),
    at: deps.now(),
  };
  const key = { portal: upload.portal, id: upload.file };
  await store.db
    .insertInto('stored_file')
    .values({ ...key, ...content, uploader: caller.person, attached_by: null })
    .onConflict((conflict) =>
      conflict
        .columns(['portal', 'id'])
        .doUpdateSet(content)
        .where('stored_file.uploader', '=', caller.person)
        .where('stored_file.attached_by', 'is', null),
    )
    .execute();
  return (await isOwn(deps, caller, upload)) ? 'stored' : 'not-found';
}

/** Of this person's other files that no command has attached yet. */
async function waitingBytes({ db }: Store, caller: Caller, upload: Upload): Promise<number> {
  const { waiting } = await db
    .selectFrom('stored_file')
    .select(({ fn }) => fn.sum<number | string | null>('size').as('waiting'))
    .where('uploader', '=', caller.person)
    .where('attached_by', 'is', null)
    .where((of) => of.or([of('portal', '<>', upload.portal), of('id', '<>', upload.file)]))
    .executeTakeFirstOrThrow();
  return Number(waiting ?? 0);
}

async function isOwn({ store }: Pick<PortalDeps, 'store'>, caller: Caller, upload: Upload): Promise<boolean> {
  const row = await store.db
    .selectFrom('stored_file')
    .select('id')
    .where('portal', '=', upload.portal)
    .where('id', '=', upload.file)
    .where('uploader', '=', caller.person)
    .where('sha256', '=', upload.sha256)
    .executeTakeFirst();
  return row !== undefined;
}
